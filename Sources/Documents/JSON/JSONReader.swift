/// Reads RFC 8259 JSON into a document: strict, total, and with exact places.
///
/// It repairs two mistakes, a missing and a trailing comma; anything else ends the document there, and what was open
/// is kept as incomplete.
package enum JSONReader {
    package static func read(_ source: Source, limits: ReadLimits = .standard) -> Document {
        var document = Document(source: source, syntax: .json)
        let bytes = source.bytes
        if let problem = Encoding.problem(of: bytes, limits: limits) {
            document.problems.append(problem)
            if problem.isFatal { return document }
        }
        document.nodes.reserveCapacity(bytes.count / 24 + 8)
        var parser = JSONParser(bytes.span, limits: limits)
        parser.parse(&document)
        return document
    }
}

/// The walk over the bytes. Containers that are open stand on a stack of node numbers, so that depth costs no stack.
struct JSONParser: ~Escapable {
    private let bytes: Span<UInt8>
    private let limits: ReadLimits
    private var offset = 0
    private var open: [Int] = []

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, limits: ReadLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// What the parser waits for.
    private enum State {
        case value, firstMember, firstItem, nextMember, nextItem
    }

    mutating func parse(_ document: inout Document) {
        offset = Encoding.markLength(bytes)
        skipSpace()
        guard offset < bytes.count else {
            fail("The file is empty; a request is an object or a list of objects. Write `{ ... }`.", &document)
            return
        }
        document.roots = [0]
        run(&document)
        if document.nodes.isEmpty { document.roots = [] }
    }

    private mutating func run(_ document: inout Document) {
        var state = State.value
        while true {
            skipSpace()
            switch state {
            case .value:
                guard value(&document, &state) else { return close(&document) }
            case .firstMember:
                if at(UInt8(ascii: "}")) {
                    guard endContainer(&document, &state) else { return finish(&document) }
                } else {
                    guard member(&document, &state) else { return close(&document) }
                }
            case .firstItem:
                if at(UInt8(ascii: "]")) {
                    guard endContainer(&document, &state) else { return finish(&document) }
                } else {
                    state = .value
                }
            case .nextMember:
                if at(UInt8(ascii: ",")) {
                    let comma = offset
                    offset += 1
                    skipSpace()
                    if at(UInt8(ascii: "}")) {
                        repair(comma, "This comma ends nothing; JSON allows none before `}`. Remove it.", &document)
                        guard endContainer(&document, &state) else { return finish(&document) }
                    } else {
                        guard member(&document, &state) else { return close(&document) }
                    }
                } else if at(UInt8(ascii: "}")) {
                    guard endContainer(&document, &state) else { return finish(&document) }
                } else if at(UInt8(ascii: "\"")) {
                    repair(offset, "A comma is missing in front of this member; JSON separates members by commas. Add `,`.", &document)
                    guard member(&document, &state) else { return close(&document) }
                } else {
                    fail("Expected `,` or `}` after this member, found \(found). Add a comma, or close the object.", &document)
                    return close(&document)
                }
            case .nextItem:
                if at(UInt8(ascii: ",")) {
                    let comma = offset
                    offset += 1
                    skipSpace()
                    if at(UInt8(ascii: "]")) {
                        repair(comma, "This comma ends nothing; JSON allows none before `]`. Remove it.", &document)
                        guard endContainer(&document, &state) else { return finish(&document) }
                    } else {
                        state = .value
                    }
                } else if at(UInt8(ascii: "]")) {
                    guard endContainer(&document, &state) else { return finish(&document) }
                } else if startsValue {
                    repair(offset, "A comma is missing in front of this item; JSON separates items by commas. Add `,`.", &document)
                    state = .value
                } else {
                    fail("Expected `,` or `]` after this item, found \(found). Add a comma, or close the list.", &document)
                    return close(&document)
                }
            }
            if open.isEmpty { return finish(&document) }
        }
    }

    // MARK: Values

    /// Reads a value, or opens a container. False where the document ends here.
    private mutating func value(_ document: inout Document, _ state: inout State) -> Bool {
        guard offset < bytes.count else {
            fail("The file ends where a value belongs. Add the value, and close what is open.", &document)
            return false
        }
        let start = offset
        switch bytes[offset] {
        case UInt8(ascii: "{"):
            offset += 1
            state = .firstMember
            return push(.object, start, &document)
        case UInt8(ascii: "["):
            offset += 1
            state = .firstItem
            return push(.array, start, &document)
        case UInt8(ascii: "\""):
            guard string(&document) else { return false }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            guard number(&document) else { return false }
        case UInt8(ascii: "t"):
            guard literal("true", .true, &document) else { return false }
        case UInt8(ascii: "f"):
            guard literal("false", .false, &document) else { return false }
        case UInt8(ascii: "n"):
            guard literal("null", .null, &document) else { return false }
        default:
            fail("Expected a value, found \(found). JSON values are objects, lists, texts in double quotes, numbers, true, false and null.", &document)
            return false
        }
        state = after(&document)
        return true
    }

    private func after(_ document: inout Document) -> State {
        guard let holder = open.last else { return .value }
        return document.nodes[holder].kind == .object ? .nextMember : .nextItem
    }

