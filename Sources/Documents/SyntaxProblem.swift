/// Something that keeps a source from being read as it stands.
package struct SyntaxProblem: Sendable {
    package enum Kind: Sendable {
        /// The text is not in the syntax that it should be in.
        case syntax
        /// The bytes are not UTF-8.
        case encoding
        /// A limit was reached.
        case limit
    }

    package let kind: Kind
    package let range: SourceRange
    /// What is wrong, why, and what to do.
    package let message: String
    /// Whether the document ends here. Repairs and marks that could be passed over do not end it.
    package let isFatal: Bool
}

/// How much a reader takes before it stops with a problem.
package struct ReadLimits: Sendable {
    /// Objects and arrays inside one another.
    package var depth = 128
    /// Bytes of one source; offsets are 32 bits wide.
    package var bytes = 1 << 30
    /// Nodes that aliases may add to one source.
    package var aliasNodes = 100_000

    package init() {}

    package static let standard = ReadLimits()
}

/// Writes bytes of the input into a message, so that they never reach a terminal raw.
enum Printable {
    static func scalar(at offset: Int, in bytes: [UInt8]) -> String {
        guard offset < bytes.count else { return "the end of the file" }
        let byte = bytes[offset]
        if byte >= 0x21 && byte < 0x7F { return "`\(Character(Unicode.Scalar(byte)))`" }
        if byte == 0x20 { return "a space" }
        if byte == 0x0A || byte == 0x0D { return "the end of the line" }
        if byte == 0x09 { return "a tab" }
        var end = offset + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80, end - offset < 4 { end += 1 }
        if byte >= 0xC2, let text = String(validating: bytes[offset..<end], as: UTF8.self),
            let scalar = text.unicodeScalars.first, scalar.properties.isAlphabetic
        {
            return "`\(text)`"
        }
        return "the byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
