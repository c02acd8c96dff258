/// Reads whole numbers as JSON and YAML write them. A number that 64 bits can't hold becomes the nearest that they can.
package enum IntegerText {
    package static func value(_ text: String) -> Int64 {
        var digits = Substring(text.filter { $0 != "_" })
        var isNegative = false
        if digits.first == "-" || digits.first == "+" {
            isNegative = digits.first == "-"
            digits = digits.dropFirst()
        }
        var radix = 10
        if digits.hasPrefix("0x") || digits.hasPrefix("0X") { radix = 16 }
        if digits.hasPrefix("0o") { radix = 8 }
        if radix != 10 { digits = digits.dropFirst(2) }
        let saturated: Int64 = isNegative ? .min : .max
        guard let value = Int64(digits, radix: radix) else { return saturated }
        return isNegative ? -value : value
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