    private mutating func push(_ kind: Node.Kind, _ start: Int, _ document: inout Document) -> Bool {
        guard open.count < limits.depth else {
            offset = start
            document.problems.append(
                SyntaxProblem(
                    kind: .limit, range: document.nonEmpty(start, start + 1),
                    message: "Objects and lists are nested more than \(limits.depth) deep here; deeper ones are not read. Flatten the document.",
                    isFatal: true))
            return false
        }
        open.append(document.nodes.count)
        document.nodes.append(Node(kind, start: start, end: start + 1))
        return true
    }

    /// Closes the innermost container. False where it was the root.
    private mutating func endContainer(_ document: inout Document, _ state: inout State) -> Bool {
        offset += 1
        guard let holder = open.popLast() else { return false }
        document.nodes[holder].end = UInt32(truncatingIfNeeded: offset)
        document.nodes[holder].next = UInt32(truncatingIfNeeded: document.nodes.count)
        state = after(&document)
        return !open.isEmpty
    }

    private mutating func member(_ document: inout Document, _ state: inout State) -> Bool {
        guard at(UInt8(ascii: "\"")) else {
            fail("Expected a member's name in double quotes, found \(found). Write `\"name\": value`.", &document)
            return false
        }
        let key = document.nodes.count
        guard string(&document) else { return false }
        skipSpace()
        guard at(UInt8(ascii: ":")) else {
            fail("Expected `:` after this member's name, found \(found). Write `\"name\": value`.", &document)
            document.nodes.removeSubrange(key...)
            return false
        }
        offset += 1
        state = .value
        return true
    }

    private mutating func literal(
        _ word: StaticString, _ kind: Node.Kind, _ document: inout Document
    ) -> Bool {
        let count = word.utf8CodeUnitCount
        var matches = offset + count <= bytes.count
        if matches {
            for index in 0..<count where bytes[offset + index] != word.utf8Start[index] {
                matches = false
            }
        }
        if matches, offset + count < bytes.count, isWordByte(bytes[offset + count]) { matches = false }
        guard matches else {
            fail("This word is no JSON value; the words are true, false and null, in lower case. Put a text into double quotes.", &document)
            return false
        }
        document.nodes.append(
            Node(kind, flags: .verbatim, start: offset, end: offset + count, next: document.nodes.count + 1))
        offset += count
        return true
    }

    private mutating func number(_ document: inout Document) -> Bool {
        let start = offset
        var isInteger = true
        if at(UInt8(ascii: "-")) { offset += 1 }
        let first = offset
        let whole = skipDigits()
        var isWrong = whole == 0 || (whole > 1 && bytes[first] == UInt8(ascii: "0"))
        if at(UInt8(ascii: ".")) {
            isInteger = false
            offset += 1
            if skipDigits() == 0 { isWrong = true }
        }
        if at(UInt8(ascii: "e")) || at(UInt8(ascii: "E")) {
            isInteger = false
            offset += 1
            if at(UInt8(ascii: "+")) || at(UInt8(ascii: "-")) { offset += 1 }
            if skipDigits() == 0 { isWrong = true }
        }
        if offset < bytes.count, isWordByte(bytes[offset]) { isWrong = true }
        guard !isWrong else {
            offset = start
            fail("This number is not written as JSON writes numbers (no leading zeros or `+`, digits on both sides of the point). Correct it, or put it into quotes.", &document)
            return false
        }
        document.nodes.append(
            Node(
                .number, flags: isInteger ? [.verbatim, .integer] : .verbatim, start: start,
                end: offset, next: document.nodes.count + 1))
        return true
    }

    // MARK: Texts

