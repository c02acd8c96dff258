variable "recipe_arn" {
  description = "What is built."
  type        = string
}

variable "schedule" {
  type    = string
  default = "cron(0 4 * * ? *)"

  validation {
    condition     = can(regex("^(cron|rate)\\(", var.schedule))
    error_message = "Write cron(...) or rate(...)."
  }
}

resource "aws_imagebuilder_image_pipeline" "module" {
  name                             = "module"
  image_recipe_arn                 = var.recipe_arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  schedule {
    schedule_expression = var.schedule
  }
}
