/// When a rate fires. It knows no clock and no calendar: a day is 24 hours.
extension Rate {
    /// The runs of a schedule that is created at an instant, up to the end of 2199.
    ///
    ///     let reading = Schedule.read("rate(12 hours)")
    ///     if case .rate(let rate) = reading.schedule {
    ///         rate.runs(from: Instant(secondsSince1970: 0)).prefix(2).map(\.description)
    ///         // ["1970-01-01T12:00Z", "1970-01-02T00:00Z"]
    ///     }
    public func runs(from start: Instant) -> some Sequence<Instant> {
        sequence(first: start) { last in
            Instant(secondsSince1970: last.secondsSince1970 + minutes * 60)
        }
        .lazy.dropFirst().prefix { $0.secondsSince1970 < Self.end }
    }

    /// 2200-01-01T00:00Z
    private static let end = CronExpression.endOfYears * 60
}
