// Texts, numbers and words. Texts are scanned sixteen bytes at a time, as long as sixteen are there.
import CByteScan

extension JSONParser {
    // MARK: Words and numbers

    mutating func word(_ word: StaticString, _ kind: Node.Kind) -> Bool {
        let count = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { letters in
            guard offset + count <= bytes.count else { return false }
            for index in 0..<count where bytes[offset + index] != letters[index] { return false }
            return offset + count == bytes.count || !isWordByte(bytes[offset + count])
        }
        guard matches else { return noValue() }
        nodes.append(
            Node(kind, flags: .verbatim, start: offset, end: offset + count, next: nodes.count + 1))
        offset += count
        return true
    }

    mutating func number() -> Bool {
        let start = offset
        var isInteger = true
        if at("-") { offset += 1 }
        let first = offset
        let whole = skipDigits()
        var isWrong = whole == 0 || (whole > 1 && bytes[first] == UInt8(ascii: "0"))
        if at(".") {
            isInteger = false
            offset += 1
            if skipDigits() == 0 { isWrong = true }
        }
        if at("e") || at("E") {
            isInteger = false
            offset += 1
            if at("+") || at("-") { offset += 1 }
            if skipDigits() == 0 { isWrong = true }
        }
        if offset < bytes.count, isWordByte(bytes[offset]) { isWrong = true }
        guard !isWrong else {
            offset = start
            return noNumber()
        }
        nodes.append(
            Node(
                .number, flags: isInteger ? [.verbatim, .integer] : .verbatim, start: start,
                end: offset, next: nodes.count + 1))
        return true
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 { offset += 1 }
        return offset - start
    }

    // MARK: Texts

    @inline(__always)
    mutating func string() -> Bool {
        let start = offset
        let end = Self.plainTextEnd(bytes, start + 1)
        // Most texts are read with this one look.
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return string(from: start, behind: end) }
        offset = end + 1
        nodes.append(
            Node(.string, flags: .verbatim, inset: 1, start: start, end: offset, next: nodes.count + 1))
        return true
    }

    /// Reads on behind what is plain in a text.
    private mutating func string(from start: Int, behind plain: Int) -> Bool {
        offset = plain
        var isVerbatim = true
        while true {
            guard offset < bytes.count else {
                offset = start
                return fail("This text is never closed. Add a `\"` where it ends.")
            }
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                let node = nodes.count
                nodes.append(
                    Node(
                        .string, flags: isVerbatim ? .verbatim : [], inset: 1, start: start,
                        end: offset, next: node + 1))
                if !isVerbatim { decode(node, start + 1, offset - 1) }
                return true
            case UInt8(ascii: "\\"):
                isVerbatim = false
                guard escape() else { return false }
            case 0..<0x20: return rawControl()
            default:
                let length = Encoding.sequenceLength(bytes, offset)
                guard length > 0 else { return noUTF8() }
                offset += length
            }
            offset = Self.plainTextEnd(bytes, offset)
        }
    }

    /// Where text ends that needs no look: sixteen bytes at a time while none is a quote, a backslash, a control or above
    /// ASCII.
    @inline(__always)
    private static func plainTextEnd(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var index = start
            if let base = buffer.baseAddress {
                while index <= buffer.count - 16 {
                    let special = byte_scan_special(base + index)
                    if special != 0 { return index + special.trailingZeroBitCount }
                    index += 16
                }
            }
            while index < buffer.count {
                let byte = buffer[index]
                if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x80 { break }
                index += 1
            }
            return index
        }
    }

    private mutating func escape() -> Bool {
        let start = offset
        guard offset + 1 < bytes.count else {
            return fail("The \(document.source.noun) ends inside an escape. Complete it, and close the text.")
        }
        let kind = bytes[offset + 1]
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 2
            return true
        case UInt8(ascii: "u"):
            guard let unit = JSONText.hexUnit(bytes, offset + 2) else {
                return fail(
                    "`\\u` needs four hexadecimal digits behind it. Complete the escape, or write `\\\\u` for a backslash.",
                    to: start + 2)
            }
            offset += 6
            guard unit & 0xF800 == 0xD800 else { return true }
            if unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
                bytes[offset + 1] == UInt8(ascii: "u"),
                let low = JSONText.hexUnit(bytes, offset + 2), low & 0xFC00 == 0xDC00
            {
                offset += 6
                return true
            }
            return loneSurrogate(start)
        default: return noEscape()
        }
    }

    private mutating func decode(_ node: Int, _ start: Int, _ end: Int) {
        let first = document.decodedText.count
        JSONText.decode(bytes, start, end, into: &document.decodedText)
        document.decodings.append(
            Document.Decoding(node: node, start: first, count: document.decodedText.count - first))
    }

    /// What belongs to a word or number, so that `truefalse` and `1x` are one mistake each.
    func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "+"), UInt8(ascii: "-"):
            return true
        default: return byte >= 0x80
        }
    }
}
