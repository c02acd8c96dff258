resource "aws_imagebuilder_lifecycle_policy" "web" {
  name           = "web"
  execution_role = aws_iam_role.lifecycle.arn
  resource_type  = "AMI_IMAGE"

  policy_detail {
    action {
      type = "DELETE"
    }

    filter {
      type            = "AGE"
      value           = "6"
      retain_at_least = 10
      unit            = "MONTHS"
    }
  }

  resource_selection {
    recipe {
      name             = aws_imagebuilder_image_recipe.web.name
      semantic_version = aws_imagebuilder_image_recipe.web.version
    }
  }
}
