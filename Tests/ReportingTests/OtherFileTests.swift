// Related places in another file than the diagnostic's, such as the current state, in each form of a report.
import RequestLint
import Testing

@testable import Reporting

@Suite struct OtherFileTests {
    private var report: FileReport {
        nightly.report(
            nightly.diagnostic(
                nightly.region(of: "nightly"), pointer: "/name",
                related: [
                    Diagnostic.Related(
                        message: "It is set here now.", file: "state.json", pointer: "/imagePipeline/name",
                        region: nightly.region(of: "\"schedule\""))
                ]))
    }

    private func text(_ format: ReportFormat) -> String {
        var reporter = format.reporter(
            ReportContext(identity: ToolIdentity(name: "t", version: "1", model: "m", tzdata: "z"), rules: []))
        var output = Output()
        reporter.begin(into: &output)
        reporter.add(report, into: &output)
        reporter.finish(RunSummary(), into: &output)
        return String(decoding: output.take(), as: UTF8.self)
    }

    @Test func textNamesTheFileAndDrawsNothingOfIt() {
        #expect(text(.text).hasPrefix("""
            error[schedule/five-fields]: You wrote 5 fields.
              --> pipelines/nightly.json:2:12  /name
               |
             2 |   "name": "nightly",
               |            ^^^^^^^
               = note: It is set here now: state.json:3:3  /imagePipeline/name

            """))
    }

    @Test func jsonAndSARIFNameTheFile() {
        #expect(text(.json).contains(#""related": [{"message": "It is set here now.", "file": "state.json", "pointer": "/imagePipeline/name""#))
        #expect(text(.sarif).contains(
            #""relatedLocations": [{"id": 0, "physicalLocation": {"artifactLocation": {"uri": "state.json", "uriBaseId": "%SRCROOT%"}"#))
    }
}

@Suite struct DataValueTests {
    private let value: DataValue = .object([
        .init("a", .list([.integer(-1), .number("1e3"), .boolean(true), .null])), .init("b\u{202E}", .text("\u{1}x\"\\\n")),
        .init("c", .object([])), .init("d", .list([])),
    ])

    @Test func jsonIsOneLineOrSeveral() {
        #expect(value.json == #"{"a": [-1, 1000.0, true, null], "b"# + "\u{202E}" + #"": "\u0001x\"\\\n", "c": {}, "d": []}"#)
        #expect(value.json(separator: ",", colon: ":").hasPrefix(#"{"a":[-1,1000.0,true,null],"#))
        #expect(value.json(indent: "  ", unit: "\t", newline: "\r\n").hasPrefix("{\r\n  \t\"a\": [\r\n  \t\t-1,\r\n"))
    }

    @Test func reportsHideNoCharacterOfIt() {
        var writer = JSONWriter()
        writer.value(value)
        #expect(String(decoding: writer.take(), as: UTF8.self) == #"{"a": [-1, 1000.0, true, null], "b\u202e": "\u0001x\"\\\n", "c": {}, "d": []}"#)
    }

    @Test func sameness() {
        let left: DataValue = .object([.init("a", .integer(1)), .init("b", .list([.text("x"), .text("y")]))])
        #expect(left.isSame(as: .object([.init("b", .list([.text("x"), .text("y")])), .init("a", .integer(1))])))
        #expect(!left.isSame(as: .object([.init("b", .list([.text("y"), .text("x")])), .init("a", .integer(1))])))
        #expect(!left.isSame(as: .object([.init("a", .integer(1))])))
        #expect(!DataValue.unknown.isSame(as: .unknown))
        #expect(!DataValue.integer(1).isSame(as: .text("1")))
    }
}
