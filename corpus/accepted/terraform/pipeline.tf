resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  status = "ENABLED"

  schedule {
    schedule_expression                = "cron(0 4 ? * SUN *)"
    pipeline_execution_start_condition = "EXPRESSION_MATCH_ONLY"
    timezone                           = "Europe/Berlin"
  }

  image_tests_configuration {
    image_tests_enabled = true
    timeout_minutes     = 120
  }

  tags = {
    team = "images"
  }
}
