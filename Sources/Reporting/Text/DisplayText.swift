// How text of the input is shown on a terminal: every invisible or dangerous character as `\u{1b}`, every byte that is not UTF-8 as `\xff`.

/// Where tabs of a source line go: a fixed width keeps carets in place without knowing the column.
private let tabWidth = 4

extension Output {
    /// Appends a character in its visible form.
    /// - Returns: the columns that it takes.
    @discardableResult
    mutating func appendVisible(_ scalar: Unicode.Scalar) -> Int {
        switch DisplayWidth(of: scalar) {
        case .one:
            guard !completesCommand(scalar) else { return appendEscape(scalar) }
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return 1
        case .none:
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return 0
        case .two:
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return 2
        case .hidden: return appendEscape(scalar)
        }
    }

    private mutating func appendEscape(_ scalar: Unicode.Scalar) -> Int {
        let escape = visibleEscape(scalar)
        append(escape)
        return escape.utf8.count
    }

    /// Appends text from anywhere, such as a message or a file's name, on one line.
    package mutating func appendVisible(_ text: String) {
        if !appendPlain(text.utf8.span) { for scalar in text.unicodeScalars { appendVisible(scalar) } }
    }

    /// Appends a text that is shown as it is.
    /// - Returns: false, with nothing appended, where the text has to be looked at sign by sign.
    private mutating func appendPlain(_ text: borrowing Span<UInt8>) -> Bool {
        guard text.isPlain, bytes.last != UInt8(ascii: "#"), !text.startsWithColon(0..<text.count) else {
            return false
        }
        append(text)
        return true
    }

    /// Appends a letter or sign of ASCII that is shown as it is, whatever stands before it.
    /// - Returns: false, with nothing appended, where it may be none.
    mutating func appendPlain(_ byte: UInt8) -> Bool {
        guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: ":"), byte != UInt8(ascii: "["), byte != UInt8(ascii: "v") else { return false }
        append(byte)
        return true
    }

    /// Appends the character of a source line that starts at an offset.
    /// - Returns: the bytes read and the columns written.
    mutating func appendVisible(_ source: [UInt8], at offset: Int) -> (bytes: Int, columns: Int) {
        guard let (scalar, length) = decodeScalar(source, at: offset) else {
            append("\\x")
            appendHex(UInt64(source[offset]), digits: 2)
            return (1, 4)
        }
        if scalar == "\t" {
            append(UInt8(ascii: " "), times: tabWidth)
            return (1, tabWidth)
        }
        return (length, appendVisible(scalar))
    }

    private func visibleEscape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
}

/// The UTF-8 character that starts at an offset inside the bytes, and its length; nil where there is none.
func decodeScalar(_ bytes: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[offset]
    let (length, smallest): (Int, UInt32)
    switch first {
    case 0..<0x80: return (Unicode.Scalar(first), 1)
    case 0xC2..<0xE0: (length, smallest) = (2, 0x80)
    case 0xE0..<0xF0: (length, smallest) = (3, 0x800)
    case 0xF0..<0xF5: (length, smallest) = (4, 0x10000)
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    var code = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[offset + 1..<offset + length] {
        guard isContinuation(byte) else { return nil }
        code = code << 6 | UInt32(byte & 0x3F)
    }
    // The initialiser refuses surrogates and what lies above U+10FFFF.
    guard code >= smallest, let scalar = Unicode.Scalar(code) else { return nil }
    return (scalar, length)
}

func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
}
