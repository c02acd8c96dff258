// The resource types of Image Builder in Terraform's providers, and the operations that make them. `id` is the ARN too in
// the AWS provider, as the documentation of each type says under "Attribute Reference"; in the AWSCC provider it is
// CloudFormation's primary identifier, which is the ARN.
import RequestLint

extension TerraformProvider {
    /// The AWS provider.
    static let imageBuilder = TerraformProvider(
        prefix: "aws_imagebuilder_", service: "imagebuilder", table: "terraform", otherNames: [],
        arnAttributes: ["arn", "id"],
        // `verify.ValidARN` in internal/service/imagebuilder/image_pipeline.go of the provider.
        arnsOnly: ["CreateImagePipelineRequest.executionRole"], resources: resources)

    /// The AWSCC provider, whose arguments are CloudFormation's properties in snake case.
    static let imageBuilderCloudControl = TerraformProvider(
        prefix: "awscc_imagebuilder_", service: "imagebuilder", table: "cloudformation", otherNames: ["id"],
        arnAttributes: ["arn", "id"], resources: resources)

    static let all = [imageBuilder, imageBuilderCloudControl]

    private static let resources = [
        resource("component", "CreateComponent", arn: "component/{id}/1.0.0/1"),
        resource("container_recipe", "CreateContainerRecipe", arn: "container-recipe/{id}/1.0.0"),
        resource(
            "distribution_configuration", "CreateDistributionConfiguration", arn: "distribution-configuration/{id}"),
        resource("image", "CreateImage", arn: "image/{id}/1.0.0/1"),
        resource("image_pipeline", "CreateImagePipeline", arn: "image-pipeline/{id}"),
        resource("image_recipe", "CreateImageRecipe", arn: "image-recipe/{id}/1.0.0"),
        resource(
            "infrastructure_configuration", "CreateInfrastructureConfiguration",
            arn: "infrastructure-configuration/{id}"),
        resource("lifecycle_policy", "CreateLifecyclePolicy", arn: "lifecycle-policy/{id}"),
        resource("workflow", "CreateWorkflow", arn: "workflow/{type}/{id}/1.0.0/1"),
    ]

    private static func resource(_ name: String, _ operation: String, arn: String) -> TerraformResource {
        TerraformResource(name: name, operation: operation, arn: arn)
    }
}
