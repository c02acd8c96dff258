resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  status                         = var.is_on ? "ENABLED" : "DISABLED"
  distribution_configuration_arn = try(aws_imagebuilder_distribution_configuration.web[0].arn, null)
  execution_role                 = var.role != "" ? var.role : null
  tags                           = merge(var.tags, { team = "images" })
}
