resource "aws_imagebuilder_distribution_configuration" "web" {
  name = "web"

  distribution {
    region = "us-east-1"

    ami_distribution_configuration {
      name     = "web-{{ imagebuilder:buildDate }}"
      ami_tags = { team = "images" }

      launch_permission {
        # Nobody yet.
      }
    }

    launch_template_configuration {
      default            = true
      launch_template_id = "lt-0123456789abcdef0"
    }

    ssm_parameter_configuration {
      parameter_name = "/images/web"
    }
  }

  dynamic "distribution" {
    for_each = var.regions
    content {
      region = distribution.value

      ami_distribution_configuration {
        name = "web-{{ imagebuilder:buildDate }}"
      }
    }
  }
}
