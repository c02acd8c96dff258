/// The changes of a zone's offset that tzdata lists one by one; read in place from ``ZoneData/histories``.
struct RecordedChanges: Sendable, Hashable {
    /// Where the first record begins.
    let position: Int
    let count: Int

    static let none = RecordedChanges(position: 0, count: 0)

    private init(position: Int, count: Int) {
        self.position = position
        self.count = count
    }

    /// - Parameter start: where the count of the records is written; they follow it.
    init(_ histories: Span<UInt8>, at start: Int) {
        count = histories.base64Number(at: start, digits: Self.countDigits)
        position = count > 0 ? start + Self.countDigits : 0
    }

    // How records are written.
    private static let countDigits = 2
    private static let timeDigits = 6
    private static let offsetDigits = 3
    private static let zeroTime = -2 * 86_400
    private static let zeroOffset = -(1 << 17)

    /// The period that a record begins; nil where the records do not say, because they are over.
    ///
    /// - Parameter instant: seconds since 1970. Before the first record the offset counts as the first record's.
    func period(at instant: Int) -> OffsetPeriod? {
        let histories = ZoneData.histories.bytes
        guard count > 0, instant < time(count - 1, histories) else { return nil }
        // The record of the period is below `high`, and at or above `low`.
        var low = 0
        var high = count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if time(middle, histories) <= instant { low = middle } else { high = middle }
        }
        return OffsetPeriod(
            start: low == 0 ? OffsetPeriod.sinceEver : time(low, histories), end: time(high, histories),
            offset: offset(low, histories))
    }

    /// The last record's time, in seconds since 1970: from then on the zone's rule holds.
    var end: Int {
        count > 0 ? time(count - 1, ZoneData.histories.bytes) : OffsetPeriod.sinceEver
    }

    private func time(_ index: Int, _ histories: Span<UInt8>) -> Int {
        let record = position + index * (Self.timeDigits + Self.offsetDigits)
        return histories.base64Number(at: record, digits: Self.timeDigits) + Self.zeroTime
    }

    private func offset(_ index: Int, _ histories: Span<UInt8>) -> Int {
        let record = position + index * (Self.timeDigits + Self.offsetDigits)
        return histories.base64Number(at: record + Self.timeDigits, digits: Self.offsetDigits) + Self.zeroOffset
    }
}
