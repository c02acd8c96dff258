// The side-by-side list of an update: what is kept, changed, removed and reset, and that it tells the same as the rules.
import ImageBuilderLint
import Testing

@Suite struct PlanTests {
    private func settings(_ request: String, _ state: String) throws -> [UpdatePlan.Setting] {
        let report = try Pipelines.linter(state).plan(Array(request.utf8), name: "request.json")
        #expect(report.notices.isEmpty)
        return try #require(report.plans.first).settings
    }

    private func line(_ setting: UpdatePlan.Setting) -> String {
        var word = setting.outcome.rawValue
        if setting.outcome == .reset { word += " to \(setting.default ?? "nothing")" }
        return "\(setting.member): \(setting.present ?? "-") | \(setting.requested ?? "-") | \(word)\(setting.isLost ? " (lost)" : "")"
    }

    @Test("each setting is one line, in the order of the API")
    func lines() throws {
        let state = """
            {"imagePipeline": {"arn": "\(Pipelines.arn)", "description": "old", "imageRecipeArn": "a",
              "infrastructureConfigurationArn": "i", "status": "DISABLED", "enhancedImageMetadataEnabled": true,
              "imageTestsConfiguration": {"imageTestsEnabled": true, "timeoutMinutes": 60},
              "schedule": {"scheduleExpression": "rate(1 day)", "timezone": "Europe/Berlin",
                "pipelineExecutionStartCondition": "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE"},
              "loggingConfiguration": {"imageLogGroupName": "x"}, "dateCreated": "2026-01-19T19:04:01.253Z"}}
            """
        let request = """
            {"imagePipelineArn": "\(Pipelines.arn)", "imageRecipeArn": "b", "infrastructureConfigurationArn": "i",
             "schedule": {"scheduleExpression": "rate(1 day)"}, "imageTags": {"a": "b"}, "executionRole": null,
             "imageScanningConfiguration": {"imageScanningEnabled": false}, "clientToken": "t"}
            """
        let lines = try settings(request, state).map(line)
        #expect(lines == [
            #"description: "old" | - | removed (lost)"#,
            #"imageRecipeArn: "a" | "b" | changed"#,
            #"infrastructureConfigurationArn: "i" | "i" | kept"#,
            #"imageTestsConfiguration: {"imageTestsEnabled": true, "timeoutMinutes": 60} | - | reset to {"imageTestsEnabled": true, "timeoutMinutes": 720}"#,
            "enhancedImageMetadataEnabled: true | - | kept",
            #"schedule.scheduleExpression: "rate(1 day)" | "rate(1 day)" | kept"#,
            #"schedule.timezone: "Europe/Berlin" | - | reset to "UTC" (lost)"#,
            #"schedule.pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE" | - | kept"#,
            #"status: "DISABLED" | - | reset to "ENABLED" (lost)"#,
            #"imageScanningConfiguration: - | {"imageScanningEnabled": false} | kept"#,
            #"loggingConfiguration: {"imageLogGroupName": "x"} | - | removed (lost)"#,
            #"imageTags: - | {"a": "b"} | changed"#,
        ])
    }

    @Test("the order of an object's members is no change, that of a list is")
    func order() throws {
        let state = #"{"imagePipeline": {"imageTags": {"a": "1", "b": "2"}, "workflows": [{"workflowArn": "x"}, {"workflowArn": "y"}]}}"#
        let request = #"{"imagePipelineArn": "a", "imageTags": {"b": "2", "a": "1"}, "workflows": [{"workflowArn": "y"}, {"workflowArn": "x"}]}"#
        #expect(try settings(request, state).map(\.outcome) == [.changed, .kept])
    }

    @Test("the plan loses exactly what the rules report", arguments: 1...20)
    func sameAsRules(seed: Int) throws {
        var requests = WrittenRequests(random: SeededGenerator(seed: UInt64(seed)))
        let linter = try Pipelines.linter(requests.state().file)
        for _ in 0..<10 {
            let text = Array(requests.request().file.utf8)
            let found = linter.check(text, name: "request.json").diagnostics.map {
                $0.requestPointer.dropFirst().replacing("/", with: ".")
            }
            let plan = try #require(linter.plan(text, name: "request.json").plans.first)
            #expect(Set(plan.settings.filter(\.isLost).map(\.member)) == Set(found.map(String.init)))
        }
    }

    @Test("each request of a list has its plan, others have none, and other pipelines are told apart")
    func several() throws {
        let text = """
            [{"imagePipelineArn": "\(Pipelines.arn)", "schedule": {}},
             {"operation": "CreateImagePipeline", "request": {"name": "x"}},
             {"operation": "UpdateImagePipeline", "request": {"imagePipelineArn": "\(Pipelines.arn)x"}}]
            """
        let report = try Pipelines.linter(Pipelines.fullState.file).plan(Array(text.utf8), name: "r.json")
        #expect(report.plans.map(\.pointer) == ["/0", "/2/request"])
        #expect(report.plans.map(\.isForOtherResource) == [false, true])
        #expect(report.plans.map(\.operation.name) == ["UpdateImagePipeline", "UpdateImagePipeline"])
        #expect(report.plans.map(\.resource) == [Pipelines.arn, Pipelines.arn])
        #expect(report.plans.last?.requestedResource == Pipelines.arn + "x")
    }

    @Test("what can't be read has notices and no plan")
    func broken() throws {
        let linter = try Pipelines.linter(Pipelines.fullState.file)
        for text in ["{\"imagePipelineArn\": \"x\", \"status\": ", "{\"a\": 1", "", "[1, 2]", "{\"operation\": \"x\"}x"] {
            let report = linter.plan(Array(text.utf8), name: "r.json")
            #expect(report.plans.isEmpty && !report.notices.isEmpty, "\(text)")
        }
        let none = try Pipelines.linter(nil).plan(Array("{\"imagePipelineArn\": \"x\"}".utf8), name: "r.json")
        #expect(none.plans.isEmpty)
    }
}

extension PlanTests {
    @Test("what CloudTrail recorded has a plan like the request itself")
    func events() throws {
        let linter = try Pipelines.linter(Pipelines.fullState.file)
        let request = #"{"imagePipelineArn": "\#(Pipelines.arn)", "schedule": {"scheduleExpression": "rate(1 days)"}, "status": "DISABLED"}"#
        let event = #"{"eventSource": "imagebuilder.amazonaws.com", "eventName": "UpdateImagePipeline", "requestParameters": \#(request)}"#
        let plan = try #require(linter.plan(Array(request.utf8), name: "r.json").plans.first)
        let report = linter.plan(Array(#"{"Records": [{"eventSource": "s3", "eventName": "x"}, \#(event)]}"#.utf8), name: "r.json")
        #expect(report.plans.map(\.pointer) == ["/Records/1/requestParameters"])
        #expect(report.plans.first?.settings == plan.settings)
        #expect(report.plans.first?.isForOtherResource == false)
    }
}
