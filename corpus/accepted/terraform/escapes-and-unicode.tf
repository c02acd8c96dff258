resource "aws_imagebuilder_image_pipeline" "escapes" {
  name                             = "escapes"
  image_recipe_arn                 = aws_imagebuilder_image_recipe.web.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.web.arn
  description = "Nächtlich, \"um vier\", $${nicht ersetzt} 😀 \u00e4"
}
