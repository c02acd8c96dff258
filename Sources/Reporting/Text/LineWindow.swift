/// The part of one source line that is shown around a marked range, in its visible form. Its cost is bounded by the terminal's width, however long the line is.
struct LineWindow {
    private static let ellipsis = "..."

    private let source: [UInt8]
    /// The part of the line that was looked at.
    private let cells: LineCells
    /// The cells that are shown.
    private var shown = 0..<0
    private var isCutLeft = false
    private var isCutRight = false

    /// - Parameters:
    ///   - range: the marked bytes; it may reach behind the line's end.
    ///   - width: the columns there are.
    init(_ source: [UInt8], around range: Range<Int>, width: Int) {
        self.source = source
        var part = Self.scan(source, around: range.lowerBound, limit: width + 24)
        var cells = LineCells(source, part.range, isPlain: part.isPlain)
        if !Self.isFilled(by: cells, part, around: range.lowerBound, width, source) {
            // A character may have four bytes, and take no column.
            part = Self.scan(source, around: range.lowerBound, limit: 4 * (width + 8))
            cells = LineCells(source, part.range, isPlain: part.isPlain)
        }
        self.cells = cells
        isCutLeft = !part.isFromStart
        isCutRight = !part.isToEnd
        shown = 0..<cells.count
        if isCutLeft || isCutRight || cells[cells.count].column > width { choose(range, width: width) }
    }

    private struct Part {
        let range: Range<Int>
        let isFromStart: Bool
        let isToEnd: Bool
        let isPlain: Bool
    }

    /// Whether more of the line would change nothing: it is here as a whole, or as much as is shown of it at most.
    private static func isFilled(
        by cells: LineCells, _ part: Part, around offset: Int, _ width: Int, _ source: [UInt8]
    ) -> Bool {
        let before = cells[cells.first(atOffset: offset) ?? cells.count].column
        let behind = cells[cells.count].column - before
        // A colon is shown as it is or as an escape, by what stands before it in the line.
        let isToldFromStart = part.isFromStart || !source.span.startsWithColon(part.range)
        return isToldFromStart && (part.isFromStart || before >= width + 8) && (part.isToEnd || behind >= width + 8)
    }

    /// The bytes of the line near an offset, on boundaries of characters.
    private static func scan(_ source: [UInt8], around offset: Int, limit: Int) -> Part {
        var low = offset
        if low > 0, low < source.count, source[low] == UInt8(ascii: "\n"),
            source[low - 1] == UInt8(ascii: "\r")
        {
            low -= 1
        }
        let anchor = low
        let lowest = max(0, anchor - limit)
        // What is plain ends no line.
        let plainStart = source.span.plainStart(before: anchor, from: lowest)
        low = source.span.lastLineBreak(in: lowest..<plainStart).map { $0 + 1 } ?? lowest
        let isFromStart = low == 0 || isLineBreak(source[low - 1])
        if !isFromStart {
            while low < anchor, isContinuation(source[low]) { low += 1 }
        }
        // A byte order mark is no part of the line, unless it is what is marked.
        if low == 0, anchor >= 3, source.starts(with: [0xEF, 0xBB, 0xBF]) { low = 3 }
        let highest = min(source.count, anchor + limit)
        let plainEnd = source.span.plainEnd(from: anchor, to: highest)
        var high = source.span.firstLineBreak(in: plainEnd..<highest) ?? highest
        let isToEnd = high == source.count || isLineBreak(source[high])
        if !isToEnd {
            while high > anchor, isContinuation(source[high]) { high -= 1 }
        }
        return Part(range: low..<high, isFromStart: isFromStart, isToEnd: isToEnd, isPlain: plainStart <= low && high <= plainEnd)
    }

    /// Picks the cells that fit: the marked ones first, then as much of the line's start as there is room for, then both sides evenly.
    private mutating func choose(_ range: Range<Int>, width: Int) {
        let first = index(of: range.lowerBound)
        let last = max(first, index(of: range.upperBound))
        let total = cells[cells.count].column
        let room = width - 2 * Self.ellipsis.utf8.count
        let marked = cells[last].column - cells[first].column
        let before = cells[first].column
        let behind = total - cells[last].column

        let start: Int
        let isNearStart = before <= Self.ellipsis.utf8.count
        if !isCutLeft && (isNearStart || before + marked <= room + Self.ellipsis.utf8.count) {
            start = 0
        } else {
            let spare = max(0, room - marked)
            let left = !isCutRight && behind < spare / 2 ? spare - behind : spare / 2
            start = max(0, before - left)
        }
        let low = cells.first(atColumn: start) ?? first
        let cutLeft = isCutLeft || low > 0
        let used = cutLeft ? Self.ellipsis.utf8.count : 0
        let end = cells[low].column + width - used
        let fits = !isCutRight && total <= end
        let high =
            fits
            ? cells.count
            : (cells.first(atColumn: end - Self.ellipsis.utf8.count + 1).map { $0 - 1 } ?? cells.count)
        shown = low..<max(low, high)
        isCutLeft = cutLeft
        isCutRight = !fits
    }

    /// The first cell at or behind an offset.
    private func index(of offset: Int) -> Int {
        cells.first(atOffset: offset) ?? cells.count
    }

    /// Whether the whole range is in sight.
    func shows(_ range: Range<Int>) -> Bool {
        range.lowerBound >= cells[shown.lowerBound].offset
            && range.upperBound <= cells[shown.upperBound].offset
    }

    /// Where a mark for the range starts, from 0, and how long it is: at least one column.
    func columns(of range: Range<Int>) -> (start: Int, count: Int) {
        let low = min(max(index(of: range.lowerBound), shown.lowerBound), shown.upperBound)
        let high = min(max(index(of: range.upperBound), low), shown.upperBound)
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
