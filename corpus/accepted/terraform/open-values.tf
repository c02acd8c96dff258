locals {
  timezone = lookup(var.timezones, var.region, "UTC")
  tags     = { for key, value in var.tags : key => value if value != "" }
}

resource "aws_imagebuilder_image_pipeline" "open" {
  name                             = "open"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  schedule {
    schedule_expression = file("${path.module}/schedule.txt")
    timezone            = local.timezone
  }

  tags = local.tags
}
