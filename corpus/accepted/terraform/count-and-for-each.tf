resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  for_each   = toset(var.stages)
  depends_on = [aws_iam_role_policy.builder]
  provider   = aws.images

  lifecycle {
    ignore_changes = [tags]
  }
}
resource "aws_imagebuilder_image_pipeline" "weekly" {
  name                             = "weekly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web[count.index].arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  count = var.enabled ? 1 : 0
}
