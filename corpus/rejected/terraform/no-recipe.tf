resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
}
