import RequestLint

/// The bytes that a reporter has written and that nobody has taken yet. The caller drains it whenever it likes, which is what lets a report of any length stream.
package struct Output: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func append(_ text: String) {
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
        // Only texts of other languages' runtimes have no bytes of their own.
        if isWritten == nil { bytes.append(contentsOf: text.utf8) }
    }

    /// Appends a number in decimal digits.
    package mutating func append(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = number.magnitude
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        var (low, high) = (start, bytes.count - 1)
        while low < high {
            bytes.swapAt(low, high)
            (low, high) = (low + 1, high - 1)
        }
    }

    /// How many digits a number from 0 on has.
    static func digits(of number: Int) -> Int {
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

    mutating func append(_ byte: UInt8, times count: Int) {
        bytes.append(contentsOf: repeatElement(byte, count: max(0, count)))
    }

    /// Appends bytes of a source as they are.
    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        source.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

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

    /// Hands over what was written so far and starts anew.
    package mutating func take() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }
}

extension Span<UInt8> {
    /// Whether every byte of a range is a sign of ASCII that is shown as it is, one column wide. A number sign is not counted
    /// among them, because it may begin a command to a CI service; a colon has to be looked at where a line begins.
    func isPlain(_ range: Range<Int>) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = range.lowerBound
        while index <= range.upperBound - 8 {
            let word = word(at: index)
            let sign = word ^ (ones &* UInt64(UInt8(ascii: "#")))
            // Each of these has the highest bit of a byte set where the byte is not plain, and perhaps of one above it.
            let isControl = word &- ones &* 0x20
            let isDelete = word &+ ones
            let isSign = (sign &- ones) & ~sign
            if (word | isControl | isDelete | isSign) & (ones << 7) != 0 { return false }
            index += 8
        }
        while index < range.upperBound {
            let byte = self[index]
            guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "#") else { return false }
            index += 1
        }
        return true
    }

    /// Whether a colon stands first in a range, blanks aside.
    func startsWithColon(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, self[index] == 0x20 { index += 1 }
        return index < range.upperBound && self[index] == UInt8(ascii: ":")
    }
}
