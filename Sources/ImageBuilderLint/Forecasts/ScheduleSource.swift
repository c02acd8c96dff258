import Documents
import RequestLint
import Schedules

/// A schedule as a request, so that the rules judge it as they judge any other, and the way back from places in the
/// request to places in what was asked.
struct ScheduleSource {
    /// What is shown to people: the expression, and on a line of its own the time zone.
    private let text: [UInt8]
    private let expression: Part
    private let timezone: Part?
    private let request: [UInt8]

    /// A text that stands as a JSON string in the request.
    private struct Part {
        /// Its range in the shown text.
        let shown: Range<Int>
        /// Its member in the request, key and all.
        let member: Range<Int>
        /// Its bytes in the request, without the quotes.
        let value: Range<Int>
    }

    init(_ question: ScheduleForecast.Question) {
        var text: [UInt8] = []
        var request = Array(#"{"operation": "UpdateImagePipeline", "request": {"schedule": {"#.utf8)
        expression = Self.add("scheduleExpression", question.expression, &text, &request)
        if let timezone = question.timezone {
            text.append(UInt8(ascii: "\n"))
            request += ", ".utf8
            self.timezone = Self.add("timezone", timezone, &text, &request)
        } else {
            timezone = nil
        }
        request += "}}}".utf8
        self.text = text
        self.request = request
    }

    private static func add(
        _ member: String, _ value: String, _ text: inout [UInt8], _ request: inout [UInt8]
    ) -> Part {
        let shownStart = text.count
        text += value.utf8
        let memberStart = request.count
        request += "\"\(member)\": \"".utf8
        let valueStart = request.count
        for byte in value.utf8 { request += escaped(byte) }
        let valueEnd = request.count
        request.append(UInt8(ascii: "\""))
        return Part(shown: shownStart..<text.count, member: memberStart..<request.count, value: valueStart..<valueEnd)
    }

    /// A byte of a JSON string.
    private static func escaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [UInt8(ascii: "\\"), byte]
        case 0..<0x20:
            let digits = String(byte, radix: 16)
            return Array("\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
        default: return [byte]
        }
    }

    // MARK: Judging

    /// What the rules say of the schedule's members, at places of the shown text.
    func report(by linter: Linter) -> FileReport {
        let report = linter.check(request, name: "schedule.json")
        let lines = LineTable(text)
        let diagnostics = report.diagnostics.filter { $0.requestPointer.utf8.starts(with: "/schedule/".utf8) }
        return FileReport(
            file: "<schedule>", diagnostics: diagnostics.map { moved($0, lines) }, notices: [], requests: 1, suppressed: 0,
            source: text)
    }

    private func moved(_ diagnostic: Diagnostic, _ lines: LineTable) -> Diagnostic {
        Diagnostic(
            rule: diagnostic.rule, severity: diagnostic.severity, evidence: diagnostic.evidence,
            message: diagnostic.message, document: diagnostic.document, operation: diagnostic.operation,
            dialect: diagnostic.dialect, pointer: diagnostic.requestPointer, requestPointer: diagnostic.requestPointer,
            region: moved(diagnostic.region, lines),
            related: diagnostic.related.map {
                Diagnostic.Related(
                    message: $0.message, pointer: String($0.pointer.dropFirst("/request".count)),
                    region: moved($0.region, lines))
            },
            fix: diagnostic.fix.map { fix in
                Fix(
                    description: fix.description, safety: fix.safety,
                    edits: fix.edits.map { Fix.Edit(region: moved($0.region, lines), text: $0.text) })
            })
    }

    private func moved(_ region: Region, _ lines: LineTable) -> Region {
        let part = timezone.flatMap { region.start.offset >= $0.member.lowerBound ? $0 : nil } ?? expression
        // What is said of the member as a whole is said of its text.
        let isKey = region.end.offset <= part.value.lowerBound
        let start = isKey ? part.shown.lowerBound : shown(region.start.offset, part)
        let end = isKey ? part.shown.upperBound : shown(region.end.offset, part)
        return Region(SourceRange(start: start, end: end), lines: lines)
    }

    /// An offset in the request as one in the shown text; what lies outside of the value is at its ends.
    private func shown(_ offset: Int, _ part: Part) -> Int {
        var inRequest = part.value.lowerBound
        var inText = part.shown.lowerBound
        while inRequest < offset, inText < part.shown.upperBound {
            inRequest += Self.escaped(text[inText]).count
            inText += 1
        }
        return inText
    }
}
