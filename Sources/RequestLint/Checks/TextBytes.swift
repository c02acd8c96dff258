// What checks ask of a text's bytes. Only `string` allocates.

extension Span<UInt8> {
    /// The text, for messages.
    package var string: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for index in 0..<count { bytes.append(self[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the text is exactly this one.
    @inlinable package func equals(_ other: StaticString) -> Bool {
        guard count == other.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != other.byte(index) { return false }
        return true
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
    @inlinable package var isUpperCaseLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}

extension StaticString {
    /// The byte at an index below `utf8CodeUnitCount`.
    @inlinable package func byte(_ index: Int) -> UInt8 {
        withUTF8Buffer { $0[index] }
    }
}
