resource "aws_imagebuilder_image_pipeline" "monthly" {
  name                             = "monthly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.base.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.builders.arn
  schedule {
    schedule_expression = "cron(0 2 1 * MON *)"
  }
}
