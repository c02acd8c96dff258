/// What checks made of the last wrong texts of one worker: a mistake in one request is often in the next one too, and to guess what is meant, a text
/// is compared with hundreds.
struct GuessMemory {
    private struct Row {
        let tag: UInt64
        let text: [UInt8]
        /// A value of the check's own.
        let guess: any Sendable

        func isOf(_ other: borrowing Span<UInt8>) -> Bool { text.span.equals(other) }
    }

    private static let count = 16
    /// Longer texts are not kept.
    private static let longest = 128
    private var rows: [Row] = []
    /// The row that is written next.
    private var oldest = 0

    func guess(_ tag: UInt64, _ text: borrowing Span<UInt8>) -> (any Sendable)? {
        for number in rows.indices where rows[number].tag == tag && rows[number].isOf(text) { return rows[number].guess }
        return nil
    }

    mutating func insert(_ guess: any Sendable, _ tag: UInt64, _ text: borrowing Span<UInt8>) {
        guard text.count <= Self.longest else { return }
        let row = Row(tag: tag, text: text.withUnsafeBufferPointer { Array($0) }, guess: guess)
        if rows.count < Self.count { rows.append(row) } else { rows[oldest] = row }
        oldest = (oldest + 1) % Self.count
    }
}
