import RequestLint

/// The lines of a source that a diagnostic or notice is about, with its places marked below them.
struct Snippet {
    /// A marked range inside one line.
    private struct Mark {
        var line: Int
        var range: Range<Int>
        var sign: UInt8
        var style: Style
        var label: String
    }

    private let source: [UInt8]
    /// Where the source starts in the file.
    private let start: Int
    private let width: Int
    private var marks: [Mark] = []

    /// - Parameters:
    ///   - start: where the source starts in the file.
    ///   - width: the columns of the terminal.
    init(_ source: [UInt8], at start: Int = 0, width: Int) {
        self.source = source
        self.start = start
        self.width = width
    }

    /// - Returns: false where the region lies outside the source, which is how a source that was not kept looks.
    mutating func mark(_ region: Region, style: Style) -> Bool {
        mark(region, sign: UInt8(ascii: "^"), style: style, label: "")
    }

    /// Marks a place that has to do with it and says why.
    mutating func relate(_ region: Region, label: String) -> Bool {
        mark(region, sign: UInt8(ascii: "-"), style: .related, label: label)
    }

    /// The digits of the biggest line number.
    var gutter: Int {
        marks.reduce(1) { max($0, Output.digits(of: $1.line.magnitude)) }
    }

    func write(color: ColorMode, into output: inout Output) {
        guard !marks.isEmpty else { return }
        let gutter = gutter
        // Behind the number and its bar, one column stays free for the mark behind a line's end.
        let margin = gutter + 5
        let sorted = marks.count == 1 ? marks : marks.sorted { ($0.line, $0.range.lowerBound) < ($1.line, $1.range.lowerBound) }
        writeGutter(nil, gutter, color, into: &output)
        output.endLine()
        var next = 0
        while next < sorted.count {
            let line = sorted[next].line
            if next > 0, line > sorted[next - 1].line + 1 {
                output.styled(.gutter, color) { $0.append("...\n") }
            }
            let window = LineWindow(source, around: sorted[next].range, width: max(24, width - margin))
            writeGutter(line, gutter, color, into: &output)
            output.append(UInt8(ascii: " "))
            window.write(into: &output)
            output.endLine()
            repeat {
                write(sorted[next], below: window, gutter, color, into: &output)
                next += 1
            } while next < sorted.count && sorted[next].line == line && window.shows(sorted[next].range)
        }
    }

    private func write(
        _ mark: Mark, below window: LineWindow, _ gutter: Int, _ color: ColorMode, into output: inout Output
    ) {
        let columns = window.columns(of: mark.range)
        writeGutter(nil, gutter, color, into: &output)
        output.append(UInt8(ascii: " "), times: columns.start + 1)
        output.styled(mark.style, color) {
            $0.append(mark.sign, times: columns.count)
            if !mark.label.isEmpty {
                $0.append(UInt8(ascii: " "))
                $0.appendVisible(mark.label)
            }
        }
        output.endLine()
    }

    private func writeGutter(
        _ number: Int?, _ gutter: Int, _ color: ColorMode, into output: inout Output
    ) {
        output.styled(.gutter, color) {
            $0.append(UInt8(ascii: " "), times: 1 + gutter - (number.map { Output.digits(of: $0.magnitude) } ?? 0))
            if let number { $0.append(number) }
            $0.append(" |")
        }
    }

    /// A range of several lines is marked on its first and on its last one.
    private mutating func mark(
        _ region: Region, sign: UInt8, style: Style, label: String
    ) -> Bool {
        let start = region.start.offset - self.start
        var end = region.end.offset - self.start
        guard !source.isEmpty, start >= 0, start <= end, end <= source.count else { return false }
        var lastLine = region.end.line
        if lastLine > region.start.line, region.end.column == 1 {
            // It ends with a line's end: the line that follows has no part in it.
            lastLine -= 1
            end -= 1
        }
        let isOneLine = lastLine <= region.start.line
        marks.append(
            Mark(
                line: region.start.line, range: start..<max(start, lineEnd(from: start, before: end)),
                sign: sign, style: style, label: isOneLine ? label : ""))
        if isOneLine { return true }
        marks.append(
            Mark(
                line: lastLine, range: lineText(before: end)..<end, sign: sign, style: style,
                label: label))
        return true
    }

    /// The end of the line or of the range, or a place far enough behind the start that the window cuts it anyway.
    private func lineEnd(from offset: Int, before end: Int) -> Int {
        let limit = max(offset, min(end, offset + 4 * width))
        return source.span.firstLineBreak(in: offset..<limit) ?? limit
    }

    /// Where the text of the line begins that ends at an offset, or a place far enough before it.
    private func lineText(before offset: Int) -> Int {
        let limit = max(0, offset - 2 * width)
        var start = offset
        while start > limit, !isLineBreak(source[start - 1]) { start -= 1 }
        while start < offset, isContinuation(source[start]) { start += 1 }
        while start < offset, source[start] == UInt8(ascii: " ") || source[start] == UInt8(ascii: "\t") {
            start += 1
        }
        return start
    }
}
