// The bytes of texts in quotes. They are scanned eight at a time; that load is checked against the bytes' bounds, and its
// value is a plain integer, so that nothing here can read what is not there.

extension HCLParser {
    /// Skips what needs no look: eight bytes at a time while none is a quote, `\`, `$`, `%`, a control or above ASCII.
    mutating func skipPlainText() {
        let raw = bytes.bytes
        var index = offset
        while index + 8 <= end {
            let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let ones: UInt64 = 0x0101_0101_0101_0101
            let highs: UInt64 = 0x8080_8080_8080_8080
            let quotes = word ^ (ones &* 0x22)
            let slashes = word ^ (ones &* 0x5C)
            // `$` and `%` differ in the lowest bit alone.
            let signs = (word | ones) ^ (ones &* 0x25)
            // The lowest byte that this marks is special; above it there may be marks in error.
            let special =
                ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((signs &- ones) & ~signs)
                | ((word &- (ones &* 0x20)) & ~word) | word
            let mask = special & highs
            if mask != 0 {
                offset = index + mask.trailingZeroBitCount / 8
                return
            }
            index += 8
        }
        while index < end {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x24 || byte == 0x25 || byte == 0x5C || byte >= 0x80 { break }
            index += 1
        }
        offset = index
    }

    /// Reads an escape. One that stands for nothing is noted, and the text is not known then.
    mutating func escape(_ isBroken: inout Bool) -> Bool {
        let start = offset
        guard offset + 1 < end, bytes[offset + 1] != UInt8(ascii: "\n"), bytes[offset + 1] != UInt8(ascii: "\r") else {
            // The text ends here without its quote, which is mistake enough.
            offset += 1
            return true
        }
        let digits: Int
        let byte = bytes[offset + 1]
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            offset += 2
            return true
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default:
            isBroken = true
            let length = max(1, Encoding.sequenceLength(bytes, offset + 1))
            offset += 1
            if bytes[offset] < 0x80 { offset += 1 }
            return noEscape(start, 1 + length)
        }
        if offset + 2 + digits <= end, HCLText.scalar(bytes, offset + 2, digits) != nil {
            offset += 2 + digits
            return true
        }
        isBroken = true
        offset += 2
        return noCodePoint(start, digits)
    }
}
