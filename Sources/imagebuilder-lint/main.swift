print("imagebuilder-lint")
