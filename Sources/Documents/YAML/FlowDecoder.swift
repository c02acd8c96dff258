/// Decodes plain and quoted scalars and keeps the place of each byte.
struct FlowDecoder {
    enum Style { case plain, single, double }

    private let bytes: [UInt8]
    private let style: Style
    private var offset: Int
    private let end: Int
    private var result = PlacedText()

    /// - Parameter range: what stands between the quotes.
    init(_ bytes: [UInt8], _ range: Range<Int>, _ style: Style) {
        self.bytes = bytes
        self.style = style
        offset = range.lowerBound
        end = range.upperBound
    }

    mutating func places(of document: Document, _ node: Int) -> [Int]? {
        while offset < end {
            let byte = bytes[offset]
            if isYAMLBreak(byte) || isYAMLBlank(byte) {
                fold()
            } else if style == .single, byte == UInt8(ascii: "'") {
                result.put(byte, at: offset)
                offset += 2
            } else if style == .double, byte == UInt8(ascii: "\\") {
                escape()
            } else {
                result.put(byte, at: offset)
                offset += 1
            }
        }
        return result.places(of: document, node, end: end)
    }

    /// Blanks stay inside a line; around line breaks they go, one break becomes a space, more become one less.
    private mutating func fold() {
        let start = offset
        var breaks: [Int] = []
        while offset < end, isYAMLBreak(bytes[offset]) || isYAMLBlank(bytes[offset]) {
            if isYAMLBreak(bytes[offset]) {
                breaks.append(offset)
                skipBreak()
            } else {
                offset += 1
            }
        }
        if breaks.isEmpty {
            for place in start..<offset { result.put(bytes[place], at: place) }
        } else if breaks.count == 1 {
            result.put(UInt8(ascii: " "), at: breaks[0])
        } else {
            for place in breaks.dropFirst() { result.put(UInt8(ascii: "\n"), at: place) }
        }
    }

    private mutating func skipBreak() {
        if bytes[offset] == UInt8(ascii: "\r"), offset + 1 < end, bytes[offset + 1] == UInt8(ascii: "\n") { offset += 1 }
        offset += 1
    }

    private mutating func escape() {
        let start = offset
        offset += 1
        guard offset < end else { return }
        let kind = bytes[offset]
        if isYAMLBreak(kind) {
            skipBreak()
            while offset < end, isYAMLBlank(bytes[offset]) { offset += 1 }
            return
        }
        offset += 1
        if let scalar = Self.meaning(of: kind) { return result.put(scalar, at: start) }
        let digits = kind == UInt8(ascii: "x") ? 2 : kind == UInt8(ascii: "u") ? 4 : 8
        let hex = String(decoding: bytes[offset..<min(end, offset + digits)], as: UTF8.self)
        offset = min(end, offset + digits)
        if let value = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(value) { result.put(scalar, at: start) }
    }

    /// The character that an escape of one letter stands for.
    private static func meaning(of kind: UInt8) -> Unicode.Scalar? {
        switch kind {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{7}"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "t"), 0x09: "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{B}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"): nil
        default: Unicode.Scalar(kind)
        }
    }
}
