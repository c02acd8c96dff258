// What was learned of one request changes nothing of what is said of the next.
import ImageBuilderLint
import Testing

@Suite struct DeskMemoryTests {
    private static let arn = "arn:aws:imagebuilder:us-east-1"

    private static func options(_ operation: String) throws -> Linter.Options {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.operation = Operation(name: operation)
        return options
    }

    private static func request(workflows: String, more: String = "") -> [UInt8] {
        let own = "\(arn):123456789012"
        return Array(
            """
            {"imagePipelineArn": "\(own):image-pipeline/a-name", "imageRecipeArn": "\(own):image-recipe/a-name/1.0.0",
             "infrastructureConfigurationArn": "\(own):infrastructure-configuration/a-name", "status": "ENABLED",
             "executionRole": "arn:aws:iam::123456789012:role/a-role", "workflows": [\(workflows)]\(more)}
            """.utf8)
    }

    @Test func `a mistake that a full report did not take is not forgotten`() throws {
        let pinned = #"{"workflowArn": "\#(Self.arn):aws:workflow/build/build-image/1.0.0"}"#
        let linter = try Linter(Self.options("UpdateImagePipeline"))
        let before = linter.check(Self.request(workflows: pinned), name: "a.json").diagnostics
        #expect(before.map { "\($0.rule)" } == ["workflow/managed-version"])
        // Many mistakes that take no slots, so that the desk is kept.
        let full = Self.request(workflows: pinned, more: String(repeating: #","status": "ENABLED""#, count: 100_050))
        #expect(linter.check(full, name: "b.json").diagnostics.count == 100_000)
        let after = linter.check(Self.request(workflows: pinned), name: "a.json").diagnostics
        #expect(after.map(\.message) == before.map(\.message))
    }

    @Test func `a value of which nothing is known is told also where its rule is off`() throws {
        let text = String(repeating: "abcd", count: 100_000)
        let request = """
            {"name": "a-recipe", "semanticVersion": "1.0.0", "parentImage": "ami-0123456789abcdef0", "clientToken": "a",
             "components": [{"componentArn": "\(Self.arn):aws:component/update-linux/x.x.x"}],
             "additionalInstanceConfiguration": {"userDataOverride": "\(text)"}}
            """
        var options = try Self.options("CreateImageRecipe")
        options.ignore = ["shape/pattern", "shape/length"]
        let linter = try Linter(options)
        for _ in 0..<3 { #expect(linter.check(Array(request.utf8), name: "a.json").notices.map(\.kind) == [.limit]) }
    }
}
