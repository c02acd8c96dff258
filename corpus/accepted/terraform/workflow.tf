resource "aws_imagebuilder_workflow" "test" {
  name    = "test"
  version = "1.0.0"
  type    = "TEST"
  uri     = "s3://${aws_s3_bucket.documents.id}/test.yaml"
}

resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  execution_role = aws_iam_role.builder.arn

  workflow {
    workflow_arn = "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x"
  }

  workflow {
    workflow_arn   = aws_imagebuilder_workflow.test.arn
    parallel_group = "tests"
    on_failure     = "ABORT"

    parameter {
      name  = "wait"
      value = true
    }
  }
}
