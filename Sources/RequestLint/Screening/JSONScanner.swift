// Reads JSON where it lies: no document, no copy, nothing allocated. The raw pointer stays inside this file. It is valid
// while the closure runs that made the scanner, every byte is read below `end`, and sixteen bytes at once only where
// `readable` says that they are there.
import CByteScan
import Documents

/// A walk over the bytes of one JSON text that stops at whatever is not plain JSON. It explains nothing: where it stops, the
/// reader of documents takes over, which also reads what this one leaves to it, such as escapes.
struct JSONScanner {
    private let base: UnsafePointer<UInt8>
    /// How many bytes lie behind `base`; the text may end before.
    private let readable: Int
    private(set) var end: Int
    private(set) var position: Int
    /// Whether something was met that this scanner does not read. Nothing is read behind it.
    private(set) var isStopped = false

    /// How deep values that nobody asks for may be nested; deeper ones are left to the reader, which knows the limit.
    private static let depth = 100

    /// - Parameter bytes: valid as long as the scanner is used.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        base = bytes.baseAddress ?? Self.nothing
        readable = bytes.count
        end = bytes.count
        position = 0
    }

    /// A place for bytes that are none; nothing is read there.
    private static var nothing: UnsafePointer<UInt8> { UnsafePointer(bitPattern: 1).unsafelyUnwrapped }

    /// Starts anew with another text of the same bytes.
    mutating func restart(in range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= readable, "a text lies outside the bytes")
        position = range.lowerBound
        end = range.upperBound
        isStopped = false
    }

    mutating func stop() {
        isStopped = true
        position = end
    }

    // MARK: Signs

    /// The next byte that is no blank, which it stands at then; 0 at the end.
    @inline(__always)
    mutating func next() -> UInt8 {
        if position < end {
            let byte = base[position]
            if byte > 0x20 { return byte }
        }
        return nextBehindBlanks()
    }

    private mutating func nextBehindBlanks() -> UInt8 {
        while position + 16 <= readable {
            let mask = byte_scan_not_blank(base + position)
            if mask != 0 {
                position += mask.trailingZeroBitCount
                return position < end ? base[position] : 0
            }
            position += 16
        }
        while position < end {
            let byte = base[position]
            if byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return byte }
            position += 1
        }
        return 0
    }

    /// Steps over the byte that `next` returned.
    @inline(__always)
    mutating func advance() { position += 1 }

    /// Whether nothing but blanks is left.
    mutating func isAtEnd() -> Bool { !isStopped && next() == 0 && position >= end }

    // MARK: Texts

    /// Reads the text whose quote it stands at. Stops at escapes, which have to be decoded.
    @inline(__always)
    mutating func text() -> TextLocation {
        let start = position + 1
        let end = endText(takesEscapes: false)
        return TextLocation(isDecoded: false, start: start, count: end.map { $0 - start } ?? 0)
    }

    /// Steps over so many bytes where they are the right ones.
    @inline(__always)
    mutating func skip(_ count: Int, where areRight: (borrowing Span<UInt8>) -> Bool) -> Bool {
        guard count <= end &- position, areRight(Span(_unsafeStart: base + position, count: count)) else { return false }
        position &+= count
        return true
    }

    /// Steps over the text whose quote it stands at, escapes and all.
    private mutating func skipText() { _ = endText(takesEscapes: true) }

    /// Steps behind the text whose quote it stands at.
    /// - Returns: where its closing quote stands; nil where the scanner stops.
    @inline(__always)
    private mutating func endText(takesEscapes: Bool) -> Int? {
        var index = position + 1
        while true {
            index = plainEnd(from: index)
            guard index < end else { break }
            let byte = base[index]
            if byte == UInt8(ascii: "\"") {
                position = index + 1
                return index
            }
            let isEscape = takesEscapes && byte == UInt8(ascii: "\\")
            guard let length = isEscape ? escape(at: index) : byte >= 0x80 ? sequence(at: index) : nil else { break }
            index += length
        }
        stop()
        return nil
    }

    /// Where plain ASCII text ends: at a quote, a backslash, a control character or what is not ASCII.
    @inline(__always)
    private func plainEnd(from start: Int) -> Int {
        var index = start
        let lastBlock = readable &- 16
        while index <= lastBlock {
            let mask = byte_scan_special(base + index)
            if mask != 0 { return index &+ mask.trailingZeroBitCount }
            index &+= 16
        }
        while index < end {
            let byte = base[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80 { break }
            index += 1
        }
        return index
    }

    /// The length of the character at an index that several bytes write; nil where they write none.
    private func sequence(at index: Int) -> Int? {
        let length = Encoding.sequenceLength(Span(_unsafeStart: base, count: end), index)
        return length > 0 ? length : nil
    }

    /// The length of an escape; nil where it is none, or may be half of a surrogate pair.
    private func escape(at index: Int) -> Int? {
        guard index + 1 < end else { return nil }
        switch base[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return 2
        case UInt8(ascii: "u"):
            guard let unit = JSONText.hexUnit(Span(_unsafeStart: base, count: end), index + 2) else { return nil }
            return unit & 0xF800 == 0xD800 ? nil : 6
        default: return nil
        }
    }

    // MARK: Numbers and words

    /// Reads the number that it stands at.
    /// - Returns: whether it has neither fraction nor exponent.
    mutating func number() -> (text: TextLocation, isInteger: Bool) {
        let start = position
        var isInteger = true
        if at("-") { position += 1 }
        let first = position
        let whole = skipDigits()
        var isWrong = whole == 0 || (whole > 1 && base[first] == UInt8(ascii: "0"))
        if at(".") {
            isInteger = false
            position += 1
            if skipDigits() == 0 { isWrong = true }
        }
        if at("e") || at("E") {
            isInteger = false
            position += 1
            if at("+") || at("-") { position += 1 }
            if skipDigits() == 0 { isWrong = true }
        }
        let text = TextLocation(isDecoded: false, start: start, count: position - start)
        if isWrong || !endsWord() { stop() }
        return (text, isInteger)
    }

    /// Reads the number that it stands at if it is a short one, as most are: digits alone, eighteen at most.
    /// - Returns: its value; nil of any other number, which is still in front then.
    mutating func shortInteger() -> Int64? {
        var index = position
        let last = min(end, position &+ 18)
        var value: Int64 = 0
        while index < last {
            let digit = base[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { break }
            value = value &* 10 &+ Int64(digit)
            index &+= 1
        }
        guard index > position, index < end, base[position] != UInt8(ascii: "0") || index == position &+ 1 else { return nil }
        let sign = base[index]
        guard sign == UInt8(ascii: ",") || sign == UInt8(ascii: "}") || sign == UInt8(ascii: "]") else { return nil }
        position = index
        return value
    }

    /// Reads a word such as `true`.
    mutating func word(_ word: StaticString) -> TextLocation {
        let text = TextLocation(isDecoded: false, start: position, count: word.utf8CodeUnitCount)
        guard position + text.count <= end,
            Span(_unsafeStart: base + position, count: text.count).equals(word)
        else {
            stop()
            return TextLocation(isDecoded: false, start: text.start, count: 0)
        }
        position += text.count
        if !endsWord() { stop() }
        return text
    }

    @inline(__always)
    private func at(_ sign: Unicode.Scalar) -> Bool { position < end && base[position] == UInt8(ascii: sign) }

    private mutating func skipDigits() -> Int {
        let start = position
        while position < end, base[position] >= 0x30, base[position] <= 0x39 { position += 1 }
        return position - start
    }

    /// Whether what follows a number or word may stand there.
    private func endsWord() -> Bool {
        guard position < end else { return true }
        switch base[position] {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x0A, 0x0D, 0x09: return true
        default: return false
        }
    }

    // MARK: Values

    /// Steps over the value in front, whatever it is.
    mutating func skipValue(depth: Int = 0) {
        switch next() {
        case UInt8(ascii: "\""): skipText()
        case UInt8(ascii: "{"):
            guard depth < Self.depth else { return stop() }
            advance()
            if next() == UInt8(ascii: "}") { return advance() }
            repeat {
                guard next() == UInt8(ascii: "\"") else { return stop() }
                skipText()
                guard skip(":") else { return }
                skipValue(depth: depth + 1)
            } while another("}")
        case UInt8(ascii: "["):
            guard depth < Self.depth else { return stop() }
            advance()
            if next() == UInt8(ascii: "]") { return advance() }
            repeat { skipValue(depth: depth + 1) } while another("]")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = number()
        case UInt8(ascii: "t"): _ = word("true")
        case UInt8(ascii: "f"): _ = word("false")
        case UInt8(ascii: "n"): _ = word("null")
        default: stop()
        }
    }

    /// Steps over a sign, with blanks before it; stops where it is not there.
    @inline(__always)
    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: sign) else {
            stop()
            return false
        }
        advance()
        return true
    }

    /// Steps over the comma behind a value, or over the sign that closes what holds it.
    /// - Returns: whether it was a comma.
    @inline(__always)
    mutating func another(_ close: Unicode.Scalar) -> Bool {
        let byte = next()
        if byte == UInt8(ascii: ",") {
            advance()
            return true
        }
        if byte == UInt8(ascii: close) { advance() } else { stop() }
        return false
    }
}
