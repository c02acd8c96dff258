/// When the clocks of a zone are moved.
extension TimeZoneRules {
    /// The first change after an instant; nil where the clocks are not moved any more, up to the end of 2199.
    ///
    ///     let newYork = TimeZoneRules(named: "America/New_York")
    ///     let change = newYork?.nextChange(after: Instant(secondsSince1970: 1_795_426_200))
    ///     change?.instant.description    // "2027-03-14T07:00Z"
    ///     change?.oldTime.description    // "2027-03-14T02:00"
    ///     change?.newTime.description    // "2027-03-14T03:00"
    ///
    /// A zone without a change to come has a fixed offset, such as `Etc/GMT+5`.
    public func nextChange(after instant: Instant) -> ClockChange? {
        var period = period(at: instant.secondsSince1970)
        while period.end < Self.lastInstant {
            let next = self.period(at: period.end)
            if next.offset != period.offset { return change(from: period, to: next) }
            period = next
        }
        return nil
    }

    func change(from period: OffsetPeriod, to next: OffsetPeriod) -> ClockChange {
        ClockChange(
            at: Instant(secondsSince1970: period.end), from: UTCOffset(seconds: period.offset),
            to: UTCOffset(seconds: next.offset))
    }

    /// 2200-01-02: the year 2199 is over everywhere.
    private static let lastInstant = CivilCalendar.dayNumber(year: 2200, month: 1, day: 2) * 86_400
}
