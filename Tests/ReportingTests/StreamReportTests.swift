// Reports of streams, which come in pieces.
import Foundation
import Reporting
import RequestLint
import Testing

@Suite struct StreamReportTests {
    private static let first = Sample("{\"a\": 5}\n{\"b\": 6}\n")
    private static let second = Sample("{\"c\": 5}\n{\"d\": 7\n")

    /// A region of the second piece, at its place in the stream.
    private static func moved(_ region: Region) -> Region {
        func position(_ position: Position) -> Position {
            Position(offset: position.offset + 18, line: position.line + 2, column: position.column)
        }
        return Region(start: position(region.start), end: position(region.end))
    }

    /// In the second piece, a notice stands in front of the finding.
    private static let pieces: [FileReport] = [
        first.report(first.diagnostic(first.region(of: "5"))),
        FileReport(
            file: first.file, diagnostics: [second.diagnostic(moved(second.region(of: "7")))],
            notices: [
                Notice(kind: .noRequest, message: "Of all."),
                Notice(kind: .syntax, message: "Odd.", region: moved(second.region(of: "{\"c\": 5}"))),
            ],
            requests: 1, suppressed: 0, start: .init(line: 2, offset: 18), source: second.source),
    ]

    @Test func text() {
        let expected = """
            error[schedule/five-fields]: You wrote 5 fields.
              --> pipelines/nightly.json:1:7  /schedule/scheduleExpression
               |
             1 | {"a": 5}
               |       ^

            unreadable: Odd.
              --> pipelines/nightly.json:3:1
               |
             3 | {"c": 5}
               | ^^^^^^^^

            error[schedule/five-fields]: You wrote 5 fields.
              --> pipelines/nightly.json:4:7  /schedule/scheduleExpression
               |
             4 | {"d": 7
               |       ^

            Checked 1 file, 2 requests: 2 errors, 0 warnings, 0 infos; 1 file could not be read.

            """
        #expect(ReportingTests.text(.text, Self.pieces) == expected)
    }

    @Test func lines() throws {
        let lines = ReportingTests.text(.ndjson, Self.pieces).split(separator: "\n")
        let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(objects.map { $0?["type"] as? String } == ["diagnostic", "notice", "diagnostic", "notice", "summary"])
        #expect(objects.compactMap { $0?["message"] as? String } == ["You wrote 5 fields.", "Odd.", "You wrote 5 fields.", "Of all."])
        #expect(objects.last??["files"] as? Int == 1)
        #expect(lines.allSatisfy { $0.hasPrefix("{\"type\": \"") })
    }

    /// The same mistake on another line of the same stream is another finding.
    @Test func fingerprints() throws {
        let repeated = FileReport(
            file: Self.first.file, diagnostics: [Self.second.diagnostic(Self.moved(Self.second.region(of: "5")))],
            notices: [], requests: 1, suppressed: 0, start: .init(line: 2, offset: 18),
            source: Self.second.source)
        let prints = ReportingTests.text(.sarif, [Self.pieces[0], repeated]).matches(of: /imagebuilderLint\/v1": "([0-9a-f]+:[0-9])"/)
            .map { String($0.1) }
        #expect(prints.count == 2)
        #expect(prints.map { $0.suffix(2) } == [":1", ":2"])
        #expect(prints[0].dropLast(2) == prints[1].dropLast(2))
    }

    @Test func ownReportsAreKnown() {
        for format in ReportFormat.allCases {
            let report = bytes(format, Self.pieces)
            let isKnown = format.isReport(start: Array(report.prefix(1_024)), end: Array(report.suffix(1_024)), identity)
            #expect(isKnown == (format != .text), "\(format)")
            #expect(!format.isReport(start: Array("{}\n".utf8), end: Array("{\"type\": \"summary\"}\n".utf8), identity))
        }
    }
}
