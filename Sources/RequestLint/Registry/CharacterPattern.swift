/// A pattern that says only which characters a text has and how many: `^[a-z0-9-]{1,512}$`, perhaps with others for the first
/// one: `^[a-z][a-z0-9]*$`. Many patterns are no more than that, and such a one needs neither a matcher nor compiling it
/// when a program starts.
struct CharacterPattern: BitwiseCopyable {
    private var first = CharacterSet()
    private var others = CharacterSet()
    /// How many characters the text has, the first one among them.
    private var minimum: UInt32 = 0
    private var maximum: UInt32 = 0

    /// What stands where a pattern says more. It matches nothing but the empty text, and nobody asks it.
    static let none = CharacterPattern()

    private init() {}

    /// Whether a text that is valid UTF-8 matches as a whole.
    func matches(_ text: borrowing Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return minimum == 0 }
        guard first.contains(text[0]) else { return false }
        var index = 1
        while index < text.count, text[index] & 0xC0 == 0x80 { index &+= 1 }
        let takesNames = others.takesNames
        while index < text.count {
            // Most characters are those of names, which are looked at many at a time.
            if takesNames {
                index = text.endOfName(from: index)
                if index == text.count { break }
            }
            guard others.contains(text[index]) else { return false }
            index &+= 1
        }
        // A scalar takes one to four bytes: most texts need no count.
        if text.count <= Int(maximum) && text.count >= Int(minimum) * 4 { return true }
        let count = text.scalarCount
        return count >= Int(minimum) && count <= Int(maximum)
    }
}

/// ASCII characters, and all others or none of them.
struct CharacterSet: BitwiseCopyable, Equatable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var hasOthers: UInt64 = 0

    /// - Parameter byte: of a character that is written with one, or one of those that write another character.
    func contains(_ byte: UInt8) -> Bool {
        let bits = byte < 64 ? low : byte < 128 ? high : hasOthers
        return bits >> UInt64(byte & 63) & 1 != 0
    }

    private static let names: (low: UInt64, high: UInt64) = {
        var names = CharacterSet()
        for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { names.insert(byte) }
        for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { names.insert(byte) }
        names.insert(UInt8(ascii: "-"))
        return (names.low, names.high)
    }()

    /// Whether lower-case letters, digits and hyphens are all among them.
    var takesNames: Bool { low & Self.names.low == Self.names.low && high & Self.names.high == Self.names.high }

    fileprivate mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }

    fileprivate mutating func invert() {
        (low, high, hasOthers) = (~low, ~high, ~hasOthers)
    }
}

// MARK: Reading patterns

extension CharacterPattern {
    /// - Parameter pattern: as PCRE2 reads it.
    /// - Returns: nil where the pattern says anything else, or in another way than is understood here.
    init?(_ pattern: String) {
        var reader = PatternReader(pattern)
        _ = reader.skip("^")
        guard let head = reader.characters(), let count = reader.repetition() else { return nil }
        if count == 1...1, reader.isAtClass {
            guard let tail = reader.characters(), let rest = reader.repetition() else { return nil }
            (first, others) = (head, tail)
            minimum = 1 + rest.lowerBound
            maximum = rest.upperBound == .max ? .max : 1 + rest.upperBound
        } else {
            (first, others) = (head, head)
            minimum = count.lowerBound
            maximum = count.upperBound
        }
        _ = reader.skip("$")
        guard reader.isAtEnd else { return nil }
    }
}

/// Reads `[...]` and `{m,n}`. What it does not know, it does not guess.
private struct PatternReader {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

    var isAtEnd: Bool { index == scalars.count }
    var isAtClass: Bool { !isAtEnd && scalars[index] == "[" }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard index < scalars.count, scalars[index] == scalar else { return false }
        index += 1
        return true
    }

    private mutating func next() -> Unicode.Scalar? {
        guard index < scalars.count else { return nil }
        defer { index += 1 }
        return scalars[index]
    }

    /// A class of ASCII characters, or of all but some of them.
    mutating func characters() -> CharacterSet? {
        guard skip("[") else { return nil }
        var result = CharacterSet()
        let isNegated = skip("^")
        var isEmpty = true
        while !skip("]") {
            guard let lower = member() else { return nil }
            isEmpty = false
            // A hyphen before the bracket, or behind a range, stands for itself.
            guard index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" else {
                result.insert(lower)
                continue
            }
            index += 1
            guard let upper = member(), lower <= upper else { return nil }
            for byte in lower...upper { result.insert(byte) }
            if index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" {
                result.insert(UInt8(ascii: "-"))
                index += 1
            }
        }
        if isNegated { result.invert() }
        return isEmpty ? nil : result
    }

    /// One character of a class.
    private mutating func member() -> UInt8? {
        guard let scalar = next(), scalar.isASCII else { return nil }
        if scalar == "[" { return nil }
        guard scalar == "\\" else { return UInt8(ascii: scalar) }
        guard let escaped = next(), escaped.isASCII else { return nil }
        if escaped == "x" { return hexadecimal() }
        let isWord = ("a"..."z").contains(escaped) || ("A"..."Z").contains(escaped) || ("0"..."9").contains(escaped)
        return isWord ? nil : UInt8(ascii: escaped)
    }

    /// The two digits of `\x2d`.
    private mutating func hexadecimal() -> UInt8? {
        guard let high = next(), let low = next() else { return nil }
        return UInt8(String(String.UnicodeScalarView([high, low])), radix: 16).flatMap { $0 < 128 ? $0 : nil }
    }

    /// How often something stands: once, or as `*`, `+`, `?` or `{m,n}` say.
    mutating func repetition() -> ClosedRange<UInt32>? {
        if skip("*") { return greedy(0...UInt32.max) }
        if skip("+") { return greedy(1...UInt32.max) }
        if skip("?") { return greedy(0...1) }
        guard skip("{") else { return 1...1 }
        guard let minimum = number() else { return nil }
        var maximum: UInt32? = minimum
        if skip(",") { maximum = index < scalars.count && scalars[index] == "}" ? .max : number() }
        guard skip("}"), let maximum, minimum <= maximum else { return nil }
        return greedy(minimum...maximum)
    }

    /// What follows a repetition may change what it means.
    private func greedy(_ range: ClosedRange<UInt32>) -> ClosedRange<UInt32>? {
        guard index < scalars.count else { return range }
        return ["+", "?", "*", "{"].contains(scalars[index]) ? nil : range
    }

    private mutating func number() -> UInt32? {
        var digits = ""
        while index < scalars.count, ("0"..."9").contains(scalars[index]), digits.utf8.count < 9 {
            digits.unicodeScalars.append(scalars[index])
            index += 1
        }
        return UInt32(digits)
    }
}
