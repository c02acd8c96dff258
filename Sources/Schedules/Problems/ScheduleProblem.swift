/// One thing that is wrong, or doubtful, in a schedule expression.
///
/// Its words are built when they are asked for, from the text that was read:
///
///     let text = Array("cron(0 24 * * ? *)".utf8)
///     for problem in Schedule.read(text.span).problems {
///         problem.kind.rawValue           // "out-of-range"
///         problem.range                   // 7..<9, the `24`
///         problem.message(in: text.span)  // "`24` is outside Hour's values 0-23; ..."
///     }
public struct ScheduleProblem: Sendable, Hashable {
    /// The bytes of the text that are wrong: a field, or better an item or a value in it. Empty only in an empty text.
    public let range: Range<Int>
    /// Another range that belongs to the problem: the other of the two day fields.
    public let related: Range<Int>?
    let reason: Reason

    public var kind: Kind { reason.kind }

    /// What is wrong, why, and what to write instead.
    ///
    /// - Parameter text: the text that was read.
    public func message(in text: borrowing Span<UInt8>) -> String {
        reason.message(text, self)
    }

    /// What to write instead, where that can be said.
    ///
    /// - Parameter text: the text that was read.
    public func replacement(in text: borrowing Span<UInt8>) -> Replacement? {
        reason.replacement(text, self)
    }

    /// A change to the text that takes a problem away and brings none.
    public struct Replacement: Sendable, Hashable {
        public let range: Range<Int>
        public let text: String
        /// Whether the new text can only be what was meant.
        public let isSafe: Bool
    }
}
