resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_infrastructure_configuration.web[each.key].arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
}
