import Foundation
import RequestLint
import Testing

@testable import Reporting

@Suite struct SARIFTests {
    @Test func results() {
        let lines = text(.sarif, everything).split(separator: "\n")
        let result = #"""
                    {"ruleId": "schedule/five-fields", "ruleIndex": 0, "level": "error", "message": {"text": "You wrote 5 fields; Image Builder reads 6. Add `*` for the year."}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "pipelines/nightly.json", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 4, "startColumn": 33, "endLine": 4, "endColumn": 42, "byteOffset": 71, "byteLength": 9}}, "logicalLocations": [{"fullyQualifiedName": "/schedule/scheduleExpression", "kind": "property"}]}], "relatedLocations": [{"id": 0, "physicalLocation": {"artifactLocation": {"uri": "pipelines/nightly.json", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 13, "byteOffset": 25, "byteLength": 10}}, "logicalLocations": [{"fullyQualifiedName": "/schedule", "kind": "property"}], "message": {"text": "in this schedule"}}], "partialFingerprints": {"imagebuilderLint/v1": "ad28fbfcce0958f3:1"}, "fixes": [{"description": {"text": "replace with `0 0 * * ? *`"}, "artifactChanges": [{"artifactLocation": {"uri": "pipelines/nightly.json", "uriBaseId": "%SRCROOT%"}, "replacements": [{"deletedRegion": {"startLine": 4, "startColumn": 33, "endLine": 4, "endColumn": 42, "byteOffset": 71, "byteLength": 9}, "insertedContent": {"text": "0 0 * * ? *"}}]}], "properties": {"safety": "unsafe"}}], "properties": {"evidence": "proven", "document": 0, "operation": "UpdateImagePipeline", "dialect": "api", "requestPointer": "/schedule/scheduleExpression"}},
            """#
        #expect(lines.contains { $0 == result })
        let rule = #"""
                        {"id": "schedule/five-fields", "name": "ScheduleFiveFields", "shortDescription": {"text": "A cron expression needs six fields"}, "fullDescription": {"text": "The year is missing."}, "help": {"text": "# A cron expression needs six fields\n\nThe year\nis missing.\n\n## Rejected\n", "markdown": "# A cron expression needs six fields\n\nThe year\nis missing.\n\n## Rejected\n"}, "defaultConfiguration": {"level": "error", "enabled": true}, "properties": {"evidence": "proven", "tags": ["schedule"], "problem.severity": "error", "precision": "very-high"}}
            """#
        #expect(lines.contains { $0 == rule })
        let notice = #"""
                        {"descriptor": {"id": "unreadable"}, "level": "error", "message": {"text": "No such file."}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "file:///srv/gone%20%7B1%7D.json"}}}]},
            """#
        #expect(lines.contains { $0 == notice })
    }

    @Test func isJSON() throws {
        let object = try JSONSerialization.jsonObject(with: Data(bytes(.sarif, everything)))
        let runs = (object as? [String: Any])?["runs"] as? [[String: Any]]
        #expect((runs?.first?["results"] as? [Any])?.count == 2)
        let invocations = runs?.first?["invocations"] as? [[String: Any]]
        #expect(invocations?.first?["executionSuccessful"] as? Bool == false)
    }

    @Test func theRootIsToldOnlyWhenAsked() {
        #expect(!text(.sarif, [nightly.report()]).contains("originalUriBaseIds"))
        let told = text(.sarif, everything) { $0.sourceRoot = "/home/me/my project" }
        #expect(told.contains(#""%SRCROOT%": {"uri": "file:///home/me/my%20project/", "#))
        #expect(!text(.sarif, everything).contains(#""%SRCROOT%": {"uri""#))
    }

    @Test func fingerprintsKeepStillWhenLinesMove() {
        func fingerprints(_ text: String) -> [String] {
            let sample = Sample(text)
            let starts = sample.source.indices.filter { sample.source[$0] == UInt8(ascii: "5") }
            var fingerprints = Fingerprints()
            return starts.map {
                let diagnostic = sample.diagnostic(sample.region($0..<$0 + 1))
                return fingerprints.next(for: diagnostic, in: sample.report(diagnostic))
            }
        }
        let one = fingerprints("[5, 5]")
        #expect(one == fingerprints("\n\n [1,\n 5, 2, 5]"))
        #expect(one[0].dropLast(2) == one[1].dropLast(2))
        #expect(one.map { $0.suffix(2) } == [":1", ":2"])
    }

    /// Vectors of the hash's authors.
    @Test(arguments: [("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8)] as [(String, UInt64)])
    func hash(_ text: String, _ value: UInt64) {
        var hash = FNV1a()
        hash.combine(text.utf8)
        #expect(hash.value == value)
    }

    @Test(arguments: [
        ("a/b.json", "a/b.json", true), ("./a b.json", "a%20b.json", true),
        ("../x.json", "../x.json", true), ("c:/x", "c%3A/x", true), ("é%\n?#.json", "%C3%A9%25%0A%3F%23.json", true),
        (".//", ".", true), ("/x y", "file:///x%20y", false), ("-", "stdin", false), ("<stdin>", "stdin", false),
    ])
    func uri(_ file: String, _ uri: String, _ isRelative: Bool) {
        #expect(FileURI(file).text == uri)
        #expect(FileURI(file).isRelative == isRelative)
    }

    @Test func messagesHoldNoPlaceholdersAndNoLinks() {
        #expect(sarifMessage("`${0}` and [1]") == "`${{0}}` and [1]")
        #expect(sarifMessage("[x](http://e)") == "\\[x\\](http://e)")
        #expect(sarifMessage("") == "No message.")
    }

    @Test func pagesHaveAFirstParagraph() {
        #expect(firstParagraph(ofPage: "# T\n\nOne\ntwo.\n\nThree.\n") == "One two.")
        #expect(firstParagraph(ofPage: "# T\n\n## Rejected\n") == nil)
        #expect(firstParagraph(ofPage: "") == nil)
        #expect(pascalCase("a-b/c2-d") == "ABC2D")
    }
}
