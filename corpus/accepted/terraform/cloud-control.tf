resource "awscc_imagebuilder_image_pipeline" "web" {
  name                             = "web"
  image_recipe_arn                 = awscc_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = awscc_imagebuilder_infrastructure_configuration.web.id

  schedule = {
    schedule_expression = "rate(7 days)"
    auto_disable_policy = { failure_count = 3 }
  }

  image_tests_configuration = {
    image_tests_enabled = true
  }

  tags = { team = "images" }
}

resource "awscc_imagebuilder_distribution_configuration" "web" {
  name = "web"
  distributions = [{
    region = "us-east-1"
    ami_distribution_configuration = {
      name = "web {{ imagebuilder:buildDate }}"
      launch_permission_configuration = { user_ids = ["123456789012"] }
    }
  }]
}
