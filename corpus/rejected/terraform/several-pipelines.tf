resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  status = "ON"
}

resource "aws_imagebuilder_image_pipeline" "weekly" {
  name                             = "weekly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  schedule {
    schedule_expression = "rate(1 days)"
  }
}

resource "aws_imagebuilder_image_pipeline" "monthly" {
  name                             = "monthly"
  image_recipe_arn                 = aws_imagebuilder_image.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  enhanced_image_metadata_enabled = 1
}
