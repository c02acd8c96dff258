resource "aws_imagebuilder_image_recipe" "web" {
  name         = "web"
  version      = "1.0"
  parent_image = "ami-0123456789abcdef0"

  component {
    component_arn = aws_imagebuilder_image_recipe.base.arn

    parameter {
      name = "Port"
    }
  }

  systems_manager_agent {
    uninstall_after_build = "maybe"
  }

  block_device_mapping {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 100000
      volume_type = "gp5"
    }
  }
}
