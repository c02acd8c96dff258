package import RequestLint
import Schedules

/// Judges when a schedule that can be read runs: by its expression, its time zone and today's date.
///
/// The common schedule is judged without an allocation; all words are built when something is found.
package enum ScheduleRunsCheck: StructureCheck {
    package enum Problem: String, CheckProblem {
        // What `Schedules` remarks on an expression.
        case neverFires = "never-fires"
        case past
        case firesOnce = "fires-once"
        case leapDay = "leap-day"
        case classicWeekdays = "classic-weekdays"
        case weekdayNumbers = "weekday-numbers"
        case unevenStep = "uneven-step"
        case unevenDays = "uneven-days"
        // What depends on the other members.
        case frequent
        case clockChange = "clock-change"
        case rateTimezone = "rate-timezone"
    }

    package static let name = "schedule-runs"
    package static let problems = Problem.names

    package static func slots(_ parameters: CompiledParameters) -> [String] {
        ["scheduleExpression", "timezone", "pipelineExecutionStartCondition"]
    }

    package static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions(present: [0]) }

    package static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let expression = structure[0]
        let timezone = structure[1]
        let condition = structure[2]
        guard expression.isText else { return }
        // All that the judgement depends on beside the texts.
        let tag: UInt8 = (timezone.isAbsent ? 1 : timezone.isText ? 2 : 4) | (condition.equals("EXPRESSION_MATCH_ONLY") ? 8 : 0)
        if site.isKnownSound(expression.bytes, timezone.bytes, tag: tag) { return }
        let before = verdicts.count
        judge(expression, timezone, condition, in: site, &verdicts)
        if verdicts.count == before { site.rememberSound(expression.bytes, timezone.bytes, tag: tag) }
    }

    private static func judge(
        _ expression: Slot, _ timezone: Slot, _ condition: Slot, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard let schedule = Schedule.read(expression.bytes).schedule else { return }
        let rules = rules(timezone)
        remark(schedule, expression, after: lastMinute(before: site.today, rules), &verdicts)
        frequency(schedule, expression, condition: condition, &verdicts)
        switch schedule {
        case .cron(let cron):
            if let rules { clockChange(cron, expression, timezone, rules, from: site.today, &verdicts) }
        case .rate:
            rateTimezone(expression, timezone, &verdicts)
        }
    }

    /// Nil where the time zone can't be known, or is none.
    private static func rules(_ timezone: Slot) -> TimeZoneRules? {
        if timezone.isAbsent { return .utc }
        return timezone.isText ? TimeZoneRules(named: timezone.bytes) : nil
    }

    /// The last minute before today, which is a day of UTC, by the clocks of the time zone. Where that is not known, by
    /// those of the zone that is farthest behind, so that no run to come counts as past.
    private static func lastMinute(before today: Day, _ rules: TimeZoneRules?) -> WallTime {
        let start = today.startInUTC
        let local = rules?.wallTime(at: start) ?? WallTime(minutesSince1970: start.utc.minutesSince1970 - 12 * 60)
        return WallTime(minutesSince1970: local.minutesSince1970 - 1)
    }

    private static func remark(
        _ schedule: Schedule, _ expression: Slot, after now: WallTime, _ verdicts: inout Verdicts
    ) {
        let text = expression.bytes
        for remark in schedule.remarks(in: text, after: now) {
            guard let problem = Problem(rawValue: remark.kind.rawValue) else { continue }
            verdicts.report(
                problem, at: .text(expression.place, remark.range), member: "/scheduleExpression",
                message: remark.message(in: text),
                fix: remark.replacement(in: text).map { FixProposal($0, at: expression.place) })
        }
    }

    // MARK: What depends on the other members

    private static func frequency(
        _ schedule: Schedule, _ expression: Slot, condition: Slot, _ verdicts: inout Verdicts
    ) {
        guard condition.equals("EXPRESSION_MATCH_ONLY"), let frequency = RunFrequency(schedule) else { return }
        let other = "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE"
        verdicts.report(
            Problem.frequent, at: .value(expression.place), member: "/scheduleExpression",
            message: "`\(ShapeMessages.clipped(expression.text ?? ""))` runs \(frequency.words), and `EXPRESSION_MATCH_ONLY` starts a build each time, whether or not anything has changed. Write an expression that runs less often, or `\(other)`.",
            related: [RelatedSpot("The start condition stands here.", .value(condition.place))])
    }

    private static func clockChange(
        _ cron: CronExpression, _ expression: Slot, _ timezone: Slot, _ rules: TimeZoneRules, from today: Day,
        _ verdicts: inout Verdicts
    ) {
        // Where it runs in every hour, no run is missed for longer than that.
        guard cron.hours != 0xFF_FFFF else { return }
        let start = today.startInUTC
        let end = Instant(secondsSince1970: start.secondsSince1970 + 366 * 86_400)
        guard let run = rules.firstDisturbedRun(of: cron, after: start, until: end), let words = run.explanation
        else { return }
        verdicts.report(
            Problem.clockChange, at: .value(expression.place), member: "/scheduleExpression", message: words,
            related: timezone.isPresent ? [RelatedSpot("The time zone stands here.", .value(timezone.place))] : [])
    }

    private static func rateTimezone(
        _ expression: Slot, _ timezone: Slot, _ verdicts: inout Verdicts
    ) {
        guard timezone.isPresent else { return }
        verdicts.report(
            Problem.rateTimezone, at: .key(timezone.place), member: "/timezone",
            message: "`timezone` changes nothing beside `\(ShapeMessages.clipped(expression.text ?? ""))`, which counts from when the schedule is created and knows no clock. Remove it, or write a cron expression.",
            related: [RelatedSpot("The rate stands here.", .value(expression.place))])
    }
}

extension Day {
    /// The day's first minute, in UTC.
    fileprivate var startInUTC: Instant {
        Instant(utc: WallTime(year: year, month: month, day: day) ?? WallTime(minutesSince1970: 0))
    }
}
