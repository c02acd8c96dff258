// What checks ask of a text's bytes. Only `string` allocates. Every access checks its bounds.
import CByteScan

extension Span<UInt8> {
    /// The text, for messages.
    package var string: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether both are the same text. Compares eight or four bytes at a time, the last ones perhaps twice.
    @inlinable package func equals(_ other: borrowing Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        if count >= 8 {
            var index = 0
            while index < count - 8 {
                if word(at: index) != other.word(at: index) { return false }
                index &+= 8
            }
            return word(at: count - 8) == other.word(at: count - 8)
        }
        if count >= 4 {
            return half(at: 0) == other.half(at: 0) && half(at: count - 4) == other.half(at: count - 4)
        }
        // Of three bytes at most, these are all.
        return count == 0
            || self[0] == other[0] && self[count / 2] == other[count / 2] && self[count - 1] == other[count - 1]
    }

    /// Whether the text is exactly this one.
    @inlinable package func equals(_ other: StaticString) -> Bool {
        count == other.utf8CodeUnitCount && other.withUTF8Buffer { equals($0.span) }
    }

    /// Whether the text begins with this one.
    @inlinable package func starts(with other: StaticString) -> Bool {
        let length = other.utf8CodeUnitCount
        return count >= length && extracting(0..<length).equals(other)
    }

    /// Whether the text ends with this one.
    @inlinable package func ends(with other: StaticString) -> Bool {
        let length = other.utf8CodeUnitCount
        return count >= length && extracting(count - length..<count).equals(other)
    }

    /// Where a byte stands first in a range; the range's end where it does not. Looks at eight bytes at a time.
    @inlinable @inline(__always) package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let wanted = UInt64(byte) &* ones
        var index = range.lowerBound
        while index <= range.upperBound - 8 {
            let difference = word(at: index) ^ wanted
            // Subtracting one borrows from the lowest byte that is zero, and sets its highest bit.
            let found = (difference &- ones) & ~difference & (ones << 7)
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < range.upperBound, self[index] != byte { index &+= 1 }
        return index
    }

    /// Whether a range has lower-case letters, digits and hyphens only. Looks at sixteen bytes at a time, the last of them at
    /// the end of the range: what lies before the range is in the text too, and does not count.
    package func isName(_ range: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range lies outside its text")
        var end = range.upperBound
        while end > range.lowerBound {
            guard end >= 16 else {
                for index in range.lowerBound..<end {
                    let byte = self[index]
                    guard byte.isLowerCaseLetter || byte.isDigit || byte == UInt8(ascii: "-") else { return false }
                }
                return true
            }
            // Sixteen bytes lie before `end`, and `end` lies in the text.
            let strange = withUnsafeBufferPointer { bytes in bytes.baseAddress.map { byte_scan_not_name($0 + (end - 16)) } ?? 1 }
            let before = max(0, range.lowerBound - (end - 16))
            if strange >> UInt32(before) != 0 { return false }
            end -= 16
        }
        return true
    }

    /// Four bytes as one number, the first of them lowest.
    @inlinable package func half(at offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// Eight bytes as one number, the first of them lowest.
    @inlinable package func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The bytes without the blanks and line ends around them; empty, at the start, where there is nothing else.
    @inlinable package var trimmedRange: Range<Int> {
        var start = 0
        var end = count
        while start < end, self[start].isBlank { start += 1 }
        guard start < end else { return 0..<0 }
        while self[end - 1].isBlank { end -= 1 }
        return start..<end
    }
}

extension UInt8 {
    /// Whether the byte is a space, a tab or a line end.
    @inlinable package var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    @inlinable package var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    @inlinable package var isLowerCaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    /// A letter's lower case.
    @inlinable package var lowerCased: UInt8 { isUpperCaseLetter ? self | 0x20 : self }
    @inlinable package var isUpperCaseLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}

extension StaticString {
    /// The byte at an index below `utf8CodeUnitCount`.
    @inlinable package func byte(_ index: Int) -> UInt8 {
        withUTF8Buffer { $0[index] }
    }
}
