import RequestLint

/// Writes one diagnostic or notice with the lines that it is about.
struct RemarkText: Sendable {
    let color: ColorMode
    /// The columns of the terminal.
    let width: Int

    /// - Parameter number: the diagnostic's number in the report. What is written of it is taken out one by one, since a copy
    ///   would count all its texts.
    func write(diagnostic number: Int, of report: FileReport, into output: inout Output) {
        let diagnostics = report.diagnostics.span
        let region = diagnostics[number].region
        let severity = diagnostics[number].severity
        let rule = diagnostics[number].rule
        let style = Style.severity(severity)
        writeHead(style, diagnostics[number].message, into: &output) {
            $0.append(severity.rawValue)
            $0.append(UInt8(ascii: "["))
            $0.append(rule.description)
            $0.append(UInt8(ascii: "]"))
        }
        var snippet = Snippet(report.source, at: report.start.offset, width: width)
        let isShown = snippet.mark(region, style: style)
        // Where the line of the finding can't be shown, lines of related places alone would mislead.
        let unseen = diagnostics[number].related.filter {
            !isShown || $0.file != nil || !snippet.relate($0.region, label: $0.message)
        }
        let pointer = diagnostics[number].pointer
        let gutter = snippet.gutter
        writeArrow(gutter, into: &output)
        output.appendPlace(report.file, region, pointer)
        output.endLine()
        snippet.write(color: color, into: &output)
        if let resource = diagnostics[number].resource, !isSaid(resource, by: pointer) {
            writeDetail("in", .related, gutter: gutter, into: &output) { $0.appendVisible(resource) }
        }
        for related in unseen {
            let file = related.file ?? report.file
            writeDetail("note", .related, gutter: gutter, into: &output) {
                $0.appendVisible(related.message.hasSuffix(".") ? String(related.message.dropLast()) : related.message)
                $0.append(": ")
                $0.appendPlace(file, related.region, related.pointer)
            }
        }
        if let fix = diagnostics[number].fix {
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

    func write(_ notice: Notice, of report: FileReport, into output: inout Output) {
        let style = notice.isFailure ? Style.severity(.error) : .note
        // Not `error`, which the summary counts and which is a finding.
        writeHead(style, notice.message, into: &output) { $0.append(notice.isFailure ? "unreadable" : "note") }
        var snippet = Snippet(report.source, at: report.start.offset, width: width)
        if let region = notice.region { _ = snippet.mark(region, style: style) }
        if !report.file.isEmpty {
            writeArrow(snippet.gutter, into: &output)
            output.appendPlace(report.file, notice.region, "")
            output.endLine()
        }
        snippet.write(color: color, into: &output)
        output.endLine()
    }

    private func writeHead(
        _ style: Style, _ message: String, into output: inout Output, _ label: (inout Output) -> Void
    ) {
        output.styled(style, color, label)
        output.styled(.message, color) {
            $0.append(": ")
            $0.appendVisible(message)
        }
        output.endLine()
    }

    private func writeArrow(_ gutter: Int, into output: inout Output) {
        output.styled(.gutter, color) {
            $0.append(UInt8(ascii: " "), times: gutter + 1)
            $0.append("--> ")
        }
    }

    private func writeDetail(
        _ label: String, _ style: Style, gutter: Int, into output: inout Output,
        _ write: (inout Output) -> Void
    ) {
        output.append(UInt8(ascii: " "), times: gutter + 2)
        output.styled(.gutter, color) { $0.append("= ") }
        output.styled(style, color) { $0.append(label) }
        output.append(": ")
        write(&output)
        output.endLine()
    }
}

extension Output {
    /// Appends a place as terminals and editors make a link of it, and the pointer to it.
    fileprivate mutating func appendPlace(_ file: String, _ region: Region?, _ pointer: String) {
        appendVisible(file)
        if let start = region?.start {
            append(UInt8(ascii: ":"))
            append(start.line)
            append(UInt8(ascii: ":"))
            append(start.column)
        }
        if !pointer.isEmpty {
            append("  ")
            appendVisible(pointer)
        }
    }
}
