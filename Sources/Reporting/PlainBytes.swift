// Plain bytes: signs of ASCII that are shown as they are, one column wide. A number sign is not counted among them, because
// it may begin a command to a CI service; a colon has to be looked at where a line begins.
internal import CByteScan

extension Span<UInt8> {
    var isPlain: Bool { plainEnd(from: 0, to: count) == count }

    /// Where the plain bytes end that stand from an index on.
    func plainEnd(from start: Int, to end: Int) -> Int {
        let part = extracting(start..<end)
        // What has an address has so many bytes there.
        return start + part.withUnsafeBufferPointer { $0.baseAddress.map { byte_scan_plain($0, part.count) } ?? 0 }
    }

    /// Where the plain bytes begin that stand in front of an index.
    func plainStart(before end: Int, from start: Int) -> Int {
        let part = extracting(start..<end)
        return end - part.withUnsafeBufferPointer { $0.baseAddress.map { byte_scan_plain_behind($0, part.count) } ?? 0 }
    }

    /// Whether a byte stands in it.
    func holds(_ byte: UInt8) -> Bool {
        withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { byte_scan_find($0, byte, bytes.count) < bytes.count } ?? false
        }
    }

    /// Whether a colon stands first in a range, blanks aside.
    func startsWithColon(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, self[index] == 0x20 { index += 1 }
        return index < range.upperBound && self[index] == UInt8(ascii: ":")
    }
}
