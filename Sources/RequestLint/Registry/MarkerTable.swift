/// The members that tell operations apart. A request's members become a set of bits, so that recognising an operation
/// builds no text.
package struct MarkerTable: Sendable {
    private let records: BlobTable<MarkerRecord>
    private let names: BlobTable<TextRef>
    private let index: TextIndex<UInt8>

    init(_ blob: Blob) {
        records = blob.table(.markers, of: MarkerRecord.self)
        names = blob.table(.markerNames, of: TextRef.self)
        index = TextIndex(
            blob.table(.markerHash, of: UInt8.self), texts: blob.table(.text, of: UInt8.self))
    }

    /// The bit of a member; 0 where it marks nothing.
    package func bit(of name: borrowing Span<UInt8>) -> UInt64 {
        let number = index.number(of: name, in: index.whole) { names[$0] }
        return number.map { 1 << UInt64($0) } ?? 0
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
