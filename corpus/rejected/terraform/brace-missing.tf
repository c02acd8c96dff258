resource "aws_imagebuilder_image_pipeline" "broken" {
  name = "broken"

  schedule {
    schedule_expression = "cron(0 4 * * *)"

resource "aws_imagebuilder_image_pipeline" "nightly" {
  name                             = "nightly"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  status = "ON"
}
