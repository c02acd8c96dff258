/// What stands between the quotes of a JSON text: its escapes, decoded, and where each decoded byte comes from.
package enum JSONText {
    /// The value of four hexadecimal digits.
    package static func hexUnit(_ bytes: borrowing Span<UInt8>, _ start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for index in start..<start + 4 {
            let digit: UInt8
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
            default: return nil
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// Appends the decoded text. Half a surrogate pair becomes U+FFFD.
    static func decode(
        _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int, into text: inout [UInt8]
    ) {
        var index = start
        while index < end {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < end else {
                text.append(bytes[index])
                index += 1
                continue
            }
            let step = escape(bytes, index, end)
            text.append(contentsOf: UTF8.encode(step.scalar) ?? UTF8.encodedReplacementCharacter)
            index += step.length
        }
    }

    /// The source offset of every decoded byte, and at the end the offset of the closing quote.
    static func places(_ source: [UInt8], _ start: Int, _ end: Int) -> [Int] {
        let bytes = source.span
        var places: [Int] = []
        var index = start
        while index < end {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < end else {
                places.append(index)
                index += 1
                continue
            }
            let step = escape(bytes, index, end)
            for _ in 0..<UTF8.width(step.scalar) { places.append(index) }
            index += step.length
        }
        places.append(end)
        return places
    }

    /// The character that an escape stands for, and the escape's length.
    private static func escape(
        _ bytes: borrowing Span<UInt8>, _ index: Int, _ end: Int
    ) -> (scalar: Unicode.Scalar, length: Int) {
        let kind = bytes[index + 1]
        switch kind {
        case UInt8(ascii: "b"): return ("\u{8}", 2)
        case UInt8(ascii: "f"): return ("\u{C}", 2)
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case UInt8(ascii: "u"):
            guard let unit = hexUnit(bytes, index + 2) else { return ("\u{FFFD}", 2) }
            if unit & 0xFC00 == 0xD800, index + 7 < end, bytes[index + 6] == UInt8(ascii: "\\"),
                bytes[index + 7] == UInt8(ascii: "u"), let low = hexUnit(bytes, index + 8),
                low & 0xFC00 == 0xDC00,
                let scalar = Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF))
            {
                return (scalar, 12)
            }
            return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
        default: return (Unicode.Scalar(kind), 2)
        }
    }
}
