package import RequestLint

/// How the text report looks.
package struct TextOptions: Sendable, Hashable {
    package var color = ColorMode.never
    /// The columns of the terminal.
    package var width = 100
    /// Findings and failures only: no notes and no figures.
    package var isQuiet = false
    /// Also the files that hold no request.
    package var isVerbose = false

    package init() {}
}

/// The report for people: each finding with the lines it is about, and the figures at the end: by resource, where several have findings, and of the run.
package struct TextReporter: Reporter {
    private let options: TextOptions
    private let text: RemarkText
    /// Notices of files without a request. They matter only when nothing at all was judged, so they wait for the end, and go once something was.
    private var held = Output()
    private var hasJudged = false
    private var tally = ResourceTally()

    package init(_ options: TextOptions) {
        self.options = options
        text = RemarkText(color: options.color, width: options.width)
    }

    package mutating func begin(into output: inout Output) {}

    package mutating func add(_ report: FileReport, into output: inout Output) {
        if report.requests > 0 {
            hasJudged = true
            held = Output()
        }
        if !options.isQuiet { tally.add(report) }
        report.forEachRemark { remark in
            switch remark {
            case .diagnostic(let number): text.write(diagnostic: number, of: report, into: &output)
            case .notice(let number): add(report.notices[number], of: report, into: &output)
            }
        }
    }

    private mutating func add(_ notice: Notice, of report: FileReport, into output: inout Output) {
        guard notice.isFailure || !options.isQuiet else { return }
        if notice.kind != .noRequest || notice.region != nil || options.isVerbose {
            text.write(notice, of: report, into: &output)
        } else if !hasJudged {
            text.write(notice, of: report, into: &held)
        }
    }

    package mutating func finish(_ summary: RunSummary, into output: inout Output) {
        output.append(contentsOf: held.take())
        guard !options.isQuiet else { return }
        tally.write(options.color, into: &output)
        output.append(summary.sentence + "\n")
    }
}
