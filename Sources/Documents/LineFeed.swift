/// Looks for LF eight bytes at a time: streams are cut at them, and whatever is said of a line counts those before it.
package enum LineFeed {
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Marks the bytes of a word that are LF with their highest bit; the first of them is right, and above it there may be
    /// marks in error.
    private static func marks(_ word: UInt64) -> UInt64 {
        let rest = word ^ (ones &* 0x0A)
        return (rest &- ones) & ~rest & (ones << 7)
    }

    /// The first LF at or behind an index.
    package static func first(in bytes: borrowing Span<UInt8>, from start: Int = 0) -> Int? {
        var index = start
        let raw = bytes.bytes
        while index <= bytes.count - 8 {
            let found = marks(UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)))
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count {
            if bytes[index] == 0x0A { return index }
            index += 1
        }
        return nil
    }

    /// The last LF at or behind an index.
    package static func last(in bytes: borrowing Span<UInt8>, from start: Int = 0) -> Int? {
        var index = bytes.count
        while index > start {
            index -= 1
            if bytes[index] == 0x0A { return index }
        }
        return nil
    }

    package static func count(in bytes: borrowing Span<UInt8>) -> Int {
        let low = ~(ones << 7)
        let raw = bytes.bytes
        var count = 0
        var index = 0
        while index <= bytes.count - 8 {
            // Each byte counts the LF in its column, until it could run over.
            let end = min(bytes.count - 7, index + 8 * 255)
            var columns: UInt64 = 0
            while index < end {
                let rest = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) ^ (ones &* 0x0A)
                columns &+= (~(((rest & low) &+ low) | rest | low)) >> 7
                index += 8
            }
            let pairs = (columns & 0x00FF_00FF_00FF_00FF) &+ ((columns >> 8) & 0x00FF_00FF_00FF_00FF)
            count += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
        }
        while index < bytes.count {
            if bytes[index] == 0x0A { count += 1 }
            index += 1
        }
        return count
    }
}
