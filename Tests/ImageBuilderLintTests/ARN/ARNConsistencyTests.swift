// Regions and accounts across the ARNs of one request.
import ImageBuilderLint
import Testing

@Suite struct ARNConsistencyTests {
    private func expect(
        _ operation: String, _ request: String, _ expected: [String], select: [String] = ["arn/"],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = select
        options.operation = Operation(name: operation)
        let report = try Linter(options).check(Array(request.utf8), name: "request.json")
        #expect(report.requests == 1, sourceLocation: location)
        #expect(
            report.diagnostics.map { "\($0.rule) \($0.requestPointer)" } == expected, sourceLocation: location)
    }

    private func arn(_ resource: String, _ region: String = "us-east-1", _ account: String = "123456789012") -> String {
        "arn:aws:imagebuilder:\(region):\(account):\(resource)"
    }

    @Test("those that differ from most are reported")
    func majority() throws {
        try expect("UpdateImagePipeline", """
            {"imagePipelineArn": "\(arn("image-pipeline/a", "eu-west-1"))",
             "imageRecipeArn": "\(arn("image-recipe/a/1.0.0"))",
             "infrastructureConfigurationArn": "\(arn("infrastructure-configuration/a"))",
             "workflows": [{"workflowArn": "\(arn("workflow/build/a/1.0.0"))"},
                           {"workflowArn": "\(arn("workflow/test/a/1.0.0", "eu-west-1"))"}]}
            """, ["arn/regions-differ /imagePipelineArn", "arn/regions-differ /workflows/1/workflowArn"])
    }

    @Test("of two, the pipeline's is right")
    func tie() throws {
        try expect("UpdateImagePipeline", """
            {"infrastructureConfigurationArn": "\(arn("infrastructure-configuration/a", "eu-west-1"))",
             "imagePipelineArn": "\(arn("image-pipeline/a"))"}
            """, ["arn/regions-differ /infrastructureConfigurationArn"])
    }

    @Test("unknown Regions are compared by their names")
    func unknownRegions() throws {
        try expect("CreateImage", """
            {"infrastructureConfigurationArn": "\(arn("infrastructure-configuration/a", "us-new-1"))",
             "imageRecipeArn": "\(arn("image-recipe/a/1.0.0", "us-new-2"))"}
            """, ["arn/regions-differ /imageRecipeArn"], select: ["arn/regions-differ"])
        try expect("CreateImage", """
            {"infrastructureConfigurationArn": "\(arn("infrastructure-configuration/a", "us-new-1"))",
             "imageRecipeArn": "\(arn("image-recipe/a/1.0.0", "us-new-1"))"}
            """, [], select: ["arn/regions-differ"])
    }

    @Test("what is no ARN, has no Region or is of another service is not compared")
    func notCompared() throws {
        try expect("UpdateImagePipeline", """
            {"imagePipelineArn": "\(arn("image-pipeline/a"))",
             "infrastructureConfigurationArn": "builder", "imageRecipeArn": null,
             "distributionConfigurationArn": "\(arn("distribution-configuration/a", "REGION"))",
             "containerRecipeArn": "arn:aws:ecs:eu-west-1:210987654321:cluster/a",
             "executionRole": "arn:aws:iam::210987654321:role/builder",
             "workflows": [7, {"workflowArn": 7}, {}]}
            """, [], select: ["arn/regions-differ", "arn/accounts-differ", "arn/workflow-account"])
    }

    @Test("a parent image is compared where it is an image of Image Builder")
    func parentImage() throws {
        for (parent, expected) in [
            ("ami-0123456789abcdef0", []), ("ssm:/images/base", []), ("public.ecr.aws/docker/library/alpine:3", []),
            (arn("image/base/x.x.x", "us-east-1", "aws"), []),
            (arn("image/base/x.x.x", "eu-west-1", "aws"), ["arn/recipe-regions-differ /components/0/componentArn"]),
        ] {
            try expect("CreateImageRecipe", """
                {"parentImage": "\(parent)", "components": [{"componentArn": "\(arn("component/a/1.0.0"))"}]}
                """, expected)
        }
    }

    @Test("recipes may be of any account, configurations and workflows not")
    func accounts() throws {
        try expect("UpdateImagePipeline", """
            {"imagePipelineArn": "\(arn("image-pipeline/a"))",
             "containerRecipeArn": "\(arn("container-recipe/a/1.0.0", "us-east-1", "210987654321"))",
             "infrastructureConfigurationArn": "\(arn("infrastructure-configuration/a", "us-east-1", "aws"))",
             "distributionConfigurationArn": "\(arn("distribution-configuration/a", "us-east-1", "210987654321"))",
             "workflows": [{"workflowArn": "\(arn("workflow/build/a/x.x.x", "us-east-1", "aws"))"},
                           {"workflowArn": "\(arn("workflow/test/b/1.0.0", "us-east-1", "aws-marketplace"))"},
                           {"workflowArn": "\(arn("workflow/test/a/1.0.0", "us-east-1", "210987654321"))"}]}
            """, [
                "arn/accounts-differ /infrastructureConfigurationArn",
                "arn/accounts-differ /distributionConfigurationArn",
                "arn/workflow-account /workflows/2/workflowArn",
            ])
    }

    @Test("without a pipeline or configuration no account is the own one")
    func noOwnAccount() throws {
        try expect("CreateImage", """
            {"imageRecipeArn": "\(arn("image-recipe/a/1.0.0"))",
             "workflows": [{"workflowArn": "\(arn("workflow/build/a/1.0.0", "us-east-1", "210987654321"))"}]}
            """, [])
    }
}
