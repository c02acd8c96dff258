/// A stretch of time in which a zone's offset is recorded as the same.
struct OffsetPeriod {
    static let sinceEver = Int.min
    static let forEver = Int.max

    /// Seconds since 1970; the first one.
    let start: Int
    /// Seconds since 1970; the first one after it.
    let end: Int
    /// Seconds east of UTC.
    let offset: Int

    /// Whether the minute that clocks show at an instant of the period is certain to occur once: two clocks that show the
    /// same are never further apart than this.
    func isFarFromChanges(_ instant: Int) -> Bool {
        instant >= start + Self.largestDifference && instant < end - Self.largestDifference
    }

    /// No clock is further from UTC, in seconds; POSIX allows 24:59:59.
    static let largestOffset = 25 * 3600
    private static let largestDifference = 2 * largestOffset
}
