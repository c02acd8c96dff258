// ImageBuilderLint
