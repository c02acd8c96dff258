// What stands at an offset: blanks, comments, line breaks and identifiers.

extension HCLParser {
    // MARK: Blanks

    /// Skips blanks and comments, and line breaks where they are blanks too.
    mutating func skipSpace() {
        while true {
            var index = offset
            while index < end {
                let byte = bytes[index]
                let isBlank = byte == 0x20 || byte == 0x09 || (ignoresLineBreaks && (byte == 0x0A || byte == 0x0D))
                guard isBlank else { break }
                index += 1
            }
            offset = index
            guard index < end else { return }
            let byte = bytes[index]
            if byte == UInt8(ascii: "#") {
                skipLine()
            } else if byte == UInt8(ascii: "/"), at("/", 1) {
                skipLine()
            } else if byte == UInt8(ascii: "/"), at("*", 1) {
                skipBlockComment()
            } else {
                return
            }
        }
    }

    /// Skips blanks, comments and line breaks.
    mutating func skipBlanks() {
        let outer = ignoresLineBreaks
        ignoresLineBreaks = true
        skipSpace()
        ignoresLineBreaks = outer
    }

    private mutating func skipLine() {
        var index = offset
        while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        offset = index
    }

    private mutating func skipBlockComment() {
        if let close = blockCommentEnd(offset), close <= end {
            offset = close
        } else {
            openComment = openComment ?? offset
            offset = end
        }
    }

    /// The end of the block comment that starts at an offset.
    func blockCommentEnd(_ start: Int) -> Int? {
        var index = start + 2
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
            index += 1
        }
        return nil
    }

    /// Whether a line ends here, or everything.
    var isAtLineEnd: Bool {
        offset >= end || bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
    }

    // MARK: Signs

    func at(_ sign: Unicode.Scalar, _ distance: Int = 0) -> Bool {
        offset + distance < end && bytes[offset + distance] == UInt8(truncatingIfNeeded: sign.value)
    }

    /// Steps over a sign.
    mutating func take(_ length: Int) {
        offset += length
        tokenEnd = offset
    }

    /// Whether the `=` of an argument stands here, which is no `==`.
    var isAtEquals: Bool { at("=") && !at("=", 1) }

    func isDigit(_ place: Int) -> Bool {
        place < end && bytes[place] >= UInt8(ascii: "0") && bytes[place] <= UInt8(ascii: "9")
    }

    // MARK: Identifiers

    /// Reads an identifier; false, and nothing is noted, where none starts.
    mutating func identifier() -> Bool {
        guard offset < end, isIdentifierStart(offset) else { return false }
        offset = identifierEnd(offset)
        return true
    }

    var isAtIdentifier: Bool { offset < end && isIdentifierStart(offset) }

    func isIdentifierStart(_ place: Int) -> Bool {
        let byte = bytes[place]
        if byte < 0x80 { return isIdentifierByte(byte) && byte != UInt8(ascii: "-") && !(0x30...0x39).contains(byte) }
        return scalar(at: place)?.properties.isIDStart ?? false
    }

    /// The end of the identifier that starts at an offset; the offset itself where none does.
    func identifierEnd(_ start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if isIdentifierByte(bytes[index]) {
                index += 1
            } else if bytes[index] >= 0x80, let scalar = scalar(at: index), scalar.properties.isIDContinue {
                index += UTF8.width(scalar)
            } else {
                break
            }
        }
        return index
    }

    /// Whether an ASCII byte may stand inside an identifier.
    func isIdentifierByte(_ byte: UInt8) -> Bool {
        // One bit for each of `-`, `0` to `9`; then for `A` to `Z`, `_` and `a` to `z`.
        let low: UInt64 = 0x03FF_2000_0000_0000
        let high: UInt64 = 0x07FF_FFFE_87FF_FFFE
        guard byte < 0x80 else { return false }
        return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 != 0
    }

    /// Whether the source between two offsets is a word.
    func isWord(_ word: StaticString, _ start: Int, _ stop: Int) -> Bool {
        guard word.utf8CodeUnitCount == stop - start else { return false }
        return word.withUTF8Buffer { letters in
            for index in 0..<letters.count where bytes[start + index] != letters[index] { return false }
            return true
        }
    }

    /// Whether a word stands here as a whole identifier.
    func isAtWord(_ word: StaticString) -> Bool {
        offset < end && isWord(word, offset, min(identifierEnd(offset), end))
    }

    /// The character of several bytes at an offset.
    func scalar(at place: Int) -> Unicode.Scalar? {
        let length = Encoding.sequenceLength(bytes, place)
        guard length > 1 else { return nil }
        var value = UInt32(bytes[place]) & (0xFF >> UInt32(length + 1))
        for index in place + 1..<place + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
        return Unicode.Scalar(value)
    }
}
