import Reporting
import RequestLint

/// Hand-made reports: a source, and diagnostics on texts that occur in it.
struct Sample {
    var file = "pipelines/nightly.json"
    var source: [UInt8]

    init(_ text: String) {
        source = Array(text.utf8)
    }

    init(bytes: [UInt8]) {
        source = bytes
    }

    /// The first occurrence of a text; its lines and columns are counted here, apart from the code under test.
    func region(of text: String) -> Region {
        let wanted = Array(text.utf8)
        let start = source.indices.first { source[$0...].starts(with: wanted) } ?? 0
        return region(start..<start + wanted.count)
    }

    func region(_ range: Range<Int>) -> Region {
        Region(start: position(range.lowerBound), end: position(range.upperBound))
    }

    private func position(_ offset: Int) -> Position {
        let before = source[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let column = String(decoding: source[start..<offset], as: UTF8.self).unicodeScalars.count
        return Position(offset: offset, line: line, column: column + 1)
    }

    func diagnostic(
        _ region: Region, rule: String = "schedule/five-fields", severity: Severity = .error,
        message: String = "You wrote 5 fields.", pointer: String = "/schedule/scheduleExpression",
        related: [Diagnostic.Related] = [], fix: Fix? = nil, resource: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            rule: Rule.ID(rule), severity: severity, evidence: .proven, message: message,
            document: 0, operation: "UpdateImagePipeline", resource: resource, dialect: "api", pointer: pointer,
            requestPointer: pointer, region: region, related: related, fix: fix)
    }

    func report(_ diagnostics: Diagnostic..., notices: [Notice] = []) -> FileReport {
        FileReport(
            file: file, diagnostics: diagnostics, notices: notices, requests: 1, suppressed: 0,
            source: source)
    }
}

let nightly = Sample(
    """
    {
      "name": "nightly",
      "schedule": {
        "scheduleExpression": "cron(0 0 * * *)"
      }
    }

    """)

/// One of everything: a fix, a related place, a notice with a range and one without.
let everything: [FileReport] = [
    nightly.report(
        nightly.diagnostic(
            nightly.region(of: "0 0 * * *"),
            message: "You wrote 5 fields; Image Builder reads 6. Add `*` for the year.",
            related: [
                Diagnostic.Related(
                    message: "in this schedule", pointer: "/schedule",
                    region: nightly.region(of: "\"schedule\""))
            ],
            fix: Fix(
                description: "replace with `0 0 * * ? *`", safety: .unsafe,
                edits: [Fix.Edit(region: nightly.region(of: "0 0 * * *"), text: "0 0 * * ? *")])),
        nightly.diagnostic(
            nightly.region(of: "\"nightly\""), rule: "names/plain", severity: .info,
            message: "A name.", pointer: "/tags/0")),
    FileReport(
        file: "/srv/gone {1}.json",
        notice: Notice(kind: .unreadable, message: "No such file.")),
    FileReport(
        file: "broken.json", diagnostics: [],
        notices: [
            Notice(kind: .syntax, message: "A `}` is missing.", region: Sample("{").region(of: "{"))
        ],
        requests: 0, suppressed: 0, source: Array("{".utf8)),
]

let identity = ToolIdentity(
    name: "imagebuilder-lint", version: "1.0.0", model: "botocore 1.44.5", tzdata: "2026f")

let fiveFields = Rule(
    id: Rule.ID("schedule/five-fields"), severity: .error, evidence: .proven, isOnByDefault: true,
    title: "A cron expression needs six fields", check: "schedule-expression",
    problem: "five-fields", places: ["Schedule.scheduleExpression"], sources: [],
    page: "# A cron expression needs six fields\n\nThe year\nis missing.\n\n## Rejected\n")

func bytes(
    _ format: ReportFormat, _ reports: [FileReport],
    change: (inout ReportContext) -> Void = { _ in }
) -> [UInt8] {
    var context = ReportContext(identity: identity, rules: [fiveFields])
    change(&context)
    var reporter = format.reporter(context)
    var output = Output()
    var summary = RunSummary()
    reporter.begin(into: &output)
    for report in reports {
        summary.add(report)
        reporter.add(report, into: &output)
    }
    reporter.finish(summary, into: &output)
    return output.take()
}

func text(
    _ format: ReportFormat, _ reports: [FileReport],
    change: (inout ReportContext) -> Void = { _ in }
) -> String {
    String(decoding: bytes(format, reports, change: change), as: UTF8.self)
}

/// The text report without its figures.
func findings(_ report: FileReport, width: Int = 100) -> String {
    text(.text, [report]) {
        $0.text.isQuiet = true
        $0.text.width = width
    }
}
