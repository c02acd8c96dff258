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
    /// Notices of files without a request. They matter only when nothing at all was judged, so they wait for the end, and go once something was.
    private var held = Output()
    private var hasJudged = false
    private var tally = ResourceTally()

    package init(_ options: TextOptions) {
        self.options = options
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
            case .diagnostic(let diagnostic): write(diagnostic, of: report, into: &output)
            case .notice(let notice): add(notice, of: report, into: &output)
            }
        }
    }

    private mutating func add(_ notice: Notice, of report: FileReport, into output: inout Output) {
        guard notice.isFailure || !options.isQuiet else { return }
        if notice.kind != .noRequest || notice.region != nil || options.isVerbose {
            write(notice, of: report, into: &output)
        } else if !hasJudged {
            write(notice, of: report, into: &held)
        }
    }

    package mutating func finish(_ summary: RunSummary, into output: inout Output) {
        output.append(contentsOf: held.take())
        guard !options.isQuiet else { return }
        tally.write(options.color, into: &output)
        output.append(summary.sentence + "\n")
    }

    private func write(_ diagnostic: Diagnostic, of report: FileReport, into output: inout Output) {
        let style = Style.severity(diagnostic.severity)
        writeHead(style, diagnostic.message, into: &output) {
            $0.append(diagnostic.severity.rawValue)
            $0.append(UInt8(ascii: "["))
            $0.append(diagnostic.rule.description)
            $0.append(UInt8(ascii: "]"))
        }
        var snippet = Snippet(report.source, at: report.start.offset, width: options.width)
        let isShown = snippet.mark(diagnostic.region, style: style)
        // Where the line of the finding can't be shown, lines of related places alone would mislead.
        let unseen = diagnostic.related.filter {
            !isShown || $0.file != nil || !snippet.relate($0.region, label: $0.message)
        }
        let place = Place(file: report.file, region: diagnostic.region, pointer: diagnostic.pointer)
        let gutter = snippet.gutter
        writeArrow(to: place, gutter: gutter, into: &output)
        snippet.write(color: options.color, into: &output)
        if let resource = diagnostic.resource, !isSaid(resource, by: diagnostic.pointer) {
            writeDetail("in", .related, gutter: gutter, into: &output) { $0.appendVisible(resource) }
        }
        for related in unseen {
            writeDetail("note", .related, gutter: gutter, into: &output) {
                $0.appendVisible(related.message.hasSuffix(".") ? String(related.message.dropLast()) : related.message)
                $0.append(": ")
                Place(file: related.file ?? report.file, region: related.region, pointer: related.pointer)
                    .write(into: &$0)
            }
        }
        if let fix = diagnostic.fix {
            writeDetail("fix", .fix, gutter: gutter, into: &output) {
                $0.appendVisible(fix.description)
                if fix.safety == .unsafe {
                    $0.append("   (unsafe: a proposal, look at it before you apply it)")
                }
            }
        }
        output.endLine()
    }

    /// Whether a pointer has the names that a resource is called by, as it has them in templates and not in plans.
    private func isSaid(_ resource: String, by pointer: String) -> Bool {
        let steps = Set(pointer.split(separator: "/"))
        let title = resource.prefix { $0 != " " }
        return title.split(separator: ".").allSatisfy { steps.contains($0) }
    }

    private func write(_ notice: Notice, of report: FileReport, into output: inout Output) {
        let style = notice.isFailure ? Style.severity(.error) : .note
        // Not `error`, which the summary counts and which is a finding.
        writeHead(style, notice.message, into: &output) { $0.append(notice.isFailure ? "unreadable" : "note") }
        var snippet = Snippet(report.source, at: report.start.offset, width: options.width)
        if let region = notice.region { _ = snippet.mark(region, style: style) }
        if !report.file.isEmpty {
            let place = Place(file: report.file, region: notice.region, pointer: "")
            writeArrow(to: place, gutter: snippet.gutter, into: &output)
        }
        snippet.write(color: options.color, into: &output)
        output.endLine()
    }

    private func writeHead(
        _ style: Style, _ message: String, into output: inout Output, _ label: (inout Output) -> Void
    ) {
        output.styled(style, options.color, label)
        output.styled(.message, options.color) {
            $0.append(": ")
            $0.appendVisible(message)
        }
        output.endLine()
    }

    private func writeArrow(to place: Place, gutter: Int, into output: inout Output) {
        output.styled(.gutter, options.color) {
            $0.append(UInt8(ascii: " "), times: gutter + 1)
            $0.append("--> ")
        }
        place.write(into: &output)
        output.endLine()
    }

    private func writeDetail(
        _ label: String, _ style: Style, gutter: Int, into output: inout Output,
        _ write: (inout Output) -> Void
    ) {
        output.append(UInt8(ascii: " "), times: gutter + 2)
        output.styled(.gutter, options.color) { $0.append("= ") }
        output.styled(style, options.color) { $0.append(label) }
        output.append(": ")
        write(&output)
        output.endLine()
    }
}

/// A place as terminals and editors make a link of it, and the pointer to it.
private struct Place {
    var file: String
    var region: Region?
    var pointer: String

    func write(into output: inout Output) {
        output.appendVisible(file)
        if let start = region?.start {
            output.append(UInt8(ascii: ":"))
            output.append(start.line)
            output.append(UInt8(ascii: ":"))
            output.append(start.column)
        }
        if !pointer.isEmpty {
            output.append("  ")
            output.appendVisible(pointer)
        }
    }
}
