/// What checks made of the last wrong texts of one worker: a mistake in one request is often in the next one too, and to guess what is meant, a text
/// is compared with hundreds.
struct GuessMemory {
    private struct Row {
        let tag: UInt64
        let text: [UInt8]
        /// A value of the check's own.
        let guess: any Sendable
    }

    private static let count = 16
    /// Longer texts are not kept.
    private static let longest = 128
    private var rows: [Row] = []
    /// The row that is written next.
    private var oldest = 0

    func guess(_ tag: UInt64, _ text: borrowing Span<UInt8>) -> (any Sendable)? {
        for row in rows where row.tag == tag && row.text.span.equals(text) { return row.guess }
        return nil
    }

    mutating func insert(_ guess: any Sendable, _ tag: UInt64, _ text: borrowing Span<UInt8>) {
        guard text.count <= Self.longest else { return }
        let row = Row(tag: tag, text: text.withUnsafeBufferPointer { Array($0) }, guess: guess)
        if rows.count < Self.count { rows.append(row) } else { rows[oldest] = row }
        oldest = (oldest + 1) % Self.count
    }
}
