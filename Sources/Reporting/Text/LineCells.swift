/// The characters of a part of a source line, in their visible form: where each starts in the source, on the screen and in
/// the text that is written.
///
/// Most lines hold nothing but plain signs of ASCII, in which the three run in step; so nothing is kept of them.
struct LineCells {
    struct Cell {
        var offset: Int
        var column: Int
        /// In the text that is written.
        var index: Int
    }

    /// The bytes of the source, where all of them are plain.
    private let plain: Range<Int>?
    /// What is written, and its cells, with one behind them that says where it ends; empty where the bytes are plain.
    private var visible = Output()
    private var cells: [Cell] = []

    /// - Parameter isPlain: whether all bytes of the range are plain.
    init(_ source: [UInt8], _ range: Range<Int>, isPlain: Bool) {
        plain = isPlain && !source.span.startsWithColon(range) ? range : nil
        guard plain == nil else { return }
        cells.reserveCapacity(range.count + 1)
        var offset = range.lowerBound
        var column = 0
        while offset < range.upperBound {
            cells.append(Cell(offset: offset, column: column, index: visible.bytes.count))
            // Most signs beside one that is not plain are plain.
            let step = visible.appendPlain(source[offset]) ? (bytes: 1, columns: 1) : visible.appendVisible(source, at: offset)
            offset += step.bytes
            column += step.columns
        }
        cells.append(Cell(offset: offset, column: column, index: visible.bytes.count))
    }

    /// The number of characters; the cell of this number stands behind them.
    var count: Int { plain?.count ?? cells.count - 1 }

    subscript(number: Int) -> Cell {
        plain.map { Cell(offset: $0.lowerBound + number, column: number, index: number) } ?? cells[number]
    }

    /// The number of the first cell at or behind an offset of the source.
    func number(at offset: Int) -> Int {
        if let plain { return min(max(0, offset - plain.lowerBound), plain.count) }
        return first { $0.offset >= offset } ?? count
    }

    /// The number of the first cell at or behind a column; nil where all are in front of it.
    func first(atColumn column: Int) -> Int? {
        if let plain { return column <= plain.count ? max(0, column) : nil }
        return first { $0.column >= column }
    }

    /// The first cell of which something holds that holds of all behind it too.
    private func first(where holds: (Cell) -> Bool) -> Int? {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if holds(cells[middle]) { high = middle } else { low = middle + 1 }
        }
        return low < cells.count ? low : nil
    }

    /// Writes some of the characters.
    func write(_ shown: Range<Int>, of source: [UInt8], into output: inout Output) {
        if let plain {
            output.append(source, plain.lowerBound + shown.lowerBound..<plain.lowerBound + shown.upperBound)
        } else {
            output.append(visible.bytes, self[shown.lowerBound].index..<self[shown.upperBound].index)
        }
    }
}
