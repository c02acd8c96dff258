package import RequestLint

/// A fold over the reports of a run: begin, add the report of each file, or of each piece of a stream, in order, finish with
/// the figures.
///
/// The bytes depend on the input alone: not on the time, the machine or the order in which files were judged.
package protocol Reporter: Sendable {
    mutating func begin(into output: inout Output)
    mutating func add(_ report: FileReport, into output: inout Output)
    mutating func finish(_ summary: RunSummary, into output: inout Output)
}

/// What reporters need to know beside the reports.
package struct ReportContext: Sendable {
    package var identity: ToolIdentity
    /// Every rule of the run, by id; SARIF lists them.
    package var rules: [Rule]
    package var text = TextOptions()
    /// The absolute path of the folder that relative file names start from, for SARIF. Absent where a report must not tell it.
    package var sourceRoot: String?

    package init(identity: ToolIdentity, rules: [Rule]) {
        self.identity = identity
        self.rules = rules
    }
}

/// The forms of a report, by the names that the command line uses.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    case text
    case json
    case sarif
    case ndjson

    package func reporter(_ context: ReportContext) -> any Reporter {
        switch self {
        case .text: TextReporter(context.text)
        case .json: JSONReporter(context.identity)
        case .sarif: SARIFReporter(context)
        case .ndjson: NDJSONReporter(context.identity)
        }
    }

    /// Whether a reader of the report waits for each line of it.
    package var isLines: Bool { self == .ndjson }

    /// Whether a file is such a report of the tool, of whatever version, by its first bytes and its last. A report in text
    /// can't be told.
    package func isReport(start: [UInt8], end: [UInt8], _ identity: ToolIdentity) -> Bool {
        switch self {
        case .text: return false
        case .json, .sarif: return head(identity).map { start.starts(with: $0) } ?? false
        case .ndjson:
            let lines = end.split(separator: UInt8(ascii: "\n"))
            return lines.last?.starts(with: NDJSONReporter.lastHead) ?? false
        }
    }

    /// What every report begins with, whatever its version: all up to the tool's name.
    private func head(_ identity: ToolIdentity) -> [UInt8]? {
        var reporter = reporter(ReportContext(identity: identity, rules: []))
        var output = Output()
        reporter.begin(into: &output)
        let bytes = output.take()
        let name = Array("\"name\": \"\(identity.name)\"".utf8)
        guard bytes.count >= name.count else { return nil }
        return (0...(bytes.count - name.count)).first { bytes[$0...].starts(with: name) }
            .map { Array(bytes[..<($0 + name.count)]) }
    }
}
