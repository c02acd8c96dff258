import CByteScan

/// Where nodes start and end that libyaml's marks take with something else.
enum YAMLPlaces {
    /// A block scalar ends behind its last line that is not blank. A line with more spaces than its indentation is not.
    static func blockEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        let indentation = start < end ? BlockHeader(bytes, start..<end).indentations[0] : 0
        var result = end
        while true {
            var place = result
            while place > start + 1, bytes[place - 1] == UInt8(ascii: " ") { place -= 1 }
            guard place > start + 1, result - place <= indentation, isYAMLBreak(bytes[place - 1]) else { return result }
            result = place - 1
        }
    }

    /// Skips the anchor and tag in front of a node, and comments behind them.
    @inline(__always)
    static func behindProperties(_ bytes: [UInt8], _ start: Int, limit: Int) -> Int {
        guard start < limit, bytes[start] == UInt8(ascii: "&") || bytes[start] == UInt8(ascii: "!") else { return start }
        return behindSigns(bytes, start, limit)
    }

    private static func behindSigns(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
        var offset = start
        while offset < limit {
            switch bytes[offset] {
            case UInt8(ascii: "!") where offset + 1 < limit && bytes[offset + 1] == UInt8(ascii: "<"):
                while offset < limit, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
                offset += 1
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                let isAnchor = bytes[offset] == UInt8(ascii: "&")
                while offset < limit, !ends(bytes[offset], isAnchor: isAnchor) { offset += 1 }
            case UInt8(ascii: "#"):
                while offset < limit, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return offset
            }
        }
        return min(offset, limit)
    }

    /// Whether a byte stands behind an anchor or a tag.
    private static func ends(_ byte: UInt8, isAnchor: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        case UInt8(ascii: ":"): isAnchor
        default: byte <= 0x20
        }
    }

    /// Whether a text stands in a range as it is.
    @inline(__always)
    static func holds(_ bytes: [UInt8], _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start >= 0, end - start == text.count, end <= bytes.count else { return false }
        return bytes.span.extracting(start..<end).withUnsafeBufferPointer { left in
            text.withUnsafeBufferPointer { right in
                // What has an address has so many bytes there.
                guard let first = left.baseAddress, let second = right.baseAddress else { return true }
                return byte_scan_equal(first, second, left.count) != 0
            }
        }
    }
}
