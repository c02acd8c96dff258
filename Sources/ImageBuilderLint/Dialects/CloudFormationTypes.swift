// The resource types of Image Builder in CloudFormation, and the operations that make them. What `Ref` gives is documented
// under "Return values" of each type: its ARN.
import RequestLint

extension CloudFormationResources {
    static let imageBuilder = CloudFormationResources(
        prefix: "AWS::ImageBuilder::", service: "imagebuilder", table: "cloudformation",
        all: [
            type("Component", "CreateComponent", arn: "component/{id}/1.0.0/1"),
            type("ContainerRecipe", "CreateContainerRecipe", arn: "container-recipe/{id}/1.0.0"),
            type("DistributionConfiguration", "CreateDistributionConfiguration", arn: "distribution-configuration/{id}"),
            // With settings for a pipeline's execution, the image is built by a pipeline that exists.
            type("Image", "CreateImage", arn: "image/{id}/1.0.0/1", alternatives: ["ImagePipelineExecutionSettings"]),
            type("ImagePipeline", "CreateImagePipeline", arn: "image-pipeline/{id}"),
            type("ImageRecipe", "CreateImageRecipe", arn: "image-recipe/{id}/1.0.0"),
            type(
                "InfrastructureConfiguration", "CreateInfrastructureConfiguration",
                arn: "infrastructure-configuration/{id}"),
            type("LifecyclePolicy", "CreateLifecyclePolicy", arn: "lifecycle-policy/{id}"),
            type("Workflow", "CreateWorkflow", arn: "workflow/{Type}/{id}/1.0.0/1"),
        ])

    private static func type(
        _ name: String, _ operation: String, arn: String, alternatives: [String] = []
    ) -> CloudFormationResource {
        CloudFormationResource(
            type: "AWS::ImageBuilder::" + name, operation: operation, arn: arn, alternatives: alternatives)
    }
}
