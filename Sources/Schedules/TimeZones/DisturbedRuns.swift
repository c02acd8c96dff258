extension TimeZoneRules {
    /// The first run of a cron schedule at a time that the clocks skip or show twice.
    ///
    ///     let reading = Schedule.read("cron(30 2 * * ? *)")
    ///     if case .cron(let cron) = reading.schedule, let berlin = TimeZoneRules(named: "Europe/Berlin") {
    ///         let now = Instant(secondsSince1970: 1_795_426_200)
    ///         let run = berlin.firstDisturbedRun(of: cron, after: now, until: Instant(secondsSince1970: 1_830_000_000))
    ///         run?.local.description    // "2027-03-28T02:30"
    ///     }
    ///
    /// - Returns: nil where no change of the clocks in this time disturbs a run.
    public func firstDisturbedRun(of cron: CronExpression, after start: Instant, until end: Instant) -> ZonedRun? {
        // Most schedules run in hours in which nobody moves a clock.
        guard recorded.end > start.secondsSince1970 || cron.hours & rule.movedHours != 0 else { return nil }
        var instant = start
        while let change = nextChange(after: instant), change.instant <= end {
            let first = min(change.oldTime, change.newTime)
            if let local = cron.next(after: WallTime(minutesSince1970: first.minutesSince1970 - 1)),
                local < max(change.oldTime, change.newTime)
            {
                return run(at: local)
            }
            instant = change.instant
        }
        return nil
    }
}
