import Schedules

/// Returns what the schedule means, or what is wrong with the text.
func meaning(of text: String) -> [String] {
    let reading = Schedule.read(text)
    if let schedule = reading.schedule { return [schedule.words] }
    let bytes = Array(text.utf8)
    return reading.problems.map { problem in
        let fix = problem.replacement(in: bytes.span).map { " -> \($0.text)" } ?? ""
        return "\(problem.range.lowerBound) \(problem.kind.rawValue): \(problem.message(in: bytes.span))\(fix)"
    }
}

/// Returns the next runs by the clocks of a time zone, and in UTC.
func nextRuns(of text: String, in zone: String, after start: Instant, count: Int) -> [String] {
    guard case .cron(let cron) = Schedule.read(text).schedule, let rules = TimeZoneRules(named: zone) else { return [] }
    return ZonedRuns(of: cron, in: rules, after: start).prefix(count).map { run in
        guard let instant = run.instant else { return "\(run.local) skipped" }
        return "\(run.local) \(run.offset) = \(instant)"
    }
}

/// Returns what is perhaps not meant.
func doubts(about text: String, now: WallTime) -> [String] {
    let bytes = Array(text.utf8)
    guard let schedule = Schedule.read(bytes.span).schedule else { return [] }
    return schedule.remarks(in: bytes.span, after: now).map { $0.message(in: bytes.span) }
}

/// Returns the shortest and the longest time between two runs of the coming years.
func gaps(of text: String, after now: WallTime) -> [String] {
    guard let gaps = Schedule.read(text).schedule?.gaps(after: now) else { return [] }
    return ["\(gaps.shortest.words) from \(gaps.shortest.start)", "\(gaps.longest.words) from \(gaps.longest.start)"]
}

/// Returns the first run within a year that a change of the clocks makes doubtful, in words.
func doubtfulRun(of text: String, in zone: String, after start: Instant) -> String? {
    guard case .cron(let cron) = Schedule.read(text).schedule, let rules = TimeZoneRules(named: zone) else { return nil }
    let end = Instant(secondsSince1970: start.secondsSince1970 + 366 * 86_400)
    return rules.firstDisturbedRun(of: cron, after: start, until: end)?.explanation
}
