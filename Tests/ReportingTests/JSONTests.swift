import Foundation
import Reporting
import RequestLint
import Testing

@Suite struct JSONTests {
    @Test func everythingAtOnce() {
        let expected = #"""
            {
              "schema": "imagebuilder-lint/report/v1",
              "tool": {"name": "imagebuilder-lint", "version": "1.0.0", "model": "botocore 1.44.5", "tzdata": "2026f"},
              "diagnostics": [
                {"rule": "schedule/five-fields", "severity": "error", "evidence": "proven", "message": "You wrote 5 fields; Image Builder reads 6. Add `*` for the year.", "file": "pipelines/nightly.json", "document": 0, "operation": "UpdateImagePipeline", "dialect": "api", "pointer": "/schedule/scheduleExpression", "requestPointer": "/schedule/scheduleExpression", "range": {"start": {"offset": 71, "line": 4, "column": 33}, "end": {"offset": 80, "line": 4, "column": 42}}, "related": [{"message": "in this schedule", "file": "pipelines/nightly.json", "pointer": "/schedule", "range": {"start": {"offset": 25, "line": 3, "column": 3}, "end": {"offset": 35, "line": 3, "column": 13}}}], "fix": {"description": "replace with `0 0 * * ? *`", "safety": "unsafe", "edits": [{"range": {"start": {"offset": 71, "line": 4, "column": 33}, "end": {"offset": 80, "line": 4, "column": 42}}, "text": "0 0 * * ? *"}]}, "help": "imagebuilder-lint explain schedule/five-fields"},
                {"rule": "names/plain", "severity": "info", "evidence": "proven", "message": "A name.", "file": "pipelines/nightly.json", "document": 0, "operation": "UpdateImagePipeline", "dialect": "api", "pointer": "/tags/0", "requestPointer": "/tags/0", "range": {"start": {"offset": 12, "line": 2, "column": 11}, "end": {"offset": 21, "line": 2, "column": 20}}, "related": [], "help": "imagebuilder-lint explain names/plain"}
              ],
              "notices": [
                {"kind": "unreadable", "file": "/srv/gone {1}.json", "message": "No such file."},
                {"kind": "syntax", "file": "broken.json", "message": "A `}` is missing.", "range": {"start": {"offset": 0, "line": 1, "column": 1}, "end": {"offset": 1, "line": 1, "column": 2}}}
              ],
              "summary": {"files": 3, "passedOver": 0, "linesPassedOver": 0, "requests": 1, "errors": 1, "warnings": 0, "infos": 1, "suppressed": 0, "unreadable": 2}
            }

            """#
        #expect(text(.json, everything) == expected)
    }

    @Test func aRunWithoutFiles() throws {
        for format in [ReportFormat.json, .sarif] {
            #expect(try JSONSerialization.jsonObject(with: Data(bytes(format, []))) is [String: Any])
        }
        #expect(text(.json, []).contains("\"diagnostics\": [],\n  \"notices\": [],\n"))
        #expect(text(.sarif, []).contains("\"results\": [],\n"))
    }

    /// Foundation reads back what went in, and no control or invisible character is left raw.
    @Test func stringsSurvive() throws {
        let strings =
            [
                "", "\"\\/", "\u{0}\u{1}\u{8}\u{C}\n\r\t\u{1F}\u{7F}\u{85}\u{9B}", "日本 é \u{1F600}",
                "\u{2028}\u{2029}\u{202E}\u{200B}\u{FEFF}\u{E0041}", "\u{FFFF}\u{10FFFF}",
                String(decoding: [0x61, 0xFF, 0x62] as [UInt8], as: UTF8.self),
            ]
        var json = JSONWriter()
        json.beginObject(.lines)
        json.member("strings", strings)
        json.member("flag", true)
        json.key("none")
        json.null()
        json.key("empty")
        json.beginObject(.lines)
        json.endObject()
        json.key("nested")
        json.beginArray(.lines)
        json.value(-1)
        json.beginArray()
        json.value(false)
        json.endArray()
        json.endArray()
        json.endObject()
        json.endLine()
        let output = json.take()
        let object = try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any]
        #expect(object?["strings"] as? [String] == strings)
        let text = try #require(String(validating: output, as: UTF8.self))
        #expect(
            text.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
        #expect(
            text.hasSuffix(
                """
                  "flag": true,
                  "none": null,
                  "empty": {},
                  "nested": [
                    -1,
                    [false]
                  ]
                }

                """))
    }

    /// Drained after each file or at the end: the bytes are the same.
    @Test(arguments: ReportFormat.allCases) func streams(_ format: ReportFormat) {
        var reporter = format.reporter(ReportContext(identity: identity, rules: [fiveFields]))
        var output = Output()
        var drained: [UInt8] = []
        var summary = RunSummary()
        reporter.begin(into: &output)
        drained += output.take()
        for report in everything {
            summary.add(report)
            let before = drained.count
            reporter.add(report, into: &output)
            drained += output.take()
            #expect(report.diagnostics.isEmpty || drained.count > before)
        }
        reporter.finish(summary, into: &output)
        drained += output.take()
        #expect(drained == bytes(format, everything))
    }
}
