/// The bytes that a reporter has written and that nobody has taken yet. The caller drains it whenever it likes, which is what lets a report of any length stream.
package struct Output: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    package mutating func append(contentsOf more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    mutating func append(_ byte: UInt8, times count: Int) {
        bytes.append(contentsOf: repeatElement(byte, count: max(0, count)))
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
