import RequestLint

/// A character that has no place in a text.
struct StrayScalar {
    let range: Range<Int>
    let scalar: Unicode.Scalar

    /// The character as a message shows it: one that can't be told from others by its looks has its number too.
    var words: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        if scalar.value < 0x20 || scalar.value == 0x7F { return number }
        return scalar.isASCII ? "`\(scalar)`" : "`\(scalar)` (\(number))"
    }
}

extension Span<UInt8> {
    /// The first character that is not allowed. The bytes are valid UTF-8. Allocates nothing.
    func firstStray(from start: Int = 0, isAllowed: (Unicode.Scalar) -> Bool) -> StrayScalar? {
        var index = start
        while index < count {
            let (scalar, length) = scalar(at: index)
            if !isAllowed(scalar) { return StrayScalar(range: index..<index + length, scalar: scalar) }
            index += length
        }
        return nil
    }

    private func scalar(at index: Int) -> (Unicode.Scalar, length: Int) {
        let lead = UInt32(self[index])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length > 1, index + length <= count else {
            return (Unicode.Scalar(self[index]), 1)
        }
        var value = lead & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }

    /// What `\s` means in the service's patterns, which are ECMA-262's.
    var isPatternSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }
}
