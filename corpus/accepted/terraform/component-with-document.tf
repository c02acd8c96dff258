resource "aws_imagebuilder_component" "web" {
  name         = "web"
  platform     = "Linux"
  version      = "1.0.0"
  skip_destroy = true

  data = yamlencode({
    schemaVersion = 1.0
    phases = [{
      name  = "build"
      steps = [{ name = "web", action = "ExecuteBash", inputs = { commands = ["true"] } }]
    }]
  })
}

resource "aws_imagebuilder_component" "heredoc" {
  name     = "heredoc"
  platform = "Linux"
  version  = "1.0.0"
  data     = <<-EOT
    schemaVersion: 1.0
    phases:
      - name: build
        steps:
          - name: web
            action: ExecuteBash
            inputs:
              commands:
                - echo ${var.greeting}
  EOT
}
