// Requests and current states for tests, as data: what an update says and what GetImagePipeline answers.
import Foundation
import ImageBuilderLint
import Testing

enum Pipelines {
    static let prefix = "arn:aws:imagebuilder:eu-west-1:123456789012:"
    static let arn = prefix + "image-pipeline/nightly"

    /// What an update needs.
    static let request: [(String, DataValue)] = [
        ("imagePipelineArn", .text(arn)),
        ("imageRecipeArn", .text(prefix + "image-recipe/base/1.0.0")),
        ("infrastructureConfigurationArn", .text(prefix + "infrastructure-configuration/nightly")),
    ]

    /// A value that differs from the default for each setting that an update can lose, and the rule that says so.
    static let settings: [(member: String, value: DataValue, rule: String)] = [
        ("description", .text("Base image: \"every\" night"), "description"),
        ("distributionConfigurationArn", .text(prefix + "distribution-configuration/all"), "distribution"),
        ("imageTestsConfiguration", object(("imageTestsEnabled", .boolean(false)), ("timeoutMinutes", .integer(60))), "tests"),
        ("enhancedImageMetadataEnabled", .boolean(false), "metadata"),
        (
            "schedule",
            object(
                ("scheduleExpression", .text("cron(0 6 * * ? *)")), ("timezone", .text("Europe/Berlin")),
                ("pipelineExecutionStartCondition", .text("EXPRESSION_MATCH_ONLY")),
                ("autoDisablePolicy", object(("failureCount", .integer(2))))), "schedule"
        ),
        ("status", .text("DISABLED"), "status"),
        (
            "imageScanningConfiguration",
            object(
                ("imageScanningEnabled", .boolean(true)),
                ("ecrConfiguration", object(("repositoryName", .text("scans")), ("containerTags", .list([.text("a"), .text("b")])))),
                ("imageScanningTypes", .list([.text("ON_DEMAND_AMI_CVE")])),
                ("scanResultCondition", object(("maximumSeverityLabel", .text("HIGH")), ("fixAvailable", .boolean(false))))),
            "scanning"
        ),
        (
            "workflows",
            .list([
                object(("workflowArn", .text("arn:aws:imagebuilder:eu-west-1:aws:workflow/build/build-image/x.x.x"))),
                object(
                    ("workflowArn", .text(prefix + "workflow/test/scan/1.0.0")),
                    ("parameters", .list([object(("name", .text("level")), ("value", .list([.text("2")])))])),
                    ("parallelGroup", .text("one"))),
            ]), "workflows"
        ),
        (
            "loggingConfiguration",
            object(("imageLogGroupName", .text("/aws/imagebuilder/images")), ("pipelineLogGroupName", .text("/aws/imagebuilder/runs"))),
            "logging"
        ),
        ("executionRole", .text("arn:aws:iam::123456789012:role/image-builder"), "execution-role"),
        ("imageTags", object(("team", .text("platform")), ("cost center", .text("12"))), "image-tags"),
    ]

    /// Members of objects that a request may give in part: the path, and the rule for its loss.
    static let innerSettings: [(member: String, rule: String)] = [
        ("schedule.scheduleExpression", "schedule"), ("schedule.timezone", "timezone"),
        ("schedule.pipelineExecutionStartCondition", "start-condition"),
        ("schedule.autoDisablePolicy", "auto-disable-policy"),
        ("imageTestsConfiguration.imageTestsEnabled", "tests"),
        ("imageScanningConfiguration.imageScanningEnabled", "scanning"),
        ("imageScanningConfiguration.ecrConfiguration", "scanning"),
        ("imageScanningConfiguration.ecrConfiguration.repositoryName", "scanning"),
        ("imageScanningConfiguration.ecrConfiguration.containerTags", "scanning"),
        ("imageScanningConfiguration.imageScanningTypes", "scanning"),
        ("imageScanningConfiguration.scanResultCondition", "scanning"),
        ("imageScanningConfiguration.scanResultCondition.fixAvailable", "scanning"),
        ("loggingConfiguration.imageLogGroupName", "logging"),
        ("loggingConfiguration.pipelineLogGroupName", "logging"),
    ]

    static func object(_ members: (String, DataValue)...) -> DataValue { .object(members.map { .init($0.0, $0.1) }) }

    /// What GetImagePipeline answers: settings among what only the answer has.
    static func state(_ settings: [(String, DataValue)], arn: String = arn) -> DataValue {
        let members: [(String, DataValue)] =
            [("arn", .text(arn)), ("name", .text("nightly")), ("platform", .text("Linux"))]
            + settings
            + [
                ("dateCreated", .text("2026-01-19T19:04:01.253Z")), ("dateNextRun", .text("2026-11-24T05:00:00Z")),
                ("consecutiveFailures", .integer(0)), ("tags", object(("team", .text("platform")))),
            ]
        return object(
            ("requestId", .text("a1b2c3d4-5678-90ab-cdef-EXAMPLE11111")),
            ("imagePipeline", .object(members.map { .init($0.0, $0.1) })))
    }

    static let fullState = state(request.dropFirst() + settings.map { ($0.member, $0.value) })

    /// Judges a request with the rules of one category beside a state.
    static func check(
        _ request: String, _ state: String, select: [String] = ["update/"], name: String = "request.json",
        stateName: String = "state.json"
    ) throws -> FileReport {
        try linter(state, select: select, name: stateName).check(Array(request.utf8), name: name)
    }

    static func linter(
        _ state: String?, select: [String] = ["update/"], name: String = "state.json"
    ) throws -> Linter {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = select
        options.operation = Operation(name: "UpdateImagePipeline")
        options.current = state.map { Linter.StateFile(name: name, bytes: Array($0.utf8)) }
        return try Linter(service: RulesFolder.service(), options: options)
    }
}

extension DataValue {
    /// The value as a file: JSON over several lines.
    var file: String { json(indent: "", unit: "  ", newline: "\n") + "\n" }

    /// The object without the member at a path.
    func without(_ path: String) -> DataValue {
        guard case .object(let members) = self else { return self }
        let name = String(path.prefix { $0 != "." })
        let rest = String(path.dropFirst(name.count + 1))
        return .object(members.compactMap { member in
            guard member.name == name else { return member }
            return rest.isEmpty ? nil : Member(name, member.value.without(rest))
        })
    }
}
