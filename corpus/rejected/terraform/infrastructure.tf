resource "aws_imagebuilder_infrastructure_configuration" "web" {
  name                  = "w"
  instance_profile_name = aws_iam_instance_profile.builder.name
  instance_types        = "m7i.large"

  instance_metadata_options {
    http_put_response_hop_limit = 65
    http_tokens                 = "mandatory"
  }

  placement {
    tenancy = "shared"
  }
}
