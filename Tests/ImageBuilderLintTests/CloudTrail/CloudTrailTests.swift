// Events of CloudTrail in all their forms: which are judged, how reports call them, and what they keep to themselves.
import ImageBuilderLint
import Testing

@Suite struct CloudTrailTests {
    private func report(
        _ text: String, name: String = "trail.json", origin: Linter.Origin = .found, rules: [String] = []
    ) throws -> FileReport {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = rules
        return try Linter(options).check(Array(text.utf8), name: name, origin: origin)
    }

    /// `rule pointer requestPointer`
    private func findings(_ text: String, rules: String...) throws -> [String] {
        try report(text, rules: rules).diagnostics.map { "\($0.rule) \($0.pointer) \($0.requestPointer)" }
    }

    private static let broken = #"{"schedule": {"scheduleExpression": "cron(0 0 * * *)"}}"#

    private func event(
        _ parameters: String = CloudTrailTests.broken, operation: String = "UpdateImagePipeline",
        source: String = "imagebuilder.amazonaws.com", more: String = ""
    ) -> String {
        #"{"eventSource": "\#(source)", "eventName": "\#(operation)", "eventID": "e-1", "eventTime": "2026-11-23T08:00:00Z", \#(more)"requestParameters": \#(parameters)}"#
    }

