resource "aws_imagebuilder_pipeline" "web" {
  name = "web"
}
