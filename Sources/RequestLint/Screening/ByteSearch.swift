import CByteScan

/// Finds bytes in bytes. Every file of a folder is searched for a dozen texts, so it is done for sixteen places at once, by
/// the first and the last byte of what is wanted.
enum ByteSearch {
    static func contains(_ bytes: borrowing Span<UInt8>, _ wanted: borrowing Span<UInt8>) -> Bool {
        guard wanted.count > 0, bytes.count >= wanted.count else { return false }
        let last = wanted.count - 1
        let places = bytes.count - last
        var place = 0
        while place + 16 <= places {
            // Sixteen places are left, and behind the last of them lies a whole text: both loads are in the bytes.
            var found = bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { byte_scan_ends($0 + place, $0 + (place + last), wanted[0], wanted[last]) } ?? 0
            }
            while found != 0 {
                if holds(bytes, wanted, at: place + found.trailingZeroBitCount) { return true }
                found &= found - 1
            }
            place += 16
        }
        while place < places {
            if holds(bytes, wanted, at: place) { return true }
            place += 1
        }
        return false
    }

    private static func holds(
        _ bytes: borrowing Span<UInt8>, _ wanted: borrowing Span<UInt8>, at place: Int
    ) -> Bool {
        bytes.extracting(place..<place + wanted.count).equals(wanted)
    }
}
