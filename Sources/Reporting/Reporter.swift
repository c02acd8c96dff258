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
}
