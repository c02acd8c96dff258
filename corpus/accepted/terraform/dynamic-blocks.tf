resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  dynamic "schedule" {
    for_each = var.schedule == null ? [] : [var.schedule]
    content {
      schedule_expression = schedule.value.expression
      timezone            = schedule.value.timezone
    }
  }

  dynamic "workflow" {
    for_each = var.workflows
    content {
      workflow_arn = workflow.value
      dynamic "parameter" {
        for_each = var.parameters
        content {
          name  = parameter.key
          value = parameter.value
        }
      }
    }
  }
}
