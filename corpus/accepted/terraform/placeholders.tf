resource "aws_imagebuilder_image_pipeline" "placeholders" {
  name                             = "placeholders"
  image_recipe_arn                 = "#RECIPE_ARN#"
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  schedule {
    schedule_expression = "<schedule>"
  }
}
