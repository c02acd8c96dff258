/// What a YAML plain scalar means to readers of YAML 1.2 and of YAML 1.1, which disagree about some.
///
/// The 1.2 reading is that of ruamel.yaml's safe loader, which the AWS CLI uses for `--cli-input-yaml`; the 1.1 reading
/// is PyYAML's. Both were compared with the loaders; `PlainScalarTests` keeps the table.
package enum PlainScalar {
    package enum Schema: Sendable {
        case yaml12, yaml11
    }

    package enum Meaning: Sendable {
        case string, integer, float, boolean, null
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
            return number(string(text), schema)
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
            UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "y"),
            UInt8(ascii: "Y"), UInt8(ascii: "o"), UInt8(ascii: "O"):
            guard text.count <= 5 else { return .string }
            return word(string(text), schema)
        default: return .string
        }
    }

    /// Says where the two schemas give a text different meanings.
    package static func ambiguity(_ text: borrowing Span<UInt8>) -> Ambiguity? {
        guard text.count > 0, text.count <= 40 else { return nil }
        let value = string(text)
        let old = resolve(text, schema: .yaml11)
        let new = resolve(text, schema: .yaml12)
        guard let (first, second) = meanings(value, old, new) else { return nil }
        return Ambiguity(
            message:
                "`\(value)` is \(first) to readers of YAML 1.1 and \(second) to readers of YAML 1.2 such as the AWS CLI. Put it into quotes if it is a text; otherwise write the value that you mean.")
    }

    private static func meanings(
        _ value: String, _ old: Meaning, _ new: Meaning
    ) -> (String, String)? {
        if value.hasPrefix("0") || value.hasPrefix("-0") || value.hasPrefix("+0"), old == .integer,
            new == .integer
        {
            let digits = value.drop { $0 == "-" || $0 == "+" }
            guard digits.count > 1, digits.allSatisfy({ ("0"..."7").contains($0) }),
                let octal = Int(digits, radix: 8), let decimal = Int(digits), octal != decimal
            else { return nil }
            return ("the number \(octal)", "the number \(decimal)")
        }
        if value.contains("_"), new == .integer {
            return ("a number", "a text to the core schema, though the AWS CLI reads a number: a value")
        }
        guard old != new else { return nil }
        return (describe(old), describe(new))
    }

    private static func describe(_ meaning: Meaning) -> String {
        switch meaning {
        case .string: "a text"
        case .integer: "a whole number"
        case .float: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        }
    }

    private static func word(_ value: String, _ schema: Schema) -> Meaning {
        switch value {
        case "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE", "false", "False", "FALSE": return .boolean
        case "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF":
            return schema == .yaml11 ? .boolean : .string
        default: return .string
        }
    }

    private static func number(_ value: String, _ schema: Schema) -> Meaning {
        var body = Substring(value)
        if body.first == "-" || body.first == "+" { body = body.dropFirst() }
        guard let first = body.first else { return .string }
        if [".inf", ".Inf", ".INF"].contains(body) { return .float }
        if [".nan", ".NaN", ".NAN"].contains(value) { return .float }
        if schema == .yaml11, isSexagesimal(body) { return .integer }
        if isInteger(body, schema) { return .integer }
        return isFloat(body, first, schema) ? .float : .string
    }

    private static func isInteger(_ body: Substring, _ schema: Schema) -> Bool {
        func all(_ text: Substring, _ digits: String) -> Bool {
            !text.isEmpty && text.allSatisfy { digits.contains($0) || $0 == "_" }
        }
        if body.hasPrefix("0b") { return all(body.dropFirst(2), "01") }
        if body.hasPrefix("0x") { return all(body.dropFirst(2), "0123456789abcdefABCDEF") }
        if body.hasPrefix("0o") { return schema == .yaml12 && all(body.dropFirst(2), "01234567") }
        guard body.first?.isASCIIDigit ?? false else { return false }
        if schema == .yaml11, body.first == "0", body.count > 1 {
            return all(body.dropFirst(), "01234567")
        }
        return all(body, "0123456789")
    }

    private static func isSexagesimal(_ body: Substring) -> Bool {
        let parts = body.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 2, let head = parts.first, head.first?.isASCIIDigit ?? false,
            head.first != "0", head.allSatisfy({ $0.isASCIIDigit || $0 == "_" })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            part.allSatisfy(\.isASCIIDigit) && (1...2).contains(part.count) && (Int(part) ?? 60) < 60
        }
    }

    private static func isFloat(_ body: Substring, _ first: Character, _ schema: Schema) -> Bool {
        var mantissa = body
        var hasExponent = false
        if let mark = body.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            mantissa = body[..<mark]
            var exponent = body[body.index(after: mark)...]
            let isSigned = exponent.first == "-" || exponent.first == "+"
            if isSigned { exponent = exponent.dropFirst() }
            guard !exponent.isEmpty, exponent.allSatisfy(\.isASCIIDigit) else { return false }
            // YAML 1.1 wants the sign.
            if schema == .yaml11 && !isSigned { return false }
            hasExponent = true
        }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 || (parts.count == 1 && hasExponent && schema == .yaml12) else {
            return false
        }
        guard mantissa.contains(where: \.isASCIIDigit) else { return false }
        return parts.allSatisfy { $0.allSatisfy { $0.isASCIIDigit || $0 == "_" } }
    }

    private static func string(_ text: borrowing Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for index in 0..<text.count { bytes.append(text[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
