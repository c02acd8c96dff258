/// The part of one source line that is shown around a marked range, in its visible form. Its cost is bounded by the terminal's width, however long the line is.
struct LineWindow {
    private static let ellipsis = "..."

    private let source: [UInt8]
    /// The part of the line that was looked at.
    private let cells: LineCells
    /// The cells that are shown.
    private let shown: Range<Int>
    private let isCutLeft: Bool
    private let isCutRight: Bool

    /// - Parameters:
    ///   - range: the marked bytes; it may reach behind the line's end.
    ///   - width: the columns there are.
    init(_ source: [UInt8], around range: Range<Int>, width: Int) {
        self.source = source
        let (part, cells) = Self.near(source, range.lowerBound, width) ?? Self.far(source, range.lowerBound, width)
        self.cells = cells
        let isWhole = part.isFromStart && part.isToEnd && cells[cells.count].column <= width
        shown = isWhole ? 0..<cells.count : Self.choose(range, width, part, cells)
        isCutLeft = !part.isFromStart || shown.lowerBound > 0
        isCutRight = !part.isToEnd || shown.upperBound < cells.count
    }

    /// As much of the line as is shown where each sign is a byte and a column; nil where more of the line would change what
    /// is shown.
    private static func near(_ source: [UInt8], _ offset: Int, _ width: Int) -> (LinePart, LineCells)? {
        let part = LinePart(source, around: offset, limit: width + 24)
        // A colon is shown as it is or as an escape, by what stands before it in the line.
        guard part.isFromStart || !source.span.startsWithColon(part.range) else { return nil }
        let cells = LineCells(source, part.range, isPlain: part.isPlain)
        let before = cells[cells.number(at: offset)].column
        let behind = cells[cells.count].column - before
        return (part.isFromStart || before >= width + 8) && (part.isToEnd || behind >= width + 8) ? (part, cells) : nil
    }

    /// As much of the line as is shown whatever stands there: a character may have four bytes, and take no column.
    private static func far(_ source: [UInt8], _ offset: Int, _ width: Int) -> (LinePart, LineCells) {
        let part = LinePart(source, around: offset, limit: 4 * (width + 8))
        return (part, LineCells(source, part.range, isPlain: part.isPlain))
    }

    /// Picks the cells that fit: the marked ones first, then as much of the line's start as there is room for, then both sides evenly.
    private static func choose(_ range: Range<Int>, _ width: Int, _ part: LinePart, _ cells: LineCells) -> Range<Int> {
        let first = cells.number(at: range.lowerBound)
        let last = max(first, cells.number(at: range.upperBound))
        let total = cells[cells.count].column
        let room = width - 2 * ellipsis.utf8.count
        let marked = cells[last].column - cells[first].column
        let before = cells[first].column
        let behind = total - cells[last].column

        let start: Int
        let isNearStart = before <= ellipsis.utf8.count
        if part.isFromStart && (isNearStart || before + marked <= room + ellipsis.utf8.count) {
            start = 0
        } else {
            let spare = max(0, room - marked)
            let left = part.isToEnd && behind < spare / 2 ? spare - behind : spare / 2
            start = max(0, before - left)
        }
        let low = cells.first(atColumn: start) ?? first
        let used = !part.isFromStart || low > 0 ? ellipsis.utf8.count : 0
        let end = cells[low].column + width - used
        if part.isToEnd && total <= end { return low..<max(low, cells.count) }
        let high = cells.first(atColumn: end - ellipsis.utf8.count + 1).map { $0 - 1 } ?? cells.count
        return low..<max(low, high)
    }

    /// Whether the whole range is in sight.
    func shows(_ range: Range<Int>) -> Bool {
        range.lowerBound >= cells[shown.lowerBound].offset
            && range.upperBound <= cells[shown.upperBound].offset
    }

    /// Where a mark for the range starts, from 0, and how long it is: at least one column.
    func columns(of range: Range<Int>) -> (start: Int, count: Int) {
        let low = min(max(cells.number(at: range.lowerBound), shown.lowerBound), shown.upperBound)
        let high = min(max(cells.number(at: range.upperBound), low), shown.upperBound)
        let start = cells[low].column
        let margin = (isCutLeft ? Self.ellipsis.utf8.count : 0) - cells[shown.lowerBound].column
        return (start + margin, max(1, cells[high].column - start))
    }

    func write(into output: inout Output) {
        if isCutLeft { output.append(Self.ellipsis) }
        cells.write(shown, of: source, into: &output)
        if isCutRight { output.append(Self.ellipsis) }
    }
}
