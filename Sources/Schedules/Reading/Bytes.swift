/// The few questions that the readers ask of a text's bytes.
extension Span<UInt8> {
    /// A range as a string; bytes that are no UTF-8 are replaced.
    borrowing func string(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for index in range { bytes.append(self[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A range in backquotes for a message, cut where it is long.
    borrowing func quoted(_ range: Range<Int>) -> String {
        let longest = 80
        guard range.count > longest else { return "`\(string(range))`" }
        var end = range.lowerBound + longest
        while end > range.lowerBound, self[end] & 0xC0 == 0x80 { end -= 1 }
        return "`\(string(range.lowerBound..<end))…`"
    }

    borrowing func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    borrowing func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
        var index = range.upperBound
        while index > range.lowerBound {
            index -= 1
            if self[index] == byte { return index }
        }
        return nil
    }

    /// Whether a range holds exactly this one byte.
    borrowing func holds(_ byte: UInt8, _ range: Range<Int>) -> Bool {
        range.count == 1 && self[range.lowerBound] == byte
    }

    /// Whether a range is this lower-case ASCII word, in any case.
    borrowing func matches(_ word: StaticString, _ range: Range<Int>) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count
        where self[range.lowerBound + offset].lowercased != word.utf8Start[offset] {
            return false
        }
        return true
    }

    borrowing func hasUpperCase(_ range: Range<Int>) -> Bool {
        for index in range where self[index] != self[index].lowercased { return true }
        return false
    }

    borrowing func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, self[start].isBlank { start += 1 }
        while end > start, self[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    /// The number that the digits of a range write; nil where there is another sign or nothing. Large numbers stop
    /// at `Span.largest`, which is larger than anything that a schedule may hold.
    borrowing func number(_ range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        var value = 0
        var index = range.lowerBound
        while index < range.upperBound {
            guard self[index].isDigit else { return nil }
            value = Swift.min(value * 10 + Int(self[index] - UInt8(ascii: "0")), Self.largest)
            index += 1
        }
        return value
    }

    static var largest: Int { 1 << 40 }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    var isLetter: Bool {
        let folded = self | 0x20
        return folded >= UInt8(ascii: "a") && folded <= UInt8(ascii: "z")
    }

    /// A space, a tab, or one of the signs that end a line.
    var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    var lowercased: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self }
}
