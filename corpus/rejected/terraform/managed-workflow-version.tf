resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  execution_role = aws_iam_role.builder.arn

  workflow {
    workflow_arn = "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/1.0.1"
  }
}
