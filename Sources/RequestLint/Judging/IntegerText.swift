/// Reads whole numbers as JSON and YAML write them. A number that 64 bits can't hold becomes the nearest that they can.
package enum IntegerText {
    package static func value(_ text: borrowing Span<UInt8>) -> Int64 {
        var index = 0
        var isNegative = false
        if text.count > 0, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
            isNegative = text[0] == UInt8(ascii: "-")
            index = 1
        }
        var radix: Int64 = 10
        if index + 1 < text.count, text[index] == UInt8(ascii: "0") {
            // Setting this bit makes a letter lower case.
            switch text[index + 1] | 0x20 {
            case UInt8(ascii: "x"): radix = 16
            case UInt8(ascii: "o"): radix = 8
            case UInt8(ascii: "b"): radix = 2
            default: break
            }
            if radix != 10 { index += 2 }
        }
        var value: Int64 = 0
        while index < text.count {
            defer { index += 1 }
            guard let digit = digit(text[index]) else { continue }
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: radix)
            let (sum, overflows) =
                isNegative
                ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if isTooLarge || overflows { return isNegative ? .min : .max }
            value = sum
        }
        return value
    }

    /// The value of a digit; nil for `_`, which YAML 1.1 allows between digits.
    private static func digit(_ byte: UInt8) -> Int64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int64(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int64(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}

/// Reads booleans as JSON and YAML write them.
enum BooleanText {
    /// `true`, `True`, `TRUE` and, where YAML 1.1 is read, `yes`, `y` and `on`; anything else that is a boolean is false.
    static func value(_ text: borrowing Span<UInt8>) -> Bool {
        guard text.count > 0 else { return false }
        switch text[0] | 0x20 {
        case UInt8(ascii: "t"), UInt8(ascii: "y"): return true
        case UInt8(ascii: "o"): return text.count == 2
        default: return false
        }
    }
}

extension Span<UInt8> {
    /// How many Unicode scalars valid UTF-8 holds.
    package var scalarCount: Int {
        var result = 0
        for index in 0..<count where self[index] & 0xC0 != 0x80 { result += 1 }
        return result
    }
}
