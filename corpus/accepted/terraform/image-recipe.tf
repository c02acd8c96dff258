resource "aws_imagebuilder_image_recipe" "web" {
  name              = "web"
  version           = "1.0.0"
  parent_image      = "ami-0123456789abcdef0"
  working_directory = "/tmp"
  user_data_base64  = base64encode("#!/bin/sh")
  ami_tags          = { team = "images" }

  component {
    component_arn = aws_imagebuilder_component.web.arn

    parameter {
      name  = "Port"
      value = 8080
    }
  }

  component {
    component_arn = data.aws_imagebuilder_component.update.arn
  }

  systems_manager_agent {
    uninstall_after_build = true
  }

  block_device_mapping {
    device_name = "/dev/xvda"
    no_device   = false

    ebs {
      delete_on_termination = "true"
      encrypted             = true
      kms_key_id            = aws_kms_key.images.arn
      volume_size           = "30"
      volume_type           = "gp3"
    }
  }
}
