// What checks ask of a text's bytes. Only `string` allocates. Every access checks its bounds.
import CByteScan

extension Span<UInt8> {
    /// The text, for messages.
    package var string: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether both are the same text.
    @usableFromInline package func equals(_ other: borrowing Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        return withUnsafeBufferPointer { left in
            other.withUnsafeBufferPointer { right in
                // What has an address has so many bytes there.
                guard let first = left.baseAddress, let second = right.baseAddress else { return true }
                return byte_scan_equal(first, second, left.count) != 0
            }
        }
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

    /// Whether a range has lower-case letters, digits and hyphens only.
    package func isName(_ range: Range<Int>) -> Bool { endOfName(from: range.lowerBound) >= range.upperBound }

    /// Where what is no lower-case letter, no digit and no hyphen stands first behind an index; the end where there is none.
    package func endOfName(from start: Int) -> Int {
        precondition(start >= 0 && start <= count, "an index lies outside its text")
        return withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return start }
            var index = start
            while index + 16 <= bytes.count {
                let strange = byte_scan_not_name(base + index)
                if strange != 0 { return index + strange.trailingZeroBitCount }
                index += 16
            }
            // The last sixteen bytes of the text, without those that were looked at.
            if bytes.count >= 16, index < bytes.count {
                let strange = byte_scan_not_name(base + (bytes.count - 16)) >> UInt32(index - (bytes.count - 16))
                return strange == 0 ? bytes.count : index + strange.trailingZeroBitCount
            }
            while index < bytes.count, byte_scan_is_name(bytes[index]) != 0 { index += 1 }
            return index
        }
    }

    /// Eight bytes as one number, the first of them lowest.
    @inlinable package func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The first eight bytes and the last ones, which may overlap; of a shorter text, all of it. They tell most texts apart.
    @inlinable @inline(__always) package var ends: (first: UInt64, last: UInt64) {
        if count >= 8 { return (word(at: 0), word(at: count &- 8)) }
        if count >= 4 {
            let first = bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let last = bytes.unsafeLoadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            return (UInt64(UInt32(littleEndian: first)), UInt64(UInt32(littleEndian: last)))
        }
        // Of three bytes at most, these are all.
        return count == 0 ? (0, 0) : (UInt64(self[0]) | UInt64(self[count / 2]) << 8, UInt64(self[count &- 1]))
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
