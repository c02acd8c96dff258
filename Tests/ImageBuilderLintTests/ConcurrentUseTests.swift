// One linter, many threads: what it says of an input does not depend on who else is asking.
import Dispatch
import Foundation
import ImageBuilderLint
import Synchronization
import Testing

@Suite struct ConcurrentUseTests {
    /// Good, bad, broken and huge inputs in every language. Patterns are compiled on
    /// first use, by whichever thread comes first.
    private static let inputs: [(name: String, bytes: [UInt8])] = {
        let arn = "arn:aws:imagebuilder:us-east-1:123456789012"
        let good = """
            {"imagePipelineArn": "\(arn):image-pipeline/a-name", "imageRecipeArn": "\(arn):image-recipe/a-name/1.0.0",
             "infrastructureConfigurationArn": "\(arn):infrastructure-configuration/a-name", "description": "aaa"}
            """
        let bad = #"{"imagePipelineArn": "x", "schedule": {"scheduleExpression": "cron(0 0 * * *)", "timezone": "Europe/Berln"}, "description": "b\#u{E9}"}"#
        let template = """
            Parameters: {Zone: {Type: String, Default: Etc/UTC, AllowedValues: [Etc/UTC, Mars/Base]}}
            Resources:
              P:
                Type: AWS::ImageBuilder::ImagePipeline
                Properties: {Name: a-name, ImageRecipeArn: !Sub "${R}", Schedule: {ScheduleExpression: cron(0 0 * * *), Timezone: !Ref Zone}}
            """
        let configuration = """
            locals { schedule = "cron(0 0 * * *)" }
            resource "aws_imagebuilder_image_pipeline" "p" {
              name = "a-name"
              schedule { schedule_expression = local.schedule }
            }
            """
        let texts = [
            ("good.json", good), ("bad.json", bad), ("broken.json", String(good.dropLast(20))), ("template.yaml", template),
            ("broken.yaml", template.replacingOccurrences(of: "Type:", with: "\tType:")), ("main.tf", configuration),
            ("broken.tf", String(configuration.dropLast(8))), ("deep.json", String(repeating: "[", count: 10_000)),
            ("empty.json", ""), ("huge.json", "[" + repeatElement(bad, count: 200).joined(separator: ",\n") + "]"),
        ]
        return texts.map { ($0.0, Array($0.1.utf8)) } + [("latin.json", [0x7B, 0x22, 0xE9, 0x22, 0x7D])]
    }()

    private static func linter() throws -> Linter {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.operation = Operation(name: "UpdateImagePipeline")
        return try Linter(options)
    }

    /// All that a report says.
    private static func text(_ report: FileReport) -> String { "\(report.diagnostics) \(report.notices) \(report.requests)" }

    @Test func `a thousand judgements at once say what single ones say`() throws {
        let expected = try Self.inputs.map { input in
            Self.text(try Self.linter().check(input.bytes, name: input.name))
        }
        #expect(Set(expected).count == Self.inputs.count)
        // A linter that nobody used yet, so that the first uses race as well.
        let shared = try Self.linter()
        let differing = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 1_000) { round in
            let input = Self.inputs[round % Self.inputs.count]
            let text = Self.text(shared.check(input.bytes, name: input.name))
            if text != expected[round % Self.inputs.count] { differing.withLock { $0.append(input.name) } }
        }
        #expect(differing.withLock { $0 } == [])
    }
}
