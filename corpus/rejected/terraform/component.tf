resource "aws_imagebuilder_component" "web" {
  name     = "web"
  platform = "linux"
  version  = "1.0.x"
  uri      = "s3://documents/web.yaml"
}
