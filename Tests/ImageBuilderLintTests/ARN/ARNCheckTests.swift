// The mistakes in ARNs that the rule pages do not show, one a line: which rules speak, and what each marks.
import Testing

@testable import ImageBuilderLint

@Suite struct ARNCheckTests {
    /// - Parameters:
    ///   - place: a shape, by an operation and member that take it.
    private func expect(
        _ place: (operation: String, member: String), _ text: String, _ expected: [String],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let linter = try ARNSamples.linter(select: ["arn/"])
        let found = try ARNSamples.judge([(place.operation, place.member, text)], by: linter)[0]
        let actual = found.map { "\($0.diagnostic.rule) \($0.marked)" }
        #expect(actual == expected, sourceLocation: location)
    }

    private let pipeline = ("GetImagePipeline", "imagePipelineArn")
    private let recipe = ("GetImageRecipe", "imageRecipeArn")
    private let component = ("GetComponent", "componentBuildVersionArn")
    private let image = ("GetImage", "imageBuildVersionArn")
    private let build = ("CancelImageCreation", "imageBuildVersionArn")
    private let workflow = ("GetWorkflow", "workflowBuildVersionArn")
    private let anything = ("ListTagsForResource", "resourceArn")

    @Test("what AWS and its users write is good")
    func good() throws {
        try expect(pipeline, "arn:aws:imagebuilder:us-west-2:111122223333:image-pipeline/my-example-pipeline", [])
        try expect(recipe, "arn:aws:imagebuilder:us-west-2:111122223333:image-recipe/my-example-recipe/2020.12.03", [])
        try expect(recipe, "arn:aws:imagebuilder:us-west-2:aws:image-recipe/my-example-recipe/x.x.x", [])
        try expect(component, "arn:aws:imagebuilder:us-east-1:third-party:component/cis-benchmark-level-1-amazon-linux/x.x.x", [])
        try expect(component, "arn:aws:imagebuilder:eu-central-1:aws-marketplace:component/falcon-install-linux-prod/1.2.2/1", [])
        try expect(image, "arn:aws-cn:imagebuilder:cn-northwest-1:aws:image/amazon-linux-2-x86/x.x.x", [])
        try expect(workflow, "arn:aws:imagebuilder:eu-west-1:aws:workflow/build/build-image/1.0.1/1", [])
        try expect(anything, "arn:aws-us-gov:imagebuilder:us-gov-east-1:123456789012:lifecycle-policy/old", [])
        try expect(anything, "arn:aws:imagebuilder:us-west-2:123456789012:image/my-example-image", [])
    }

    @Test("texts that are no ARN")
    func malformed() throws {
        try expect(pipeline, "   ", ["arn/malformed \"   \""])
        try expect(pipeline, "arn:aws:imagebuilder:us-east-1:123456789012", ["arn/malformed arn:aws:imagebuilder:us-east-1:123456789012"])
        try expect(pipeline, "ARN:aws:imagebuilder:us-east-1:123456789012:image-pipeline/a", ["arn/malformed ARN:aws:imagebuilder:us-east-1:123456789012:image-pipeline/a"])
        try expect(pipeline, "arn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/", ["arn/malformed image-pipeline"])
        try expect(recipe, "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe:web:1.0.0", ["arn/malformed image-recipe:web:1.0.0"])
        // An ARN inside an ARN.
        try expect(
            component, "arn:aws:imagebuilder:rn:aws:imagebuilder:ap-southeast-2:aws:component/update-linux/1.0.0/1",
            ["arn/wrong-kind imagebuilder:ap-southeast-2:aws:component"])
    }

    @Test("blanks do not hide what they surround")
    func blanks() throws {
        try expect(pipeline, "\tarn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/A ", ["arn/blanks \\t", "arn/name A"])
    }

    @Test("several mistakes are several findings")
    func several() throws {
        try expect(
            recipe, "arn:aws:imagebuilder:US-EAST-1:12345:image-recipe/Web/x.2.x/1",
            ["arn/region US-EAST-1", "arn/account 12345", "arn/name Web", "arn/wildcard-order 2", "arn/build-number 1"])
    }

    @Test("of another resource's ARN only that is said")
    func otherResources() throws {
        try expect(pipeline, "arn:aws:imagebuilder:nowhere:1:image-recipe/Web/1", ["arn/wrong-kind image-recipe"])
        try expect(pipeline, "arn:aws:s3:::bucket", ["arn/service s3"])
        try expect(anything, "arn:aws:imagebuilder:us-east-1:123456789012:ami/a", ["arn/wrong-kind ami"])
        try expect(anything, "arn:aws:imagebuilder:us-east-1:123456789012:", ["arn/wrong-kind :"])
    }

