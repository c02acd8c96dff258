resource "aws_imagebuilder_component" "web" {
  name     = "web"
  platform = "Linux"
  version  = "1.0.0"
  data     = <<-EOT
    schemaVersion: 1.0
  EOT
  description = <<EOT
EOT
  change_description = "${"x"}"
  supported_os_versions = ["Amazon Linux 2023", ${var.more}]
}
