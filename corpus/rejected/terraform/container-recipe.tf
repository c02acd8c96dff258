resource "aws_imagebuilder_container_recipe" "web" {
  name           = "web"
  version        = "1.0.0"
  container_type = "docker"
  parent_image   = "amazonlinux:latest"

  target_repository {
    repository_name = "Web Images"
    service         = "ECR"
  }

  component {
    component_arn = aws_imagebuilder_component.web.arn
  }
}
