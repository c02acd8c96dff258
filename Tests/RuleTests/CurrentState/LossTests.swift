// What an update loses: each setting is told once, with its place in the request and in the state, and with a fix.
import ImageBuilderLint
import Testing

@Suite struct LossTests {
    private func object(_ members: [(String, DataValue)]) -> DataValue { .object(members.map { .init($0.0, $0.1) }) }

    @Test("a member that is left out is one finding of its rule", arguments: Pipelines.settings.map(\.member))
    func leftOut(member: String) throws {
        let setting = try #require(Pipelines.settings.first { $0.member == member })
        let others = Pipelines.settings.filter { $0.member != member }.map { ($0.member, $0.value) }
        let report = try Pipelines.check(object(Pipelines.request + others).file, Pipelines.fullState.file)
        let diagnostic = try #require(report.diagnostics.first)
        #expect(report.diagnostics.count == 1)
        #expect(diagnostic.rule.description == "update/\(setting.rule)")
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.requestPointer == "/\(member)")
        #expect(diagnostic.region.start.line == 1)
        let related = try #require(diagnostic.related.first)
        #expect(related.file == "state.json")
        #expect(related.pointer == "/imagePipeline/\(member)")
        let fixed = Fixes.applied(report.diagnostics, to: Array(object(Pipelines.request + others).file.utf8))
        let again = try Pipelines.check(String(decoding: fixed, as: UTF8.self), Pipelines.fullState.file)
        #expect(again.diagnostics.isEmpty && again.notices.isEmpty)
    }

    @Test("a member of an object that is given in part", arguments: Pipelines.innerSettings.map(\.member))
    func leftOutInside(member: String) throws {
        let rule = try #require(Pipelines.innerSettings.first { $0.member == member }?.rule)
        let request = object(Pipelines.request + Pipelines.settings.map { ($0.member, $0.value) }).without(member)
        let report = try Pipelines.check(request.file, Pipelines.fullState.file)
        #expect(report.diagnostics.map(\.rule.description) == ["update/\(rule)"])
        #expect(report.diagnostics.first?.requestPointer == "/" + member.split(separator: ".").joined(separator: "/"))
        let fixed = Fixes.applied(report.diagnostics, to: Array(request.file.utf8))
        #expect(try Pipelines.check(String(decoding: fixed, as: UTF8.self), Pipelines.fullState.file).diagnostics.isEmpty)
    }

    @Test("an update that says everything loses nothing")
    func nothingLost() throws {
        let request = object(Pipelines.request + Pipelines.settings.map { ($0.member, $0.value) })
        #expect(try Pipelines.check(request.file, Pipelines.fullState.file).diagnostics.isEmpty)
    }

    @Test("an update that says nothing loses each setting once, and the fixes bring all of them back")
    func everythingLost() throws {
        let request = object(Pipelines.request)
        let report = try Pipelines.check(request.file, Pipelines.fullState.file)
        #expect(
            Set(report.diagnostics.map(\.rule.description)) == Set(Pipelines.settings.map { "update/\($0.rule)" }))
        #expect(report.diagnostics.count == Pipelines.settings.count)
        let fixed = String(decoding: Fixes.applied(report.diagnostics, to: Array(request.file.utf8)), as: UTF8.self)
        #expect(try Pipelines.check(fixed, Pipelines.fullState.file, select: ["update/", "shape/"]).diagnostics.isEmpty)
    }

    @Test("what is at its default, null or empty is no loss", arguments: [
        #""schedule": null"#, #""workflows": []"#, #""imageTags": {}"#, #""status": "ENABLED""#,
        #""enhancedImageMetadataEnabled": true"#, #""imageTestsConfiguration": {"imageTestsEnabled": true, "timeoutMinutes": 720}"#,
        #""imageTestsConfiguration": {"timeoutMinutes": 90}"#, #""imageScanningConfiguration": {"imageScanningEnabled": false}"#,
        #""imageScanningConfiguration": {}"#, #""loggingConfiguration": {"pipelineLogGroupName": "/aws/imagebuilder/pipeline/nightly"}"#,
        #""executionRole": "arn:aws-cn:iam::123456789012:role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder""#,
        #""tags": {"team": "platform"}, "platform": "Linux", "consecutiveFailures": 3"#,
        #""aMemberOfTomorrow": {"with": "content"}"#,
    ])
    func defaults(members: String) throws {
        let state = #"{"imagePipeline": {"arn": "\#(Pipelines.arn)", "name": "nightly", \#(members)}}"#
        #expect(try Pipelines.check(object(Pipelines.request).file, state).diagnostics.isEmpty)
    }

    @Test("a schedule in UTC under any of its names, with the default policy and condition, loses nothing inside", arguments: [
        "UTC", "Etc/UTC", "Zulu", "GMT", "Etc/GMT-0",
    ])
    func defaultSchedule(zone: String) throws {
        let state = #"{"imagePipeline": {"schedule": {"scheduleExpression": "rate(1 day)", "timezone": "\#(zone)", "autoDisablePolicy": {"failureCount": 5}, "pipelineExecutionStartCondition": "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE"}}}"#
        let request = object(Pipelines.request + [("schedule", Pipelines.object(("scheduleExpression", .text("rate(2 days)"))))])
        #expect(try Pipelines.check(request.file, state).diagnostics.isEmpty)
    }

    @Test("no schedule before, with or without one after")
    func noScheduleBefore() throws {
        let state = Pipelines.state(Array(Pipelines.request.dropFirst()))
        #expect(try Pipelines.check(object(Pipelines.request).file, state.file).diagnostics.isEmpty)
        let request = object(Pipelines.request + [("schedule", Pipelines.object(("scheduleExpression", .text("rate(2 days)"))))])
        #expect(try Pipelines.check(request.file, state.file).diagnostics.isEmpty)
    }

    @Test("a container pipeline keeps its kind of recipe, and may change the recipe")
    func containers() throws {
        let state = Pipelines.state([("containerRecipeArn", .text(Pipelines.prefix + "container-recipe/web/1.0.0"))])
        let report = try Pipelines.check(object(Pipelines.request).file, state.file)
        #expect(report.diagnostics.map(\.rule.description) == ["update/recipe-kind"])
        #expect(report.diagnostics.first?.severity == .error)
        #expect(report.diagnostics.first?.requestPointer == "/imageRecipeArn")
        let container = Pipelines.request.map { name, value in
            name == "imageRecipeArn" ? ("containerRecipeArn", DataValue.text(Pipelines.prefix + "container-recipe/web/2.0.0")) : (name, value)
        }
        #expect(try Pipelines.check(object(container).file, state.file).diagnostics.isEmpty)
    }

    @Test("the state of another pipeline is one error, and nothing is compared")
    func otherPipeline() throws {
        let state = Pipelines.state(
            Pipelines.settings.map { ($0.member, $0.value) }, arn: Pipelines.prefix + "image-pipeline/weekly")
        let report = try Pipelines.check(object(Pipelines.request).file, state.file)
        #expect(report.diagnostics.map(\.rule.description) == ["update/other-pipeline"])
        #expect(report.diagnostics.first?.severity == .error)
        #expect(report.diagnostics.first?.related.first?.file == "state.json")
    }

    @Test("requests that replace nothing, and runs without a state, find nothing")
    func notAsked() throws {
        let create = #"{"operation": "CreateImagePipeline", "request": {"name": "nightly", "infrastructureConfigurationArn": "x"}}"#
        #expect(try Pipelines.check(create, Pipelines.fullState.file).diagnostics.isEmpty)
        let report = try Pipelines.linter(nil).check(Array(object(Pipelines.request).file.utf8), name: "request.json")
        #expect(report.requests == 1 && report.diagnostics.isEmpty)
    }

    @Test("a request whose ARN is missing or cut short is compared as far as it goes")
    func partialRequests() throws {
        let nameless = object(Array(Pipelines.request.dropFirst()))
        #expect(try Pipelines.check(nameless.file, Pipelines.fullState.file).diagnostics.count == Pipelines.settings.count)
        let cut = #"{"imagePipelineArn": "\#(Pipelines.arn)", "status": "#
        #expect(try Pipelines.check(cut, Pipelines.fullState.file).diagnostics.isEmpty)
    }

    @Test("a state with a byte order mark or a trailing comma is read all the same", arguments: ["\u{FEFF}{", "{"])
    func repairedStates(start: String) throws {
        let state = start + #""imagePipeline": {"status": "DISABLED",}}"#
        let report = try Pipelines.check(object(Pipelines.request).file, state)
        #expect(report.diagnostics.map(\.rule.description) == ["update/status"])
    }

    @Test("the resource alone, and YAML as the CLI prints it, are states too")
    func otherForms() throws {
        let alone = try #require(Pipelines.fullState["imagePipeline"])
        let lost = try Pipelines.check(object(Pipelines.request).file, alone.file)
        #expect(lost.diagnostics.count == Pipelines.settings.count)
        #expect(lost.diagnostics.first?.related.first?.pointer == "/description")
        let yaml = """
            imagePipeline:
              arn: \(Pipelines.arn)
              enhancedImageMetadataEnabled: true
              imageTestsConfiguration:
                imageTestsEnabled: false
                timeoutMinutes: 720
              schedule:
                scheduleExpression: cron(0 6 * * ? *)
                timezone: Europe/Berlin
              status: DISABLED
              tags: {}
            requestId: a1b2c3d4-5678-90ab-cdef-EXAMPLE11111
            """
        let report = try Pipelines.check(object(Pipelines.request).file, yaml, stateName: "state.yaml")
        #expect(report.diagnostics.map(\.rule.description) == ["update/schedule", "update/status", "update/tests"])
        #expect(report.diagnostics.first?.related.first?.region.start.line == 7)
    }
}
