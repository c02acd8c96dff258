resource "aws_imagebuilder_image" "web" {
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  distribution_configuration_arn   = aws_imagebuilder_distribution_configuration.web.arn

  logging_configuration {
    log_group_name = "/aws/imagebuilder/web"
  }

  timeouts {
    create = "90m"
  }
}
