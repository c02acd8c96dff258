/// The members that tell operations apart. A request's members become a set of bits, so that recognising an operation
/// builds no text.
package struct MarkerTable: Sendable {
    private let records: BlobTable<MarkerRecord>
    private let names: BlobTable<TextRef>
    private let hash: BlobTable<UInt8>
    private let text: BlobTable<UInt8>

    init(_ blob: Blob) {
        records = blob.table(.markers, of: MarkerRecord.self)
        names = blob.table(.markerNames, of: TextRef.self)
        hash = blob.table(.markerHash, of: UInt8.self)
        text = blob.table(.text, of: UInt8.self)
    }

    /// The bit of a member; 0 where it marks nothing.
    package func bit(of name: borrowing Span<UInt8>) -> UInt64 {
        guard hash.count > 0 else { return 0 }
        let mask = hash.count - 1
        var slot = Registry.hash(name) & mask
        while hash[slot] != 0 {
            let number = Int(hash[slot]) - 1
            if text.equals(names[number], name) { return 1 << UInt64(number) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// The number of the operation whose markers are among the members.
    package func operation(of members: UInt64) -> Int? {
        guard members != 0 else { return nil }
        for index in 0..<records.count {
            let marker = records[index]
            if members & marker.all == marker.all, marker.any == 0 || members & marker.any != 0,
                members & marker.none == 0
            {
                return Int(marker.operation)
            }
        }
        return nil
    }
}
