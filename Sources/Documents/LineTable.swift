/// Turns byte offsets into lines and columns, late and only where something is reported.
///
/// Lines end with LF, CR LF or CR. Columns count Unicode scalars from 1; a byte that is no part of one counts as one.
/// A byte order mark is not a column.
package struct LineTable: Sendable {
    private let bytes: [UInt8]
    private let starts: [UInt32]
    /// The first byte that is not ASCII: in front of it, each byte is a column.
    private let asciiEnd: Int
    /// How many scalars start in front of each block of bytes. Empty where every line is short enough to be walked.
    private let scalarsBefore: [Int]

    private static let blockSize = 4096

    /// - Parameter isOneLine: whether the bytes are one line of a stream, in which a CR is nothing but a blank.
    package init(_ bytes: [UInt8], isOneLine: Bool = false) {
        self.bytes = bytes
        var starts: [UInt32] = [0]
        var longest = 0
        var index = isOneLine ? bytes.count : 0
        let raw = bytes.span.bytes
        while index < bytes.count {
            if index <= bytes.count - 8 {
                let ends = Self.lineEnds(
                    in: UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)))
                guard ends != 0 else {
                    index += 8
                    continue
                }
                index += ends.trailingZeroBitCount / 8
            }
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
            longest = max(longest, index - Int(starts[starts.count - 1]))
            starts.append(UInt32(truncatingIfNeeded: index))
        }
        longest = max(longest, bytes.count - Int(starts[starts.count - 1]))
        self.starts = starts
        asciiEnd = Encoding.asciiEnd(of: bytes.span, from: 0)
        scalarsBefore = longest > Self.blockSize && asciiEnd < bytes.count ? Self.countScalars(bytes) : []
    }

    /// Marks in eight bytes, the first of them lowest, the first that ends a line; above it there may be marks in error.
    private static func lineEnds(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let feeds = word ^ (ones &* 0x0A)
        let returns = word ^ (ones &* 0x0D)
        return (((feeds &- ones) & ~feeds) | ((returns &- ones) & ~returns)) & (ones << 7)
    }

    private static func countScalars(_ bytes: [UInt8]) -> [Int] {
        var result: [Int] = []
        var count = 0
        var index = 0
        while index < bytes.count {
            while result.count * blockSize <= index { result.append(count) }
            index += length(bytes, index)
            count += 1
        }
        while result.count * blockSize <= bytes.count { result.append(count) }
        return result
    }

    /// The number of lines; a final line break opens one more, empty line.
    package var count: Int { starts.count }

    /// - Parameter known: an offset whose line and column are known, to count from where that is nearer than the line's start.
    package func position(
        at offset: Int, behind known: (offset: Int, line: Int, column: Int)? = nil
    ) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        if offset <= asciiEnd {
            let line = index(of: offset)
            return (line + 1, offset - Int(starts[line]) + 1)
        }
        if let known, isScalarStart(known.offset), (known.offset...known.offset + Self.blockSize).contains(offset),
            known.line == starts.count || offset < starts[known.line]
        {
            return (known.line, known.column + scalars(from: known.offset, to: offset))
        }
        let line = index(of: offset)
        var start = Int(starts[line])
        if start == 0 { start = min(Encoding.markLength(bytes.span), offset) }
        if offset - start <= Self.blockSize { return (line + 1, scalars(from: start, to: offset) + 1) }
        return (line + 1, scalars(before: offset) - scalars(before: start) + 1)
    }

    /// The bytes of a line, counted from 1, without its line break.
    package func lineRange(_ line: Int) -> Range<Int> {
        let start = Int(starts[line - 1])
        var end = line < starts.count ? Int(starts[line]) : bytes.count
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

    // MARK: Scalars

    /// Whether an offset certainly lies between two scalars that are columns.
    private func isScalarStart(_ offset: Int) -> Bool {
        offset < bytes.count && bytes[offset] & 0xC0 != 0x80 && (offset > 0 || bytes[0] < 0x80)
    }

    /// How many scalars start in front of an offset.
    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        var start = block * Self.blockSize
        // A scalar that a block's start cuts is counted in the block before.
        let lead = (max(0, start - 3)..<start).first { $0 + Self.length(bytes, $0) > start }
        if let lead { start = lead + Self.length(bytes, lead) }
        return scalarsBefore[block] + scalars(from: start, to: offset)
    }

    private func scalars(from start: Int, to end: Int) -> Int {
        var count = 0
        var index = start
        let raw = bytes.span.bytes
        while index < end {
            // A sign of ASCII is a scalar: sixteen are passed over at once.
            while index <= end - 16,
                (raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                    | raw.unsafeLoadUnaligned(fromByteOffset: index + 8, as: UInt64.self)) & 0x8080_8080_8080_8080 == 0
            {
                index += 16
                count += 16
            }
            guard index < end else { break }
            index += bytes[index] < 0x80 ? 1 : Self.length(bytes, index)
            count += 1
        }
        return count
    }

    /// The bytes of the scalar at an index, or of the byte that is none.
    private static func length(_ bytes: [UInt8], _ index: Int) -> Int {
        bytes[index] < 0x80 ? 1 : max(1, Encoding.sequenceLength(bytes.span, index))
    }
}
