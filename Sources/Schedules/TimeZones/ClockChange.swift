/// A moment at which the clocks of a time zone are moved.
public struct ClockChange: Sendable, Hashable {
    /// The first instant with the new offset.
    public let instant: Instant
    public let before: UTCOffset
    public let after: UTCOffset

    public init(at instant: Instant, from before: UTCOffset, to after: UTCOffset) {
        self.instant = instant
        self.before = before
        self.after = after
    }

    /// What clocks would show at the instant, were they not moved.
    public var oldTime: WallTime { instant.wallTime(before) }

    /// What clocks show at the instant.
    public var newTime: WallTime { instant.wallTime(after) }

    /// Whether clocks go forward, so that the times between ``oldTime`` and ``newTime`` do not occur. Otherwise they go
    /// back, and the times between ``newTime`` and ``oldTime`` occur twice.
    public var goesForward: Bool { before < after }
}
