resource "aws_imagebuilder_distribution_configuration" "web" {
  name = "web"

  distribution {
    ami_distribution_configuration {
      launch_permission {
        user_ids = ["1234"]
      }
    }

    launch_template_configuration {
      default            = "sure"
      launch_template_id = "lt-1"
    }
  }
}
