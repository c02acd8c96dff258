/// Where each byte of a YAML scalar's text comes from, by decoding the scalar again the way libyaml does. Where the two
/// texts differ there is no answer, and the whole scalar is marked.
enum YAMLText {
    /// The source offset of every byte of the text, and at the end the offset behind it.
    static func places(_ document: Document, _ node: Int) -> [Int]? {
        let record = document.nodes[node]
        var decoder = YAMLDecoder(
            bytes: document.source.bytes, start: Int(record.start) + Int(record.inset),
            end: Int(record.end) - Int(record.inset))
        if record.flags.contains(.block) {
            decoder.block()
        } else if record.inset > 0, document.source.bytes[Int(record.start)] == UInt8(ascii: "\"") {
            decoder.flow(.double)
        } else {
            decoder.flow(record.inset > 0 ? .single : .plain)
        }
        guard document.withText(of: node, { decoder.hasText($0) }) else { return nil }
        return decoder.places + [decoder.end]
    }
}

/// Decodes one scalar and keeps the place of each byte.
struct YAMLDecoder {
    enum Style { case plain, single, double }

    private let bytes: [UInt8]
    private var offset: Int
    let end: Int
    private(set) var text: [UInt8] = []
    private(set) var places: [Int] = []

    init(bytes: [UInt8], start: Int, end: Int) {
        self.bytes = bytes
        offset = start
        self.end = max(start, min(end, bytes.count))
    }

    /// Whether the decoded text is the given one, but for line breaks at its end, which belong to no line of the scalar.
    mutating func hasText(_ other: borrowing Span<UInt8>) -> Bool {
        while text.count < other.count, other[text.count] == UInt8(ascii: "\n") { put(UInt8(ascii: "\n"), max(0, end - 1)) }
        while text.count > other.count, text.last == UInt8(ascii: "\n") {
            text.removeLast()
            places.removeLast()
        }
        guard text.count == other.count else { return false }
        for index in 0..<text.count where text[index] != other[index] { return false }
        return true
    }

    private mutating func put(_ byte: UInt8, _ place: Int) {
        text.append(byte)
        places.append(place)
    }

    // MARK: Flow scalars

    mutating func flow(_ style: Style) {
        while offset < end {
            let byte = bytes[offset]
            if isBreak(byte) || isBlank(byte) {
                fold()
            } else if style == .single, byte == UInt8(ascii: "'"), offset + 1 < end,
                bytes[offset + 1] == UInt8(ascii: "'")
            {
                put(byte, offset)
                offset += 2
            } else if style == .double, byte == UInt8(ascii: "\\") {
                escape()
            } else {
                put(byte, offset)
                offset += 1
            }
        }
    }

    /// Blanks stay inside a line; around line breaks they go, one break becomes a space, more become one less.
    private mutating func fold() {
        let start = offset
        var breaks: [Int] = []
        while offset < end, isBreak(bytes[offset]) || isBlank(bytes[offset]) {
            if isBreak(bytes[offset]) {
                breaks.append(offset)
                if bytes[offset] == UInt8(ascii: "\r"), offset + 1 < end,
                    bytes[offset + 1] == UInt8(ascii: "\n")
                {
                    offset += 1
                }
            }
            offset += 1
        }
        if breaks.isEmpty {
            for place in start..<offset { put(bytes[place], place) }
        } else if breaks.count == 1 {
            put(UInt8(ascii: " "), breaks[0])
        } else {
            for place in breaks.dropFirst() { put(UInt8(ascii: "\n"), place) }
        }
    }

    private mutating func escape() {
        let start = offset
        offset += 1
        guard offset < end else { return }
        let byte = bytes[offset]
        offset += 1
        let simple: [UInt8: String] = [
            UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
            UInt8(ascii: "t"): "\t", 0x09: "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
            UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
            UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/",
            UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
            UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
        ]
        if let character = simple[byte] {
            for unit in character.utf8 { put(unit, start) }
        } else if isBreak(byte) {
            if byte == UInt8(ascii: "\r"), offset < end, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
            while offset < end, isBlank(bytes[offset]) { offset += 1 }
        } else {
            let digits = byte == UInt8(ascii: "x") ? 2 : byte == UInt8(ascii: "u") ? 4 : 8
            let hex = String(decoding: bytes[offset..<min(end, offset + digits)], as: UTF8.self)
            offset = min(end, offset + digits)
            if let value = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(value) {
                for unit in String(Character(scalar)).utf8 { put(unit, start) }
            }
        }
    }

    // MARK: Block scalars

    mutating func block() {
        let isLiteral = bytes[offset] == UInt8(ascii: "|")
        var indent = 0
        while offset < end, !isBreak(bytes[offset]) {
            if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[offset]), indent == 0,
                bytes[offset - 1] != UInt8(ascii: "#")
            {
                // An explicit indentation counts from the parent, which is not known here.
                indent = -1
            }
            if bytes[offset] == UInt8(ascii: "#") {
                while offset < end, !isBreak(bytes[offset]) { offset += 1 }
                break
            }
            offset += 1
        }
        guard indent == 0 else { return }
        skipBreak()
        indent = firstIndent()
        var leadingBreak: Int?
        var trailing: [Int] = []
        var leadingBlank = false
        eatIndentation(indent, &trailing)
        while offset < end {
            let trailingBlank = isBlank(bytes[offset])
            if let place = leadingBreak {
                if !isLiteral && !leadingBlank && !trailingBlank {
                    if trailing.isEmpty { put(UInt8(ascii: " "), place) }
                } else {
                    put(UInt8(ascii: "\n"), place)
                }
            }
            for place in trailing { put(UInt8(ascii: "\n"), place) }
            trailing = []
            leadingBlank = trailingBlank
            while offset < end, !isBreak(bytes[offset]) {
                put(bytes[offset], offset)
                offset += 1
            }
            leadingBreak = offset < end ? offset : nil
            skipBreak()
            eatIndentation(indent, &trailing)
        }
    }

    private func firstIndent() -> Int {
        var place = offset
        while place < end {
            var spaces = 0
            while place < end, bytes[place] == UInt8(ascii: " ") {
                spaces += 1
                place += 1
            }
            guard place < end else { return spaces }
            if !isBreak(bytes[place]) { return spaces }
            place += 1
        }
        return 0
    }

    private mutating func eatIndentation(_ indent: Int, _ breaks: inout [Int]) {
        while offset < end {
            var column = 0
            while offset < end, column < indent, bytes[offset] == UInt8(ascii: " ") {
                offset += 1
                column += 1
            }
            guard offset < end, isBreak(bytes[offset]) else { return }
            breaks.append(offset)
            skipBreak()
        }
    }

    private mutating func skipBreak() {
        guard offset < end else { return }
        if bytes[offset] == UInt8(ascii: "\r"), offset + 1 < end, bytes[offset + 1] == UInt8(ascii: "\n") {
            offset += 1
        }
        offset += 1
    }

    private func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