    private mutating func string(_ document: inout Document) -> Bool {
        let start = offset
        offset += 1
        var isVerbatim = true
        while true {
            skipPlainText()
            guard offset < bytes.count else {
                offset = start
                fail("This text is never closed. Add a `\"` where it ends.", &document)
                return false
            }
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                let node = document.nodes.count
                document.nodes.append(
                    Node(
                        .string, flags: isVerbatim ? .verbatim : [], inset: 1, start: start,
                        end: offset, next: node + 1))
                if !isVerbatim { decode(node, start + 1, offset - 1, &document) }
                return true
            case UInt8(ascii: "\\"):
                isVerbatim = false
                guard escape(&document) else { return false }
            case 0..<0x20:
                fail("A control character (\(Printable.scalar(at: offset, in: slice(offset)))) stands raw inside a text; JSON wants it escaped. Write `\\n`, `\\t` or `\\u00..`, or close the text with `\"`.", &document)
                return false
            default:
                guard multiByte(&document) else { return false }
            }
        }
    }

    /// Skips what needs no look: eight bytes at a time while none is a quote, a backslash, a control or above ASCII.
    private mutating func skipPlainText() {
        let raw = bytes.bytes
        while offset + 8 <= bytes.count {
            let word = raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let ones: UInt64 = 0x0101_0101_0101_0101
            let highs: UInt64 = 0x8080_8080_8080_8080
            let quotes = word ^ (ones &* 0x22)
            let slashes = word ^ (ones &* 0x5C)
            let special =
                ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
                | ((word &- (ones &* 0x20)) & ~word) | word
            let mask = special & highs
            if mask != 0 {
                offset += mask.trailingZeroBitCount / 8
                return
            }
            offset += 8
        }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x80 { return }
            offset += 1
        }
    }

    private mutating func escape(_ document: inout Document) -> Bool {
        let start = offset
        guard offset + 1 < bytes.count else {
            fail("The file ends inside an escape. Complete it, and close the text.", &document)
            return false
        }
        switch bytes[offset + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 2
            return true
        case UInt8(ascii: "u"):
            guard let unit = JSONText.hexUnit(bytes, offset + 2) else {
                fail("`\\u` needs four hexadecimal digits behind it. Complete the escape, or write `\\\\u` for a backslash.", &document)
                return false
            }
            offset += 6
            guard unit & 0xF800 == 0xD800 else { return true }
            if unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
                bytes[offset + 1] == UInt8(ascii: "u"),
                let low = JSONText.hexUnit(bytes, offset + 2), (0xDC00...0xDFFF).contains(low)
            {
                offset += 6
                return true
            }
            document.problems.append(
                SyntaxProblem(
                    kind: .encoding, range: document.nonEmpty(start, offset),
                    message: "This escape is half of a surrogate pair and stands for no character. Write both halves, or the character itself.",
                    isFatal: false))
            return true
        default:
            fail("`\\` starts an escape, and \(Printable.scalar(at: 0, in: slice(offset + 1))) is none of JSON's. Write `\\\\` for a backslash.", &document)
            return false
        }
    }

    private mutating func multiByte(_ document: inout Document) -> Bool {
        let length = Encoding.sequenceLength(bytes, offset)
        guard length > 0 else {
            let place = document.nonEmpty(offset, offset + 1)
            document.problems.append(
                SyntaxProblem(
                    kind: .encoding, range: place,
                    message: "\(Printable.scalar(at: 0, in: slice(offset)).capitalizedFirst) is no part of a UTF-8 character here; JSON is UTF-8. Save the file as UTF-8.",
                    isFatal: true))
            return false
        }
        offset += length
        return true
    }

    private func decode(_ node: Int, _ start: Int, _ end: Int, _ document: inout Document) {
        let first = document.decodedText.count
        JSONText.decode(bytes, start, end, into: &document.decodedText)
        document.decodings.append(
            Document.Decoding(
                node: node, start: first, count: document.decodedText.count - first))
    }

    // MARK: Ends

    /// The root is complete; nothing but space may follow.
    private mutating func finish(_ document: inout Document) {
        skipSpace()
        if offset < bytes.count {
            fail("Something follows the document: \(found). JSON has one value a file. Remove it, or put the values into a list.", &document)
        }
    }

    /// Keeps what is open as incomplete. A member without a value is left out.
    private mutating func close(_ document: inout Document) {
        while let holder = open.popLast() {
            if document.nodes[holder].kind == .object { dropDanglingKey(holder, &document) }
            document.nodes[holder].flags.insert(.incomplete)
            document.nodes[holder].end = UInt32(truncatingIfNeeded: max(offset, Int(document.nodes[holder].start) + 1))
            document.nodes[holder].next = UInt32(truncatingIfNeeded: document.nodes.count)
        }
    }

    private func dropDanglingKey(_ holder: Int, _ document: inout Document) {
        var child = holder + 1
        while child < document.nodes.count {
            let value = Int(document.nodes[child].next)
            guard value < document.nodes.count else {
                document.nodes.removeSubrange(child...)
                return
            }
            let after = Int(document.nodes[value].next)
            // The innermost open container below has its end set already.
            child = after > value ? after : document.nodes.count
        }
    }

    private func repair(_ place: Int, _ message: String, _ document: inout Document) {
        document.problems.append(
            SyntaxProblem(
                kind: .syntax, range: document.nonEmpty(place, place + 1), message: message,
                isFatal: false))
    }

    private func fail(_ message: String, _ document: inout Document) {
        document.problems.append(
            SyntaxProblem(
                kind: .syntax, range: document.nonEmpty(offset, offset), message: message,
                isFatal: true))
    }

    // MARK: Bytes

    private var found: String { Printable.scalar(at: 0, in: slice(offset)) }

    /// A few bytes for a message.
    private func slice(_ start: Int) -> [UInt8] {
        var result: [UInt8] = []
        for index in start..<max(start, min(bytes.count, start + 4)) { result.append(bytes[index]) }
        return result
    }

    private var startsValue: Bool {
        guard offset < bytes.count else { return false }
        switch bytes[offset] {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"),
            UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return false
        }
    }

    private func at(_ byte: UInt8) -> Bool { offset < bytes.count && bytes[offset] == byte }

    private mutating func skipDigits() -> Int {
        let start = offset
        while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 { offset += 1 }
        return offset - start
    }

    private mutating func skipSpace() {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset += 1
        }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "+"), UInt8(ascii: "-"):
            return true
        default: return byte >= 0x80
        }
    }
}

extension String {
    /// The text with its first letter in upper case, for the head of a message.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
