/// A run of a cron schedule in a time zone, and what daylight saving makes of it.
///
/// **What is known.** Image Builder documents that a cron expression is read in the pipeline's time zone, and says nothing
/// of the days on which clocks are moved
/// (https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html). Of its neighbours, EventBridge
/// Scheduler skips a run whose time does not occur, and runs once where it occurs twice
/// (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html); Quartz, whose expressions are like Image
/// Builder's, warns that runs may be missed in the one case, and happen twice in the other
/// (https://documentation.softwareag.com/onlinehelp/Rohan/quartz_223/webhelp/quartz-scheduler-webhelp/co-bp_daylight_savings_time_tips.html);
/// Application Auto Scaling only says that it follows daylight saving
/// (https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-policy-overview.html).
///
/// **What is assumed**, therefore, and marked on each run: where the time does not occur, the run is skipped; where it occurs
/// twice, the run happens once, at the first.
public struct ZonedRun: Sendable, Hashable {
    /// What a change of the clocks does to a run.
    public enum Note: Sendable, Hashable {
        /// Nothing: the time occurs once.
        case ordinary
        /// Clocks go forward over the time: it does not occur, and the run is taken to be skipped.
        case skipped(ClockChange)
        /// Clocks go back to before the time: it occurs twice, and the run is taken to happen at the first.
        case repeated(ClockChange)
    }

    /// The minute that the schedule names.
    public let local: WallTime
    /// The offset of the clock that shows it. For a skipped run the one before the change.
    public let offset: UTCOffset
    public let note: Note

    /// When the run happens; nil where it is skipped.
    public var instant: Instant? {
        if case .skipped = note { return nil }
        return Instant(local, offset: offset)
    }

    /// When the run would happen, did the service not act as is assumed: as long after the change as it was to be, for a
    /// skipped run; at the second occurrence, for a repeated one.
    public var alternative: Instant? {
        switch note {
        case .ordinary: nil
        case .skipped(let change): Instant(local, offset: change.before)
        case .repeated(let change): Instant(local, offset: change.after)
        }
    }
}

extension TimeZoneRules {
    /// What becomes of a run at a local time.
    ///
    ///     let berlin = TimeZoneRules(named: "Europe/Berlin")
    ///     if let time = WallTime(year: 2027, month: 3, day: 28, hour: 2, minute: 30), let run = berlin?.run(at: time) {
    ///         run.instant                     // nil
    ///         run.alternative?.description    // "2027-03-28T01:30Z"
    ///     }
    public func run(at local: WallTime) -> ZonedRun {
        switch occurrence(of: local) {
        case .once(let instant):
            ZonedRun(
                local: local, offset: UTCOffset(seconds: local.minutesSince1970 * 60 - instant.secondsSince1970),
                note: .ordinary)
        case .never(let change): ZonedRun(local: local, offset: change.before, note: .skipped(change))
        case .twice(_, _, let change): ZonedRun(local: local, offset: change.before, note: .repeated(change))
        }
    }
}
