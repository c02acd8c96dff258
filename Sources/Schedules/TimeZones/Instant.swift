/// A point in time, the same everywhere.
///
///     let instant = Instant(utc: WallTime(minutesSince1970: 60))
///     instant.description    // "1970-01-01T01:00Z"
public struct Instant: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00Z, without leap seconds; negative before.
    public let secondsSince1970: Int

    public init(secondsSince1970: Int) {
        self.secondsSince1970 = secondsSince1970
    }

    /// The beginning of a minute of UTC.
    public init(utc time: WallTime) {
        self.init(time, offset: .utc)
    }

    /// The beginning of a minute that is shown by a clock with this offset.
    public init(_ time: WallTime, offset: UTCOffset) {
        secondsSince1970 = time.minutesSince1970 * 60 - offset.seconds
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    /// The minute that a clock with this offset shows.
    public func wallTime(_ offset: UTCOffset) -> WallTime {
        WallTime(minutesSince1970: (secondsSince1970 + offset.seconds).flooredQuotient(60))
    }

    /// The minute of UTC.
    public var utc: WallTime { wallTime(.utc) }
}

extension Instant: CustomStringConvertible {
    /// `2026-11-23T09:30Z`, to the minute.
    public var description: String { "\(utc)Z" }
}

extension Int {
    /// The quotient, rounded down for negative numbers too.
    func flooredQuotient(_ divisor: Int) -> Int {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}
