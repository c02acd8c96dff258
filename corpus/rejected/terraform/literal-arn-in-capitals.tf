resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/Web/1.0.0"
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
}
