/// How often a clock shows a minute: once, but for the days on which it is moved.
public enum WallTimeOccurrence: Sendable, Hashable {
    case once(Instant)
    /// Clocks go forward over it.
    case never(ClockChange)
    /// Clocks go back to before it.
    case twice(first: Instant, second: Instant, ClockChange)
}

extension TimeZoneRules {
    /// When the zone's clocks show a minute.
    ///
    ///     let newYork = TimeZoneRules(named: "America/New_York")
    ///     let time = WallTime(year: 2027, month: 11, day: 7, hour: 1, minute: 30)
    ///     if let time, case .twice(let first, let second, let change) = newYork?.occurrence(of: time) {
    ///         first.description               // "2027-11-07T05:30Z"
    ///         second.description              // "2027-11-07T06:30Z"
    ///         change.newTime.description      // "2027-11-07T01:00"
    ///     }
    public func occurrence(of time: WallTime) -> WallTimeOccurrence {
        let local = time.minutesSince1970 * 60
        // This period has begun where the clock shows the time for the first time.
        var period = period(at: local - OffsetPeriod.largestOffset)
        while true {
            let instant = local - period.offset
            if period.end == OffsetPeriod.forEver { return .once(Instant(secondsSince1970: instant)) }
            let next = self.period(at: period.end)
            let nextInstant = local - next.offset
            let isBeforeChange = instant < period.end
            let isAfterChange = nextInstant >= period.end
            switch (isBeforeChange, isAfterChange) {
            case (true, false): return .once(Instant(secondsSince1970: instant))
            case (true, true):
                return .twice(
                    first: Instant(secondsSince1970: instant), second: Instant(secondsSince1970: nextInstant),
                    change(from: period, to: next))
            case (false, false): return .never(change(from: period, to: next))
            case (false, true): period = next
            }
        }
    }
}
