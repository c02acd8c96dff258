/// The part of one source line that is shown around a marked range, in its visible form. Its cost is bounded by the terminal's width, however long the line is.
struct LineWindow {
    /// One character: where it starts in the source, on the screen and in `visible`.
    private struct Cell {
        var offset: Int
        var column: Int
        var index: Int
    }

    private static let ellipsis = "..."

    /// The cells of the scanned part, and one behind them that says where it ends.
    private var cells: [Cell] = []
    private var visible = Output()
    /// The cells that are shown.
    private var shown = 0..<0
    private var isCutLeft = false
    private var isCutRight = false

    /// - Parameters:
    ///   - range: the marked bytes; it may reach behind the line's end.
    ///   - width: the columns there are.
    init(_ source: [UInt8], around range: Range<Int>, width: Int) {
        let bytes = Self.scan(source, around: range.lowerBound, limit: 4 * (width + 8))
        var offset = bytes.range.lowerBound
        var column = 0
        while offset < bytes.range.upperBound {
            cells.append(Cell(offset: offset, column: column, index: visible.bytes.count))
            let step = visible.appendVisible(source, at: offset)
            offset += step.bytes
            column += step.columns
        }
        cells.append(Cell(offset: offset, column: column, index: visible.bytes.count))
        isCutLeft = !bytes.isFromStart
        isCutRight = !bytes.isToEnd
        shown = 0..<cells.count - 1
        if isCutLeft || isCutRight || column > width { choose(range, width: width) }
    }

    /// The bytes of the line near an offset, on boundaries of characters.
    private static func scan(
        _ source: [UInt8], around offset: Int, limit: Int
    ) -> (range: Range<Int>, isFromStart: Bool, isToEnd: Bool) {
        var low = offset
        if low > 0, low < source.count, source[low] == UInt8(ascii: "\n"),
            source[low - 1] == UInt8(ascii: "\r")
        {
            low -= 1
        }
        let anchor = low
        while low > 0, !isLineBreak(source[low - 1]), anchor - low < limit { low -= 1 }
        let isFromStart = low == 0 || isLineBreak(source[low - 1])
        if !isFromStart {
            while low < anchor, isContinuation(source[low]) { low += 1 }
        }
        // A byte order mark is no part of the line, unless it is what is marked.
        if low == 0, anchor >= 3, source.starts(with: [0xEF, 0xBB, 0xBF]) { low = 3 }
        var high = anchor
        while high < source.count, !isLineBreak(source[high]), high - anchor < limit { high += 1 }
        let isToEnd = high == source.count || isLineBreak(source[high])
        if !isToEnd {
            while high > anchor, isContinuation(source[high]) { high -= 1 }
        }
        return (low..<high, isFromStart, isToEnd)
    }

    /// Picks the cells that fit: the marked ones first, then as much of the line's start as there is room for, then both sides evenly.
    private mutating func choose(_ range: Range<Int>, width: Int) {
        let first = index(of: range.lowerBound)
        let last = max(first, index(of: range.upperBound))
        let total = cells[cells.count - 1].column
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
        let low = cells.firstIndex { $0.column >= start } ?? first
        let cutLeft = isCutLeft || low > 0
        let used = cutLeft ? Self.ellipsis.utf8.count : 0
        let end = cells[low].column + width - used
        let fits = !isCutRight && total <= end
        let high =
            fits
            ? cells.count - 1
            : (cells.lastIndex { $0.column <= end - Self.ellipsis.utf8.count } ?? low)
        shown = low..<max(low, high)
        isCutLeft = cutLeft
        isCutRight = !fits
    }

    /// The first cell at or behind an offset.
    private func index(of offset: Int) -> Int {
        cells.firstIndex { $0.offset >= offset } ?? cells.count - 1
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
        output.append(
            contentsOf: visible.bytes[cells[shown.lowerBound].index..<cells[shown.upperBound].index])
        if isCutRight { output.append(Self.ellipsis) }
    }
}

/// Lines end with LF, CR LF or CR, as the line table counts them.
func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