    /// A text as JSON writes it in another.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    @Test func forms() throws {
        let event = event()
        for (text, prefix) in [
            (event, ""),
            ("[\(event)]", "/0"),
            (#"{"Records": [\#(event)]}"#, "/Records/0"),
            (#"{"version": "0", "detail-type": "AWS API Call via CloudTrail", "detail": \#(event)}"#, "/detail"),
            (#"[{"detail-type": "AWS API Call via CloudTrail", "detail": \#(event)}]"#, "/0/detail"),
        ] {
            #expect(
                try findings(text, rules: "schedule/five-fields") == [
                    "schedule/five-fields \(prefix)/requestParameters/schedule/scheduleExpression /schedule/scheduleExpression"
                ])
        }
        for (text, pointer) in [
            (#"{"Events": [{"EventId": "e-1", "CloudTrailEvent": \#(quoted(event))}]}"#, "/Events/0/CloudTrailEvent"),
            (#"[{"EventId": "e-1", "CloudTrailEvent": \#(quoted(event))}]"#, "/0/CloudTrailEvent"),
            ("[\(quoted(event))]", "/0"),
        ] {
            let report = try report(text, rules: ["schedule/five-fields"])
            #expect(report.diagnostics.map(\.pointer) == [pointer])
            let range = try #require(report.diagnostics.first?.range)
            #expect(String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self) == "0 0 * * *")
        }
    }

    @Test func whatReportsCallIt() throws {
        let report = try report(#"{"Records": [\#(event())]}"#)
        #expect(!report.diagnostics.isEmpty)
        for diagnostic in report.diagnostics {
            #expect(diagnostic.dialect == "cloudtrail")
            #expect(diagnostic.operation == "UpdateImagePipeline")
            #expect(diagnostic.resource == "e-1 (UpdateImagePipeline)")
            #expect(diagnostic.fix == nil, "nobody edits an event")
        }
        let unnamed = #"{"eventSource": "imagebuilder.amazonaws.com", "eventName": "UpdateImagePipeline", "requestParameters": \#(Self.broken)}"#
        #expect(try self.report(unnamed).diagnostics.allSatisfy { $0.resource == nil })
    }

    @Test("what others did passes silently")
    func others() throws {
        for text in [
            event(source: "ec2.amazonaws.com", more: #""errorMessage": "imagebuilder.amazonaws.com and :imagebuilder:", "#),
            event(more: #""eventType": "AwsServiceEvent", "#),
            event("null"), event("\"text\""),
            event("null", operation: "ListImages"),
            #"{"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": "imagebuilder.amazonaws.com"}]}"#,
            #"{"Events": [{"CloudTrailEvent": \#(quoted(event(source: "ec2.amazonaws.com", more: #""x": "imagebuilder.amazonaws.com", "#)))}]}"#,
        ] {
            let report = try report(text)
            #expect(report.diagnostics.isEmpty && report.notices.isEmpty && report.requests == 0, "\(text)")
        }
    }

    @Test("an API that has grown is no failure, and said once")
    func unknownOperations() throws {
        let event = event(operation: "DreamImage")
        let same = try report("[\(event), \(event)]")
        #expect(same.notices.map(\.kind) == [.noRequest])
        #expect(same.notices.first?.isFailure == false)
        #expect(same.notices.first?.message == "`DreamImage` is no operation that this version knows, so its events were not judged. A newer version may know it.")
        let many = (0..<50).map { self.event(operation: "Dream\($0)") }.joined(separator: ",")
        #expect(try report("[\(many)]").notices.count == 10)
    }

    @Test("what must not be told is unknown")
    func hidden() throws {
        for value in ["HIDDEN_DUE_TO_SECURITY_REASONS", "***", "*****"] {
            #expect(try findings(event(#"{"schedule": {"scheduleExpression": "\#(value)"}, "status": "\#(value)"}"#), rules: "schedule/", "shape/enum") == [])
        }
        #expect(try findings(event(#"{"status": "**"}"#), rules: "shape/enum").count == 1)
        #expect(try findings(event(#"{"omitted": true, "originalSize": 200000, "reason": "too long"}"#)) == [])
        #expect(try findings(event(#"{"schedule": {"omitted": true}}"#), rules: "shape/", "pipeline/schedule-without-expression").filter { $0.contains("schedule") } == [])
        #expect(try findings(event(#"{"executionRole": null, "schedule": null}"#), rules: "shape/type") == [])
        #expect(try findings(event(#"{"clientToken": ""}"#), rules: "shape/length", "pipeline/client-token") == [])
    }

    @Test("members that only a newer service knows are no findings unless the call failed")
    func unknownMembers() throws {
        let parameters = #"{"nightShift": 8, "imagePipelineArn": "arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/nightly"}"#
        #expect(try findings(event(parameters), rules: "shape/") == [])
        let failed = try findings(event(parameters, more: #""errorCode": "InvalidRequestException", "#), rules: "shape/")
        #expect(failed.contains("shape/unknown-member /requestParameters/nightShift /nightShift"))
        #expect(failed.contains { $0.hasPrefix("shape/required") })
    }

    @Test func whatStandsBesideEvents() throws {
        let report = try report(#"{"Records": [{"a": 1}, {"eventVersion": "1.09", "insightDetails": {}}, \#(event())]}"#)
        #expect(report.requests == 1)
        #expect(report.notices.map(\.kind) == [.noRequest])
    }

    @Test("an event that is cut off, or a text that is no JSON, is a failure")
    func broken() throws {
        let cut = try report(String(#"{"Records": [\#(event())]}"#.dropLast(40)))
        #expect(cut.notices.contains { $0.kind == .syntax })
        let text = try report(#"{"Events": [{"CloudTrailEvent": "{\"eventSource\": \"imagebuilder.amazonaws.com\", \"eventName\": }"}]}"#)
        #expect(text.notices.map(\.kind) == [.syntax])
    }

    @Test("requests and templates are what they were")
    func otherForms() throws {
        #expect(try report(#"[{"operation": "UpdateImagePipeline", "request": \#(Self.broken)}, \#(event())]"#).diagnostics.allSatisfy { $0.dialect == "api" })
    }

    @Test("compressed files keep their language")
    func names() throws {
        #expect(try report(event(), name: "trail.JSON.gz").requests == 1)
        #expect(try report("operation: UpdateImagePipeline\nrequest:\n  imagePipelineArn: x\n", name: "x.yaml.gz").requests == 1)
    }
}
