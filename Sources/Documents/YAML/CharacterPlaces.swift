/// Turns libyaml's marks, which count characters, into byte offsets. They come almost in order, so it walks from the
/// last one. A byte order mark is kept from libyaml, to which it would be a column.
struct CharacterPlaces {
    private let bytes: [UInt8]
    private let isASCII: Bool
    /// The bytes of a byte order mark.
    private let mark: Int
    private var index = 0
    private var offset: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isASCII = Encoding.asciiEnd(of: bytes.span, from: 0) == bytes.count
        mark = Encoding.markLength(bytes.span)
        offset = mark
    }

    @inline(__always)
    mutating func offset(of target: Int) -> Int {
        isASCII ? min(target, bytes.count) : walk(to: target)
    }

    private mutating func walk(to target: Int) -> Int {
        while index < target, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            index += 1
        }
        while index > target, offset > mark {
            offset -= 1
            while offset > mark, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            index -= 1
        }
        return offset
    }
}
