resource "aws_imagebuilder_container_recipe" "web" {
  name           = "web"
  version        = "1.0.0"
  container_type = "DOCKER"
  parent_image   = "amazonlinux:latest"

  target_repository {
    repository_name = aws_ecr_repository.web.name
    service         = "ECR"
  }

  component {
    component_arn = aws_imagebuilder_component.web.arn
  }

  dockerfile_template_data = <<-EOT
    FROM {{{ imagebuilder:parentImage }}}
    {{{ imagebuilder:environments }}}
    {{{ imagebuilder:components }}}
    ENV PATH="$${PATH}:/opt/web"
  EOT
}

resource "aws_imagebuilder_image_pipeline" "web" {
  name                             = "web"
  container_recipe_arn             = aws_imagebuilder_container_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn

  image_scanning_configuration {
    image_scanning_enabled = true

    ecr_configuration {
      container_tags  = ["scanned"]
      repository_name = aws_ecr_repository.web.name
    }
  }
}
