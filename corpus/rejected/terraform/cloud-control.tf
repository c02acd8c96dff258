resource "awscc_imagebuilder_image_pipeline" "web" {
  name                             = "web"
  image_recipe_arn                 = awscc_imagebuilder_container_recipe.web.arn
  infrastructure_configuration_arn = awscc_imagebuilder_infrastructure_configuration.web.id

  schedule = {
    schedule_expression = "cron(0 4 * * *)"
    auto_disable_policy = { failure_count = 30 }
  }

  tags = [{ key = "team", value = "images" }]
}
