// Fixes that add members: whatever the request looks like, all of them together leave a text that reads, says what it said
// before and loses nothing any more.
import ImageBuilderLint
import Testing

@Suite struct AddedMemberTests {
    /// The request as data, from wherever it stands in the text.
    private func read(_ text: [UInt8], _ name: String) -> (value: DataValue, problems: Int) {
        let document = Document.read(Source(name: name, bytes: text), as: name.hasSuffix(".json") ? .json : .yaml)
        var cursor = NodeCursor(document, dialect: APIDialect())
        let root = DataValue(Place(document.roots.first ?? 0), &cursor)
        if case .list(let items) = root { return (items.first ?? .null, document.problems.count) }
        return (root, document.problems.count)
    }

    private func checkFixes(_ text: String, _ name: String, _ linter: Linter) {
        let bytes = Array(text.utf8)
        let before = read(bytes, name)
        #expect(before.problems == 0, "the generator wrote no \(name):\n\(text)")
        let report = linter.check(bytes, name: name)
        #expect(report.requests == 1 && report.notices.isEmpty, "\(text)")
        #expect(report.diagnostics.allSatisfy { $0.fix != nil }, "a finding without a fix:\n\(text)")
        // Each alone, and all together; what an object without members gets, it gets one after the other.
        for chosen in report.diagnostics.map({ [$0] }) + [report.diagnostics, report.diagnostics.reversed()] {
            var fixed = Fixes.applied(chosen, to: bytes)
            if chosen.count > 1 {
                for _ in 0..<4 { fixed = Fixes.applied(linter.check(fixed, name: name).diagnostics, to: fixed) }
            }
            let shown = String(decoding: fixed, as: UTF8.self)
            let after = read(fixed, name)
            #expect(after.problems == 0, "no \(name) any more:\n\(shown)")
            let left = linter.check(fixed, name: name).diagnostics.map(\.requestPointer)
            #expect(
                left == report.diagnostics.filter { !chosen.contains($0) }.map(\.requestPointer), "\(shown)")
            var bare = after.value
            for diagnostic in chosen {
                bare = bare.without(String(diagnostic.requestPointer.dropFirst().replacing("/", with: ".")))
            }
            #expect(bare.isSame(as: before.value), "something else changed:\n\(shown)")
        }
    }

    @Test("JSON in any layout", arguments: 1...8)
    func json(seed: Int) throws {
        var requests = WrittenRequests(random: SeededGenerator(seed: UInt64(seed)))
        let linter = try Pipelines.linter(Pipelines.fullState.file)
        for _ in 0..<6 { checkFixes(requests.json(requests.request()), "request.json", linter) }
    }

    @Test("YAML in any layout", arguments: 1...14)
    func yaml(seed: Int) throws {
        var requests = WrittenRequests(random: SeededGenerator(seed: UInt64(seed)))
        let linter = try Pipelines.linter(Pipelines.fullState.file)
        for _ in 0..<6 { checkFixes(requests.yaml(requests.request()), "request.yaml", linter) }
    }

    @Test("the file's own layout", arguments: [
        ("request.json", "{\"imagePipelineArn\":\"ARN\"}", "{\"imagePipelineArn\":\"ARN\",\"status\":\"DISABLED\"}"),
        ("request.json", "{ \"imagePipelineArn\": \"ARN\" }", "{ \"imagePipelineArn\": \"ARN\", \"status\": \"DISABLED\" }"),
        ("request.json", "{\r\n\t\"imagePipelineArn\": \"ARN\"\r\n}", "{\r\n\t\"imagePipelineArn\": \"ARN\",\r\n\t\"status\": \"DISABLED\"\r\n}"),
        ("request.json", "{\"imagePipelineArn\": \"ARN\",}", "{\"imagePipelineArn\": \"ARN\", \"status\": \"DISABLED\",}"),
        ("request.json", "{}", "{\"status\": \"DISABLED\"}"),
        ("request.yaml", "imagePipelineArn: ARN", "imagePipelineArn: ARN\nstatus: DISABLED"),
        ("request.yaml", "imagePipelineArn: ARN # which\n# end\n", "imagePipelineArn: ARN # which\nstatus: DISABLED\n# end\n"),
        ("request.yaml", "-   imagePipelineArn: ARN\n", "-   imagePipelineArn: ARN\n    status: DISABLED\n"),
        ("request.yaml", "imagePipelineArn: |\n  ARN\n", "status: DISABLED\nimagePipelineArn: |\n  ARN\n"),
        ("request.yaml", "{imagePipelineArn: ARN}", "{imagePipelineArn: ARN, \"status\": \"DISABLED\"}"),
        ("request.yaml", "{ # empty\n}", "{\"status\": \"DISABLED\" # empty\n}"),
    ])
    func layout(name: String, before: String, after: String) throws {
        let linter = try Pipelines.linter(#"{"imagePipeline": {"status": "DISABLED"}}"#)
        let report = linter.check(Array(before.utf8), name: name)
        #expect(report.diagnostics.count == 1)
        let fixed = Fixes.applied(report.diagnostics, to: Array(before.utf8))
        #expect(String(decoding: fixed, as: UTF8.self) == after)
    }

    @Test("what comes in by an alias or a merge is not touched", arguments: [
        "imagePipelineArn: ARN\nx: &s {scheduleExpression: rate(1 day)}\nschedule: *s\n",
        "x: &s\n  scheduleExpression: rate(1 day)\nschedule:\n  <<: *s\n",
    ])
    func aliases(text: String) throws {
        let linter = try Pipelines.linter(#"{"imagePipeline": {"schedule": {"timezone": "Europe/Berlin"}}}"#)
        let report = linter.check(Array(text.utf8), name: "request.yaml")
        #expect(report.diagnostics.map(\.rule.description) == ["update/timezone"])
        #expect(report.diagnostics.allSatisfy { $0.fix == nil })
    }
}
