// A state as AWS prints it in the examples of its command line, compared with an update that leaves everything out.
import ImageBuilderLint
import Testing

@Suite struct WildStateTests {
    private static let path = "wild/aws__aws-cli/awscli/examples/imagebuilder/get-image-pipeline.rst_block1.json"

    @Test(
        "the example of get-image-pipeline",
        .enabled("the folder shared is not beside the checkout") { SharedFolder.text(path) != nil })
    func example() throws {
        let state = try #require(SharedFolder.text(Self.path))
        let request = """
            {
              "imagePipelineArn": "arn:aws:imagebuilder:us-west-2:123456789012:image-pipeline/mywindows2016pipeline",
              "imageRecipeArn": "arn:aws:imagebuilder:us-west-2:123456789012:image-recipe/mybasicrecipe/2019.12.03",
              "infrastructureConfigurationArn": "arn:aws:imagebuilder:us-west-2:123456789012:infrastructure-configuration/myexampleinfrastructure"
            }
            """
        let report = try Pipelines.check(request, state)
        // Status, tests and start condition are at their defaults there.
        #expect(report.diagnostics.map(\.rule.description) == ["update/description", "update/distribution", "update/schedule"])
        let plan = try #require(Pipelines.linter(state).plan(Array(request.utf8), name: "request.json").plans.first)
        #expect(plan.settings.filter { $0.outcome == .kept }.map(\.member) == [
            "imageRecipeArn", "infrastructureConfigurationArn", "status",
        ])
    }
}
