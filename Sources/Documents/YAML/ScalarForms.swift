/// The forms of numbers and dates that ruamel.yaml (YAML 1.2) and PyYAML (YAML 1.1) know, as their resolvers have them.
enum ScalarForms {
    static func isInteger(_ text: borrowing Span<UInt8>, _ schema: PlainScalar.Schema) -> Bool {
        var scan = FormScanner(text)
        scan.skipSign()
        let start = scan.index
        if scan.skip("0b") { return scan.skipAll { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") || isLine($0) } }
        if scan.skip("0x") { return scan.skipAll { isHexDigit($0) || isLine($0) } }
        if schema == .yaml12 {
            if scan.skip("0o") { return scan.skipAll { isOctalDigit($0) || isLine($0) } }
            return scan.skipAll { isDigit($0) || isLine($0) }
        }
        guard scan.skipOne(isDigit) else { return false }
        if text[start] == UInt8(ascii: "0") {
            return scan.isAtEnd || scan.skipAll { isOctalDigit($0) || isLine($0) }
        }
        scan.skipWhile { isDigit($0) || isLine($0) }
        while scan.skip(":") { guard scan.skipSixtieth() else { return false } }
        return scan.isAtEnd
    }

    static func isFloat(_ text: borrowing Span<UInt8>, _ schema: PlainScalar.Schema) -> Bool {
        var scan = FormScanner(text)
        scan.skipSign()
        let isSigned = scan.index > 0
        for word in [".inf", ".Inf", ".INF"] where scan.isRest(word) { return true }
        for word in [".nan", ".NaN", ".NAN"] where scan.isRest(word) { return !isSigned }
        guard scan.skipOne(isDigit) else {
            // Without digits in front of the point, both want a signed exponent, and 1.1 wants no sign and a digit first.
            guard scan.skip(".") else { return false }
            if schema == .yaml11 { guard !isSigned, scan.skipOne(isDigit) else { return false } }
            let first = scan.index
            scan.skipWhile { isDigit($0) || isLine($0) }
            guard schema == .yaml11 || scan.index > first else { return false }
            return scan.isAtEnd || scan.isExponent(wantsSign: true)
        }
        scan.skipWhile { isDigit($0) || isLine($0) }
        if schema == .yaml11, scan.skip(":") {
            repeat { guard scan.skipSixtieth() else { return false } } while scan.skip(":")
            guard scan.skip(".") else { return false }
            scan.skipWhile { isDigit($0) || isLine($0) }
            return scan.isAtEnd
        }
        guard scan.skip(".") else { return schema == .yaml12 && scan.isExponent(wantsSign: false) }
        scan.skipWhile { isDigit($0) || isLine($0) }
        return scan.isAtEnd || scan.isExponent(wantsSign: schema == .yaml11)
    }

    /// `2026-11-23`, alone or with a time of day.
    static func isTimestamp(_ text: borrowing Span<UInt8>) -> Bool {
        var scan = FormScanner(text)
        guard scan.skipDigits(4...4), scan.skip("-") else { return false }
        let month = scan.index
        guard scan.skipDigits(1...2), scan.skip("-") else { return false }
        guard scan.skipDigits(1...2) else { return false }
        if scan.isAtEnd { return scan.index - month == 5 }
        if !scan.skip("T") && !scan.skip("t") { guard scan.skipOne(isBlank) else { return false } }
        scan.skipWhile(isBlank)
        guard scan.skipDigits(1...2), scan.skip(":"), scan.skipDigits(2...2), scan.skip(":"), scan.skipDigits(2...2)
        else { return false }
        if scan.skip(".") { scan.skipWhile(isDigit) }
        if scan.isAtEnd { return true }
        scan.skipWhile(isBlank)
        if scan.skip("Z") { return scan.isAtEnd }
        let zone = scan.index
        scan.skipSign()
        guard scan.index > zone, scan.skipDigits(1...2) else { return false }
        if scan.skip(":") { return scan.skipDigits(2...2) && scan.isAtEnd }
        return scan.isAtEnd
    }

    fileprivate static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isOctalDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x37 }
    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
    }
    private static func isLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// Walks over one text.
private struct FormScanner: ~Escapable {
    private let text: Span<UInt8>
    private(set) var index = 0

    @_lifetime(copy text)
    init(_ text: borrowing Span<UInt8>) {
        self.text = copy text
    }

    var isAtEnd: Bool { index == text.count }

    mutating func skipSign() {
        if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") { index += 1 }
    }

    func isRest(_ word: String) -> Bool { text.count - index == word.utf8.count && starts(word) }

    private func starts(_ word: String) -> Bool {
        var place = index
        for byte in word.utf8 {
            guard place < text.count, text[place] == byte else { return false }
            place += 1
        }
        return true
    }

    mutating func skip(_ word: String) -> Bool {
        guard starts(word) else { return false }
        index += word.utf8.count
        return true
    }

    mutating func skipOne(_ isIn: (UInt8) -> Bool) -> Bool {
        guard index < text.count, isIn(text[index]) else { return false }
        index += 1
        return true
    }

    mutating func skipWhile(_ isIn: (UInt8) -> Bool) {
        while index < text.count, isIn(text[index]) { index += 1 }
    }

    /// Whether the rest is one or more of these.
    mutating func skipAll(_ isIn: (UInt8) -> Bool) -> Bool {
        guard index < text.count else { return false }
        skipWhile(isIn)
        return isAtEnd
    }

    mutating func skipDigits(_ count: ClosedRange<Int>) -> Bool {
        let start = index
        while index < text.count, index - start < count.upperBound, ScalarForms.isDigit(text[index]) { index += 1 }
        return count.contains(index - start)
    }

    /// `0` to `59`, as minutes and seconds are written.
    mutating func skipSixtieth() -> Bool {
        let start = index
        guard skipDigits(1...2) else { return false }
        return index - start == 1 || text[start] <= UInt8(ascii: "5")
    }

    /// Whether the rest is an exponent.
    mutating func isExponent(wantsSign: Bool) -> Bool {
        guard skip("e") || skip("E") else { return false }
        let start = index
        skipSign()
        if wantsSign && index == start { return false }
        return skipAll(ScalarForms.isDigit)
    }
}
