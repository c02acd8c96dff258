/// Turns byte offsets into lines and columns, late and only where something is reported.
///
/// Lines end with LF, CR LF or CR. Columns count Unicode scalars from 1; a byte that is no part of one counts as one.
/// A byte order mark is not a column.
package struct LineTable: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\n") {
                starts.append(index)
            } else if byte == UInt8(ascii: "\r") {
                if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
                starts.append(index)
            }
        }
        self.starts = starts
    }

    /// The number of lines; a final line break opens one more, empty line.
    package var count: Int { starts.count }

    package func position(at offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        let line = index(of: offset)
        var column = 1
        var index = starts[line]
        if index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = min(3, offset) }
        while index < offset {
            index += scalarLength(at: index)
            column += 1
        }
        return (line + 1, column)
    }

    /// The bytes of a line, counted from 1, without its line break.
    package func lineRange(_ line: Int) -> Range<Int> {
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return start..<end
    }

    private func index(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func scalarLength(at index: Int) -> Int {
        let expected: Int
        switch bytes[index] {
        case 0xC2...0xDF: expected = 2
        case 0xE0...0xEF: expected = 3
        case 0xF0...0xF4: expected = 4
        default: return 1
        }
        guard index + expected <= bytes.count else { return 1 }
        for next in index + 1..<index + expected where bytes[next] & 0xC0 != 0x80 { return 1 }
        return expected
    }
}
