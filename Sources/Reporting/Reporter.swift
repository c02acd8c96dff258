package import RequestLint

/// A fold over the reports of a run: begin, add each file's report in order, finish with the figures.
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

    package func reporter(_ context: ReportContext) -> any Reporter {
        switch self {
        case .text: TextReporter(context.text)
        case .json: JSONReporter(context.identity)
        case .sarif: SARIFReporter(context)
        }
    }

    /// What every report of a tool begins with, whatever its version: all up to the tool's name. A report in text has no such head.
    package func head(_ identity: ToolIdentity) -> [UInt8]? {
        if self == .text { return nil }
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
