// JSON string literals: what has to be escaped, and what is escaped because nobody could see it, or because a CI service that
// reads what programs print would take it for a command.

extension Output {
    /// Appends the text as a JSON string. Control, format and bidirectional characters become `\u` escapes.
    mutating func appendJSON(_ text: String) {
        if appendUnescaped(text.utf8.span) { return }
        append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars { appendJSON(scalar) }
        append(UInt8(ascii: "\""))
    }

    /// Appends a text in which nothing has to be escaped.
    /// - Returns: false, with nothing appended, where something has.
    private mutating func appendUnescaped(_ text: borrowing Span<UInt8>) -> Bool {
        guard text.isPlain, !text.holds(UInt8(ascii: "\"")), !text.holds(UInt8(ascii: "\\")) else { return false }
        appendQuoted(text)
        return true
    }

    /// Appends a text in which nothing has to be escaped, between quotes.
    mutating func appendQuoted(_ text: borrowing Span<UInt8>) {
        append(UInt8(ascii: "\""))
        append(text)
        append(UInt8(ascii: "\""))
    }

    private mutating func appendJSON(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case _ where DisplayWidth(of: scalar) == .hidden || completesCommand(scalar):
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                append("\\u")
                appendHex(UInt64(unit), digits: 4)
            }
        default:
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    mutating func appendHex(_ number: UInt64, digits: Int) {
        let text = String(number, radix: 16)
        append(UInt8(ascii: "0"), times: digits - text.utf8.count)
        append(text)
    }
}
