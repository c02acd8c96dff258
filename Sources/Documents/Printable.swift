/// Writes bytes of the input into a message, so that they never reach a terminal raw.
enum Printable {
    /// The character at an offset, or the byte that is none.
    static func scalar(at offset: Int, in bytes: borrowing Span<UInt8>) -> String {
        guard offset < bytes.count else { return "the end of the file" }
        let byte = bytes[offset]
        if byte >= 0x21 && byte < 0x7F { return "`\(Character(Unicode.Scalar(byte)))`" }
        if byte == 0x20 { return "a space" }
        if byte == 0x0A || byte == 0x0D { return "the end of the line" }
        if byte == 0x09 { return "a tab" }
        let length = Encoding.sequenceLength(bytes, offset)
        let text = text(offset..<offset + length, in: bytes)
        guard let scalar = text.unicodeScalars.first else { return "the byte 0x" + hex(UInt32(byte), digits: 2) }
        return scalar.properties.isAlphabetic ? "`\(text)`" : "the character U+" + hex(scalar.value, digits: 4)
    }

    /// A run of bytes, cut where it is long.
    static func text(_ range: Range<Int>, in bytes: borrowing Span<UInt8>) -> String {
        var text: [UInt8] = []
        for index in range.prefix(40) { text.append(bytes[index]) }
        return String(decoding: text, as: UTF8.self) + (range.count > 40 ? "..." : "")
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
