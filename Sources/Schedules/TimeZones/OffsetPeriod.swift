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
}
