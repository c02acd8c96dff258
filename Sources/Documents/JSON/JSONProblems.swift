// What the JSON reader says about mistakes: what is wrong, why, and what to do.

extension JSONParser {
    // MARK: What reading goes on behind

    /// Notes a comma that is missing or too much. False where there have been too many problems.
    mutating func repair(_ place: Int, _ message: String) -> Bool {
        document.readOn(.syntax, document.nonEmpty(place, place + 1), message, limits)
    }

    mutating func loneSurrogate(_ start: Int) -> Bool {
        document.readOn(
            .encoding, document.nonEmpty(start, offset),
            "This escape is half of a surrogate pair and stands for no character. Write both halves, or the character itself.",
            limits)
    }

    // MARK: What ends the document

    /// Notes what ends the document here, from the offset to an end, or at one character; always false.
    mutating func fail(_ message: String, to end: Int? = nil, kind: SyntaxProblem.Kind = .syntax) -> Bool {
        document.problems.append(
            SyntaxProblem(
                kind: kind, range: document.nonEmpty(offset, end ?? offset), message: message,
                isFatal: true))
        return false
    }

    mutating func noUTF8() -> Bool {
        fail(
            "\(found.capitalizedFirst) is no part of a UTF-8 character here; JSON is UTF-8. Save the file as UTF-8.",
            to: offset + 1, kind: .encoding)
    }

    mutating func rawControl() -> Bool {
        fail(
            "A control character (\(found)) stands raw inside a text; JSON wants it escaped. Write `\\n`, `\\t` or `\\u00..`, or close the text with `\"`.")
    }

    mutating func noEscape() -> Bool {
        fail(
            "`\\` starts an escape, and \(Printable.scalar(at: offset + 1, in: bytes)) is none of JSON's. Write `\\\\` for a backslash.",
            to: offset + 1 + max(1, Encoding.sequenceLength(bytes, offset + 1)))
    }

    mutating func noNumber() -> Bool {
        fail(
            "This number is not written as JSON writes numbers (no leading zeros or `+`, digits on both sides of the point). Correct it, or put it into quotes.",
            to: wordEnd)
    }

    /// No value starts here.
    mutating func noValue() -> Bool {
        guard offset < bytes.count, isWordByte(bytes[offset]), bytes[offset] < 0x80 else {
            return fail(
                "Expected a value, found \(found). JSON values are objects, lists, texts in double quotes, numbers, true, false and null.")
        }
        let word = Printable.text(offset..<wordEnd, in: bytes)
        switch word.lowercased() {
        case "true", "false", "null":
            return fail("`\(word)` is no JSON value; JSON writes it in lower case. Write `\(word.lowercased())`.", to: wordEnd)
        case "none", "nil", "undefined":
            return fail("`\(word)` is no JSON value. Write `null`, or leave the member out.", to: wordEnd)
        default: break
        }
        if bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: ".") { return noNumber() }
        return fail(
            "`\(word)` is no JSON value; the words are true, false and null. Put a text into double quotes.", to: wordEnd)
    }

    /// What stands here, for a message.
    var found: String {
        let character = Printable.scalar(at: offset, in: bytes)
        switch offset < bytes.count ? bytes[offset] : 0 {
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return "\(character) (JSON has no comments)"
        case UInt8(ascii: "'"): return "\(character) (JSON knows double quotes only)"
        default: return character
        }
    }

    /// The end of the word or number that starts here.
    private var wordEnd: Int {
        var end = offset
        while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
        return end
    }
}

extension String {
    /// The text with its first letter in upper case, for the head of a message.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
