resource "aws_imagebuilder_image_pipeline" "nightly" {
  image_recipe_arn = aws_imagebuilder_image_recipe.web.arn
}

resource "aws_imagebuilder_component" "web" {
  data = "x"
}
