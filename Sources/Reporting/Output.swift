import RequestLint

/// The bytes that a reporter has written and that nobody has taken yet. The caller drains it whenever it likes, which is what lets a report of any length stream.
package struct Output: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func append(_ text: String) { append(text.utf8.span) }

    mutating func append(_ text: borrowing Span<UInt8>) {
        text.withUnsafeBufferPointer { text in bytes.append(contentsOf: text) }
    }

    /// Appends a number in decimal digits.
    package mutating func append(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let count = Self.digits(of: number.magnitude)
        bytes.append(addingCapacity: count) { digits in
            digits.append(repeating: UInt8(ascii: "0"), count: count)
            var rest = number.magnitude
            for place in (0..<count).reversed() {
                digits[place] += UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }

    /// How many digits a number has.
    static func digits(of number: UInt) -> Int {
        var count = 1
        var rest = number
        while rest >= 10 {
            rest /= 10
            count += 1
        }
        return count
    }

    package mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func endLine() { append(UInt8(ascii: "\n")) }

    package mutating func append(contentsOf more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Appends what was taken from another output.
    package mutating func append(contentsOf more: [UInt8]) {
        if bytes.isEmpty { bytes = more } else { append(more.span) }
    }

    mutating func append(_ byte: UInt8, times count: Int) {
        guard count > 0 else { return }
        bytes.append(addingCapacity: count) { $0.append(repeating: byte, count: count) }
    }

    /// Appends bytes of a source as they are.
    mutating func append(_ source: [UInt8], _ range: Range<Int>) { append(source.span.extracting(range)) }

    /// Whether a sign would make a command to a CI service of what was written: such services read what programs print, and
    /// carry out `::name::` at the start of a line, and `##[name]` and `##vso[name]` wherever they stand.
    func completesCommand(_ sign: Unicode.Scalar) -> Bool {
        switch sign {
        case "[", "v": return bytes.suffix(2).elementsEqual("##".utf8)
        case ":":
            guard bytes.last == UInt8(ascii: ":") else { return false }
            let line = bytes.dropLast().last { $0 != 0x20 }
            return line == nil || line == UInt8(ascii: "\n")
        default: return false
        }
    }

    /// Starts anew in the same memory, unless that has grown for a huge report, for who has read the bytes.
    package mutating func clear() { bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20) }

    /// Hands over what was written so far and starts anew.
    package mutating func take() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }
}
