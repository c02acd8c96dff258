// What the HCL reader says about mistakes: what is wrong, why, and what to do.

extension HCLParser {
    // MARK: What reading goes on behind

    // These are false where there have been too many problems, which leaves no failure behind.

    /// Notes something that is missing or too much.
    mutating func repair(_ place: Int, _ message: String) -> Bool {
        document.readOn(.syntax, document.nonEmpty(place, place), message, limits)
    }

    mutating func noEscape(_ start: Int, _ length: Int) -> Bool {
        document.readOn(
            .syntax, document.nonEmpty(start, start + length),
            "`\\` starts an escape, and \(Printable.scalar(at: start + 1, in: bytes)) is none of HCL's, so what this text says is not known. Write `\\\\` for a backslash.",
            limits)
    }

    mutating func noCodePoint(_ start: Int, _ digits: Int) -> Bool {
        let sign = digits == 4 ? "\\u" : "\\U"
        return document.readOn(
            .syntax, document.nonEmpty(start, start + 2),
            "`\(sign)` needs \(digits) hexadecimal digits behind it that name a character, so what this text says is not known. Correct the escape, or write `\\\(sign)` for a backslash.",
            limits)
    }

    // MARK: What ends a block at the top

    /// Keeps what ends the block at the top, unless something ended it before; always false.
    mutating func fail(
        _ message: String, _ range: SourceRange, kind: SyntaxProblem.Kind = .syntax, isFinal: Bool = false
    ) -> Bool {
        guard failure == nil else { return false }
        if let openComment {
            failure = Failure(
                kind: .syntax, range: mark(openComment, 2),
                message: "This comment is never closed, so the rest of the file belongs to it. Add `*/` where it ends.",
                isFinal: true)
        } else {
            failure = Failure(kind: kind, range: range, message: message, isFinal: isFinal)
        }
        return false
    }

    func mark(_ start: Int, _ length: Int = 1) -> SourceRange {
        document.nonEmpty(start, start + length)
    }

    /// The character here; the one in front of it where the line ends.
    private var here: SourceRange {
        guard isAtLineEnd, tokenEnd > 0, tokenEnd <= offset else { return document.nonEmpty(offset, offset) }
        var start = tokenEnd - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return document.nonEmpty(start, tokenEnd)
    }

    /// Something else belongs here.
    mutating func expected(_ sign: String, _ place: String, _ advice: String) -> Bool {
        fail("Expected \(sign) \(place), found \(thing). \(advice)", here)
    }

    /// What stands here, for a message.
    private var thing: String {
        if offset >= bytes.count { return "the end of the file" }
        if offset >= end { return "the next block" }
        let character = Printable.scalar(at: offset, in: bytes)
        return bytes[offset] == UInt8(ascii: "'") ? "\(character) (HCL knows double quotes only)" : character
    }

    /// The bytes ended inside something.
    mutating func unclosed(_ range: SourceRange, _ what: String, _ closing: String) -> Bool {
        fail("This \(what) is never closed: \(thing) comes first. Add `\(closing)` where it ends.", range)
    }

    /// The file ended in a comment.
    mutating func endsInComment() -> Bool { fail("", here) }

    mutating func tooDeep() -> Bool {
        fail(
            "Blocks, brackets and templates are nested more than \(limits.depth) deep here; deeper ones are not read. Flatten the file.",
            here, kind: .limit)
    }

    /// Whether another node is within the limit.
    mutating func hasRoom() -> Bool {
        document.nodes.count < limits.nodes || fail(limits.tooManyNodes, here, kind: .limit)
    }

    // MARK: Items

    /// No argument or block starts here.
    mutating func noItem() -> Bool {
        switch offset < end ? bytes[offset] : 0 {
        case UInt8(ascii: "}"):
            return fail("This `}` closes nothing: no block is open here. Remove it, or add the `{` that it belongs to.", here)
        case UInt8(ascii: "\""):
            return fail(
                "An argument's name stands in quotes here, which HCL does not allow. Write the name without them.", here)
        default:
            return fail(
                "Expected an argument or a block, found \(thing). Write `name = value` or `type \"label\" {`.", here)
        }
    }

    /// What follows a name makes neither an argument nor a block of it.
    mutating func noItemSign(_ start: Int) -> Bool {
        let name = Printable.text(start..<tokenEnd, in: bytes)
        return fail(
            "`\(name)` is followed by \(thing), which makes neither an argument nor a block of it. Write `\(name) = value` or `\(name) {`.",
            document.nonEmpty(start, tokenEnd))
    }

    mutating func labelIsNoLiteral(_ start: Int) -> Bool {
        fail(
            "A block's label is computed here, which HCL does not allow. Write the label as plain text.",
            document.nonEmpty(start, tokenEnd))
    }

    mutating func noBody() -> Bool {
        fail("Expected a label or `{` here, found \(thing). A block opens on the line of its type. Write `type \"label\" {`.", here)
    }

    mutating func somethingBehind(_ what: String) -> Bool {
        fail(
            "Expected the end of the line behind this \(what), found \(thing). Put a text into double quotes, or start a new line.",
            here)
    }

    // MARK: Values

    /// No value starts here.
    mutating func noValue() -> Bool {
        guard !isAtLineEnd else {
            return fail("A value is missing here: the line ends in front of it. Write it behind the sign on the same line.", here)
        }
        return fail(
            "Expected a value, found \(thing). Values are texts in double quotes, numbers, true, false, null, `[ ]`, `{ }` and expressions.",
            here)
    }

    mutating func noNumber(_ start: Int) -> Bool {
        let stop = identifierEnd(offset)
        return fail(
            "`\(Printable.text(start..<stop, in: bytes))` is no number: letters follow its digits. Put it into double quotes if it is a text.",
            document.nonEmpty(start, stop))
    }

    mutating func noName(_ sign: String) -> Bool {
        expected("a name", "behind `\(sign)`", "Write the name, or remove what stands in front of it.")
    }

    mutating func openConditional() -> Bool {
        expected("`:`", "here", "A conditional is `condition ? value : other`: add the other value.")
    }

    // MARK: Texts

    mutating func openText(_ start: Int) -> Bool {
        fail(
            "This text is never closed: its line ends first. Add a `\"` where it ends, or write a text of several lines as `<<EOT`.",
            document.nonEmpty(start, offset))
    }

    mutating func openHeredoc(_ start: Int, _ marker: Range<Int>) -> Bool {
        let name = Printable.text(marker, in: bytes)
        return fail(
            "This heredoc is never closed: no line behind it is `\(name)` alone, so the rest of the file belongs to it. Add a line `\(name)` where it ends.",
            document.nonEmpty(start, marker.upperBound), isFinal: true)
    }

    mutating func noMarker(_ start: Int) -> Bool {
        fail("A heredoc needs the word that will end it behind `<<` or `<<-`, found \(thing). Write `<<EOT`.", mark(start, 2))
    }

    mutating func noMarkerEnd(_ marker: Range<Int>) -> Bool {
        expected(
            "the end of the line", "behind the heredoc's marker",
            "The text starts on the line below `\(Printable.text(marker, in: bytes))`.")
    }

    mutating func noUTF8() -> Bool {
        fail(
            "\(Printable.scalar(at: offset, in: bytes).capitalizedFirst) is no part of a UTF-8 character here; HCL is UTF-8. Save the file as UTF-8.",
            document.nonEmpty(offset, offset + 1), kind: .encoding)
    }
}
