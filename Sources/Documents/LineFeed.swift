import CByteScan

/// Looks for LF many bytes at a time: streams are cut at them, and whatever is said of a line counts those before it.
package enum LineFeed {
    private static let feed: UInt8 = 0x0A

    /// The first LF at or behind an index.
    package static func first(in bytes: borrowing Span<UInt8>, from start: Int = 0) -> Int? {
        let rest = bytes.extracting(start..<bytes.count)
        let found = rest.withUnsafeBufferPointer { buffer in
            // What has an address has so many bytes there.
            buffer.baseAddress.map { byte_scan_find($0, feed, buffer.count) } ?? 0
        }
        return found < rest.count ? start + found : nil
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
            buffer.baseAddress.map { byte_scan_count($0, feed, buffer.count) } ?? 0
        }
    }
}
