// Where lines end: with LF, CR LF or CR, as the line table counts them.
import RequestLint

func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

extension Span<UInt8> {
    /// Whether one of eight bytes may end a line: never false where one does.
    private func mayBreak(at offset: Int) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let word = word(at: offset)
        let feeds = word ^ (ones &* 0x0A)
        let returns = word ^ (ones &* 0x0D)
        return (((feeds &- ones) & ~feeds) | ((returns &- ones) & ~returns)) & (ones << 7) != 0
    }

    func firstLineBreak(in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            while index <= range.upperBound - 8, !mayBreak(at: index) { index += 8 }
            guard index < range.upperBound else { break }
            if isLineBreak(self[index]) { return index }
            index += 1
        }
        return nil
    }

    func lastLineBreak(in range: Range<Int>) -> Int? {
        var end = range.upperBound
        while end > range.lowerBound {
            while end - 8 >= range.lowerBound, !mayBreak(at: end - 8) { end -= 8 }
            guard end > range.lowerBound else { break }
            end -= 1
            if isLineBreak(self[end]) { return end }
        }
        return nil
    }
}