    @Test("versions")
    func versions() throws {
        let start = "arn:aws:imagebuilder:us-east-1:123456789012:"
        try expect(recipe, start + "image-recipe/web/", ["arn/version web"])
        try expect(recipe, start + "image-recipe/web/1.0.0/", ["arn/malformed /"])
        try expect(recipe, start + "image-recipe/web/v1.0.0", ["arn/version v1.0.0"])
        try expect(recipe, start + "image-recipe/web/1..0", ["arn/version 1..0"])
        try expect(recipe, start + "image-recipe/web/01.002.0003", [])
        try expect(recipe, start + "image-recipe/web/x.2.3", ["arn/wildcard-order 2"])
        try expect(recipe, start + "image-recipe/web/1.x.99999999999999999999", ["arn/version-bounds 99999999999999999999", "arn/wildcard-order 99999999999999999999"])
        try expect(pipeline, start + "image-pipeline/team/web", ["arn/version web"])
        try expect(pipeline, start + "image-pipeline/web/1.0.0/1", ["arn/version 1.0.0/1"])
        try expect(build, start + "image/web", ["arn/version web"])
        try expect(build, start + "image/web/1.0.0/", ["arn/build-number 1.0.0"])
        try expect(build, start + "image/web/1.x.x/1", ["arn/version 1.x.x"])
        try expect(image, start + "image/web/1.x.x/1", ["arn/build-number 1"])
        try expect(anything, start + "image/web/1.x.x/1", [])
        try expect(anything, start + "image/web/", ["arn/malformed /"])
        try expect(component, start + "component/web/1.0.0/latest", ["arn/build-number latest"])
    }

    @Test("workflows")
    func workflows() throws {
        let start = "arn:aws:imagebuilder:us-east-1:aws:"
        try expect(workflow, start + "workflow", ["arn/workflow-type workflow"])
        try expect(workflow, start + "workflow/", ["arn/workflow-type /"])
        try expect(workflow, start + "workflow/build", ["arn/malformed build"])
        try expect(workflow, start + "workflow/build-image/x.x.x", ["arn/workflow-type build-image"])
        try expect(workflow, start + "workflow/build-image/build/x.x.x", ["arn/workflow-type build-image/build"])
    }

    @Test("partitions and Regions")
    func places() throws {
        func arn(_ partition: String, _ region: String) -> String {
            "arn:\(partition):imagebuilder:\(region):123456789012:image-pipeline/a"
        }
        try expect(pipeline, arn("aws-cn", "us-east-1"), ["arn/partition-region aws-cn"])
        try expect(pipeline, arn("aws-new", "us-east-1"), ["arn/partition-region aws-new"])
        try expect(pipeline, arn("aws", "cn-south-9"), ["arn/partition-region aws"])
        try expect(pipeline, arn("aws-cn", "cn-south-9"), ["arn/unknown-region cn-south-9"])
        try expect(pipeline, arn("aws-new", "xx-new-1"), ["arn/unknown-partition aws-new"])
        try expect(pipeline, arn("aws", "xx-new-1"), ["arn/unknown-region xx-new-1"])
        try expect(pipeline, arn("amazon", "nowhere"), ["arn/partition amazon", "arn/region nowhere"])
        try expect(pipeline, arn("aws", "us-east-1-"), ["arn/region us-east-1-"])
        try expect(pipeline, arn("aws", "us-east-1\\"), ["arn/region us-east-1\\\\"])
        // The newer shapes take fewer partitions.
        try expect(workflow, "arn:awscn:imagebuilder:cn-north-1:aws:workflow/build/b/x.x.x", ["arn/partition awscn"])
        try expect(pipeline, arn("awscn", "cn-north-1"), ["arn/partition-region awscn"])
    }

    @Test("a character that can't be seen is named")
    func invisible() throws {
        let linter = try ARNSamples.linter(select: ["arn/name"])
        let text = "arn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/web\u{200B}"
        let found = try ARNSamples.judge([("GetImagePipeline", "imagePipelineArn", text)], by: linter)[0]
        #expect(found.first?.diagnostic.message.contains(" has the character U+200B; ") == true)
    }

    @Test("a Region that is meant is proposed, a new one is not changed")
    func proposals() throws {
        let registry = try ARNSamples.registry()
        let geography = Geography(
            regions: try #require(registry.table("regions")), partitions: try #require(registry.table("partitions")))
        #expect(geography.region(meantBy: "US_EAST_1") == "us-east-1")
        #expect(geography.region(meantBy: "eu-central-1b") == "eu-central-1")
        #expect(geography.region(meantBy: "REGION") == nil)
        #expect(geography.hasNeighbour(of: "us-east-9"))
        #expect(!geography.hasNeighbour(of: "us-esat-1"))
    }

    @Test("every Region has the form of a Region and of its partition")
    func regionForms() throws {
        let registry = try ARNSamples.registry()
        let regions = try #require(registry.table("regions"))
        let geography = Geography(regions: regions, partitions: try #require(registry.table("partitions")))
        #expect(regions.count > 40)
        for index in 0..<regions.count {
            let region = regions.key(index)
            let bytes = Array(region.utf8)
            let hasForm = ARNCheck.isRegionForm(bytes.span)
            #expect(hasForm, "\(region)")
            #expect(geography.partition(ofFormOf: region) == regions.value(index))
        }
    }
}
