/// The runs of a cron schedule in a time zone, in the order of their local times; skipped runs are among them.
///
///     let reading = Schedule.read("cron(30 2 ? * SUN *)")
///     if case .cron(let cron) = reading.schedule, let newYork = TimeZoneRules(named: "America/New_York") {
///         for run in ZonedRuns(of: cron, in: newYork, after: Instant(secondsSince1970: 1_805_000_000)).prefix(1) {
///             run.local.description       // "2027-03-14T02:30"
///             run.explanation             // "On 2027-03-14 clocks go forward from 02:00 to 03:00, so 02:30 does not occur. …"
///         }
///     }
public struct ZonedRuns: Sequence, IteratorProtocol, Sendable {
    private let cron: CronExpression
    private let rules: TimeZoneRules
    private let start: Instant
    private var local: WallTime
    /// The one of the last run, which most often is the next one's too.
    private var period: OffsetPeriod

    /// - Parameter instant: the runs are those that happen, or would happen, after it.
    public init(of cron: CronExpression, in rules: TimeZoneRules, after instant: Instant) {
        self.cron = cron
        self.rules = rules
        start = instant
        local = rules.wallTime(at: instant)
        period = rules.period(at: instant.secondsSince1970)
    }

    public mutating func next() -> ZonedRun? {
        while let next = cron.next(after: local) {
            local = next
            let run = run(at: next)
            // In the second of two hours that clocks show alike, a run has happened in the first.
            if case .repeated = run.note, let happened = run.instant, happened <= start { continue }
            return run
        }
        return nil
    }

    private mutating func run(at local: WallTime) -> ZonedRun {
        let offset = UTCOffset(seconds: period.offset)
        let instant = Instant(local, offset: offset).secondsSince1970
        if period.isFarFromChanges(instant) { return ZonedRun(local: local, offset: offset, note: .ordinary) }
        period = rules.period(at: instant)
        return rules.run(at: local)
    }
}
