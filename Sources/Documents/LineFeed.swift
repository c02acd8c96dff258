import CByteScan

/// Looks for LF sixteen bytes at a time: streams are cut at them, and whatever is said of a line counts those before it.
package enum LineFeed {
    private static let feed: UInt8 = 0x0A

    /// The first LF at or behind an index.
    package static func first(in bytes: borrowing Span<UInt8>, from start: Int = 0) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = start
            if let base = buffer.baseAddress {
                // It ends sixteen bytes before the end at the latest.
                while index <= buffer.count - 16 {
                    let found = byte_scan_equal(base + index, feed)
                    if found != 0 { return index + found.trailingZeroBitCount }
                    index += 16
                }
            }
            while index < buffer.count {
                if buffer[index] == feed { return index }
                index += 1
            }
            return nil
        }
    }

    /// The last LF at or behind an index.
    package static func last(in bytes: borrowing Span<UInt8>, from start: Int = 0) -> Int? {
        var index = bytes.count
        while index > start {
            index -= 1
            if bytes[index] == feed { return index }
        }
        return nil
    }

    package static func count(in bytes: borrowing Span<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            let blocks = buffer.count / 16
            var count = buffer.baseAddress.map { Int(byte_scan_count($0, blocks, feed)) } ?? 0
            var index = 16 * blocks
            while index < buffer.count {
                if buffer[index] == feed { count += 1 }
                index += 1
            }
            return count
        }
    }
}
