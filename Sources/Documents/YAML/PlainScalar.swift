/// What a YAML plain scalar means to readers of YAML 1.2 and of YAML 1.1, which disagree about some.
///
/// The 1.2 reading is that of ruamel.yaml's safe loader, by which the AWS CLI reads `--cli-input-yaml`; the 1.1 reading
/// is PyYAML's, which most programs in Python use. Both read more than the core schema of YAML 1.2 does: `1_000` and
/// `0b11` are numbers to them, and dates are dates. The forms are in `ScalarForms`.
package enum PlainScalar {
    package enum Schema: Sendable {
        case yaml12, yaml11
    }

    package enum Meaning: Sendable {
        case string, integer, float, boolean, null
        /// A date or a time, which is no text to either reader.
        case timestamp
    }

    /// Two readings of one text.
    package struct Ambiguity: Sendable {
        package let message: String
    }

    package static func resolve(_ text: borrowing Span<UInt8>, schema: Schema) -> Meaning {
        guard text.count > 0 else { return .null }
        // Most plain scalars start with a letter that begins none of the special words.
        switch text[0] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "."):
            return number(text, schema)
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
            UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "y"),
            UInt8(ascii: "Y"), UInt8(ascii: "o"), UInt8(ascii: "O"):
            return text.count <= 5 ? word(text, schema) : .string
        default: return .string
        }
    }

    /// Whether it is a text to every reader.
    package static func isText(_ text: borrowing Span<UInt8>) -> Bool {
        resolve(text, schema: .yaml12) == .string && resolve(text, schema: .yaml11) == .string
    }

    private static func word(_ text: borrowing Span<UInt8>, _ schema: Schema) -> Meaning {
        switch text.count {
        case 1: return text[0] == UInt8(ascii: "~") ? .null : .string
        case 4 where isWord(text, "null"): return .null
        case 4 where isWord(text, "true"), 5 where isWord(text, "false"): return .boolean
        case 2 where isWord(text, "no") || isWord(text, "on"), 3 where isWord(text, "yes") || isWord(text, "off"):
            return schema == .yaml11 ? .boolean : .string
        default: return .string
        }
    }

    /// Whether a text of the word's length is the word: small, with a capital in front, or in capitals.
    private static func isWord(_ text: borrowing Span<UInt8>, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { buffer in
            let letters = buffer.span
            // Letters differ from their capitals in one bit.
            guard text[0] | 0x20 == letters[0] else { return false }
            let isLoud = text[0] & 0x20 == 0 && text[1] & 0x20 == 0
            for index in 1..<letters.count where text[index] != (isLoud ? letters[index] & ~0x20 : letters[index]) { return false }
            return true
        }
    }

    private static func number(_ text: borrowing Span<UInt8>, _ schema: Schema) -> Meaning {
        if isPlainInteger(text) { return .integer }
        if ScalarForms.isInteger(text, schema) { return .integer }
        if ScalarForms.isFloat(text, schema) { return .float }
        return ScalarForms.isTimestamp(text) ? .timestamp : .string
    }

    /// Whether it is a number as everybody writes it: digits, and no zero in front.
    private static func isPlainInteger(_ text: borrowing Span<UInt8>) -> Bool {
        guard text[0] != UInt8(ascii: "0") else { return false }
        for index in 0..<text.count where text[index] < UInt8(ascii: "0") || text[index] > UInt8(ascii: "9") { return false }
        return true
    }

    // MARK: Ambiguity

    /// Says where readers of YAML give a text different meanings.
    package static func ambiguity(_ text: borrowing Span<UInt8>) -> Ambiguity? {
        guard text.count > 0, text.count <= 40, !isPlainInteger(text) else { return nil }
        let old = resolve(text, schema: .yaml11)
        let new = resolve(text, schema: .yaml12)
        // Most texts are texts to both.
        guard old != new || new == .integer || new == .float else { return nil }
        let value = text.text
        if old != new {
            return Ambiguity(
                message:
                    "`\(value)` is \(describe(old)) to readers of YAML 1.1 and \(describe(new)) to readers of YAML 1.2 such as the AWS CLI. Put it into quotes if it is a text; otherwise write the value that you mean.")
        }
        let digits = value.drop { $0 == "-" || $0 == "+" }
        if new == .integer, digits.first == "0", digits.allSatisfy({ ("0"..."7").contains($0) || $0 == "_" }),
            let octal = Int(digits.filter { $0 != "_" }, radix: 8),
            let decimal = Int(digits.filter { $0 != "_" }), octal != decimal
        {
            let sign = value.hasPrefix("-") ? "-" : ""
            return Ambiguity(
                message:
                    "`\(value)` is the number \(sign)\(octal) to readers of YAML 1.1 and \(sign)\(decimal) to readers of YAML 1.2 such as the AWS CLI. Write the number without the leading zero, or put it into quotes if it is a text.")
        }
        if value.contains("_") || digits.hasPrefix("0b") {
            return Ambiguity(
                message:
                    "`\(value)` is a number to the AWS CLI and a text to readers that keep to YAML 1.2. Write the number in plain digits, or put it into quotes if it is a text.")
        }
        return nil
    }

    private static func describe(_ meaning: Meaning) -> String {
        switch meaning {
        case .string: "a text"
        case .integer: "a whole number"
        case .float: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        case .timestamp: "a date"
        }
    }
}
