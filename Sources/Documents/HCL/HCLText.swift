/// What HCL's texts stand for: escapes in quotes, the lines of heredocs, and where each byte of either comes from.
enum HCLText {
    /// The source offset of every decoded byte of a string that is no run of the source's bytes, and at the end the offset
    /// behind the last.
    static func places(_ document: Document, _ node: Int) -> [Int] {
        let source = document.source.bytes
        let bytes = source.span
        let record = document.nodes[node]
        var places: [Int] = []
        guard record.flags.contains(.block) else {
            let end = Int(record.end) - Int(record.inset)
            forEachCharacter(bytes, Int(record.start) + Int(record.inset), end) { start, _, escaped in
                let width = escaped.map { UTF8.width($0) } ?? 1
                for _ in 0..<width { places.append(start) }
            }
            places.append(end)
            return places
        }
        let text = heredocText(bytes, record)
        let isFlush = bytes[Int(record.start) + 2] == UInt8(ascii: "-")
        let indent = isFlush ? indent(bytes, text.lowerBound, text.upperBound) : nil
        forEachRun(bytes, text.lowerBound, text.upperBound, indent: indent) { start, stop in
            places.append(contentsOf: start..<stop)
        }
        places.append(text.upperBound)
        return places
    }

    // MARK: Quotes

    /// Appends the text that stands between quotes.
    static func decodeQuoted(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int, into text: inout [UInt8]) {
        forEachCharacter(bytes, start, end) { _, byte, escaped in
            if let escaped {
                text.append(contentsOf: UTF8.encode(escaped) ?? UTF8.encodedReplacementCharacter)
            } else {
                text.append(byte)
            }
        }
    }

    /// Gives each byte with its place, and in the place of an escape the character it stands for.
    private static func forEachCharacter(
        _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int,
        _ body: (_ place: Int, _ byte: UInt8, _ escaped: Unicode.Scalar?) -> Void
    ) {
        var index = start
        while index < end {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\\") where index + 1 < end:
                let kind = bytes[index + 1]
                let digits = kind == UInt8(ascii: "u") ? 4 : kind == UInt8(ascii: "U") ? 8 : 0
                let escaped: Unicode.Scalar
                switch kind {
                case UInt8(ascii: "n"): escaped = "\n"
                case UInt8(ascii: "r"): escaped = "\r"
                case UInt8(ascii: "t"): escaped = "\t"
                default: escaped = digits > 0 ? scalar(bytes, index + 2, digits) ?? "\u{FFFD}" : Unicode.Scalar(kind)
                }
                body(index, byte, escaped)
                index += 2 + digits
            case UInt8(ascii: "$"), UInt8(ascii: "%"):
                body(index, byte, nil)
                let isEscaped = index + 2 < end && bytes[index + 1] == byte && bytes[index + 2] == UInt8(ascii: "{")
                index += isEscaped ? 2 : 1
            default:
                body(index, byte, nil)
                index += 1
            }
        }
    }

    /// The character that hexadecimal digits name.
    static func scalar(_ bytes: borrowing Span<UInt8>, _ start: Int, _ digits: Int) -> Unicode.Scalar? {
        guard start + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for index in start..<start + digits {
            guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue, bytes[index] < 0x80 else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value)
    }

    // MARK: Heredocs

    /// Gives the runs of source bytes that a heredoc's text consists of. With an indent, they end at lines, and lines lose
    /// that many blanks at their start.
    static func forEachRun(
        _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int, indent: Int?, _ body: (Int, Int) -> Void
    ) {
        var index = start
        while index < end {
            if let indent, bytes[index - 1] == UInt8(ascii: "\n") { index = skipIndent(bytes, index, end, indent) }
            guard index < end else { return }
            let run = index
            var next = end
            while index < end {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\n"), indent != nil {
                    index += 1
                    next = index
                    break
                }
                if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"), index + 2 < end, bytes[index + 1] == byte,
                    bytes[index + 2] == UInt8(ascii: "{")
                {
                    next = index + 2
                    index += 1
                    break
                }
                index += 1
            }
            body(run, index)
            index = next
        }
    }

    /// The blanks that all lines have in common at their start, or nil where every line is blank.
    static func indent(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var least: Int?
        var index = start
        while index < end {
            var blanks = 0
            while let length = blankLength(bytes, index, end), bytes[index] != UInt8(ascii: "\n") {
                blanks += 1
                index += length
            }
            // A blank line counts only where it has no end, as in front of `${ }`.
            if index == end || bytes[index] != UInt8(ascii: "\n") { least = min(least ?? blanks, blanks) }
            while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            index += 1
        }
        return least
    }

    /// The offset behind so many blanks of a line; a blank line keeps its blanks.
    static func skipIndent(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ indent: Int) -> Int {
        var index = start
        var blanks = 0
        var result = start
        while let length = blankLength(bytes, index, end), bytes[index] != UInt8(ascii: "\n") {
            index += length
            blanks += 1
            if blanks == indent { result = index }
        }
        let isBlankLine = index < end && bytes[index] == UInt8(ascii: "\n")
        return isBlankLine ? start : result
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The length of the blank at an offset, or nil where none is.
    private static func blankLength(_ bytes: borrowing Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
        guard index < end else { return nil }
        if bytes[index] < 0x80 { return isBlank(bytes[index]) ? 1 : nil }
        let length = Encoding.sequenceLength(bytes, index)
        guard length > 0, index + length <= end else { return nil }
        var value = UInt32(bytes[index]) & (0xFF >> UInt32(length + 1))
        for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
        return Unicode.Scalar(value)?.properties.isWhitespace == true ? length : nil
    }

    /// Where the text of a heredoc lies in the source.
    private static func heredocText(_ bytes: borrowing Span<UInt8>, _ record: Node) -> Range<Int> {
        var start = Int(record.start)
        while start < Int(record.end), bytes[start] != UInt8(ascii: "\n") { start += 1 }
        start += 1
        var end = Int(record.end)
        while end > start, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
        return start..<end
    }
}
