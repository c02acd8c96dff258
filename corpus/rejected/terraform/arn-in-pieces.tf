resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = "arn:${data.aws_partition.current.partition}:imagebuilder:${data.aws_region.current.name}:123456789012:recipe/web/1.0.0"
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
}
