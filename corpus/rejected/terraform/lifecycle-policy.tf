resource "aws_imagebuilder_lifecycle_policy" "web" {
  name           = "web"
  execution_role = aws_iam_role.lifecycle.arn
  resource_type  = "IMAGE"

  policy_detail {
    action {
      type = "REMOVE"
    }

    filter {
      type = "AGE"
      unit = "MONTHS"
    }
  }

  resource_selection {
    recipe {
      name = "web"
    }
  }
}
