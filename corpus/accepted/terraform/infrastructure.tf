resource "aws_imagebuilder_infrastructure_configuration" "web" {
  name                          = "web"
  instance_profile_name         = aws_iam_instance_profile.builder.name
  instance_types                = ["m7i.large"]
  key_pair                      = var.key_pair
  security_group_ids            = var.is_open ? [] : [aws_security_group.builder.id]
  subnet_id                     = var.subnet_id
  sns_topic_arn                 = aws_sns_topic.builds.arn
  terminate_instance_on_failure = true
  resource_tags                 = {}
  tags                          = var.tags

  instance_metadata_options {
    http_put_response_hop_limit = 2
    http_tokens                 = "required"
  }

  logging {
    s3_logs {
      s3_bucket_name = aws_s3_bucket.logs.id
      s3_key_prefix  = "builds"
    }
  }
}
