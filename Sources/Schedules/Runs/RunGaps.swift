/// The shortest and the longest time between two runs of a schedule that follow each other.
public struct RunGaps: Sendable, Hashable {
    public let shortest: RunGap
    public let longest: RunGap
}

/// The time from one run of a schedule to the next, by the clock of its time zone: a change of the clocks in between makes
/// it an hour shorter or longer in fact.
public struct RunGap: Sendable, Hashable {
    /// The run that it begins with.
    public let start: WallTime
    /// Minutes to the next run.
    public let minutes: Int

    /// The gap's length: `15 minutes`, `1 day 6 hours`.
    public var words: String {
        func part(_ number: Int, _ unit: Rate.Unit) -> String? {
            number == 0 ? nil : "\(number) \(unit.word(for: number))"
        }
        return [part(minutes / 1440, .day), part(minutes / 60 % 24, .hour), part(minutes % 60, .minute)]
            .compactMap { $0 }.joined(separator: " ")
    }
}

extension Schedule {
    /// The gaps of the coming years; see ``CronExpression/gaps(after:)``. Those of a rate are all the same.
    public func gaps(after time: WallTime) -> RunGaps? {
        switch self {
        case .cron(let cron): return cron.gaps(after: time)
        case .rate(let rate):
            let gap = RunGap(start: time, minutes: rate.minutes)
            return RunGaps(shortest: gap, longest: gap)
        }
    }
}

extension CronExpression {
    /// The gaps of the coming years: those that begin in the 28 years from the first run after `time` on. After 28 years a
    /// month begins on the same weekday again, so that no other gaps come, but for years that the schedule leaves out and
    /// for 2100, which has no leap day. A gap may end later than that.
    ///
    ///     let reading = Schedule.read("cron(0 9 ? * MON-FRI *)")
    ///     if case .cron(let cron) = reading.schedule, let now = WallTime(year: 2026, month: 11, day: 23) {
    ///         cron.gaps(after: now)?.shortest.minutes    // 1440: a day
    ///         cron.gaps(after: now)?.longest.start       // 2026-11-27T09:00, a Friday
    ///     }
    ///
    /// - Returns: of gaps that are alike the earliest; nil where fewer than two runs are left.
    public func gaps(after time: WallTime) -> RunGaps? {
        guard let first = next(after: time) else { return nil }
        var search = GapSearch(last: first)
        search.addTimes(of: self, after: first)
        let date = first.date
        // 29 February becomes 1 March where there is none.
        let end = CivilCalendar.dayNumber(year: date.year + 28, month: date.month, day: date.day)
        var isFirstWholeDay = true
        for year in date.year...min(date.year + 28, CronField.year.values.upperBound) where includes(year: year) {
            for number in Bits(months) where year > date.year || number >= date.month {
                let month = MonthOfDays(year: year, month: number)
                for day in Bits(days.days(in: month)) {
                    let dayNumber = month.firstDayNumber + day - 1
                    guard dayNumber > first.dayNumber, dayNumber < end else { continue }
                    search.add(Self.time(month, day, firstMinuteOfDay))
                    // The gaps inside a day are the same on all days.
                    if isFirstWholeDay { search.addTimes(of: self, after: search.last) }
                    isFirstWholeDay = false
                    search.last = Self.time(month, day, lastMinuteOfDay)
                }
            }
        }
        if let later = next(after: search.last) { search.add(later) }
        return search.gaps
    }
}

/// The shortest and the longest gap of those seen.
private struct GapSearch {
    var last: WallTime
    private var shortest: RunGap?
    private var longest: RunGap?

    init(last: WallTime) {
        self.last = last
    }

    /// Adds the gap between the last run and this one, which becomes the last.
    mutating func add(_ run: WallTime) {
        let gap = RunGap(start: last, minutes: run.minutesSince1970 - last.minutesSince1970)
        if gap.minutes < shortest?.minutes ?? .max { shortest = gap }
        if gap.minutes > longest?.minutes ?? 0 { longest = gap }
        last = run
    }

    /// Adds the schedule's later times of a run's day.
    mutating func addTimes(of cron: CronExpression, after run: WallTime) {
        let day = run.minutesSince1970 - run.minuteOfDay
        var minute = run.minuteOfDay
        while let next = cron.firstMinute(from: minute + 1) {
            add(WallTime(minutesSince1970: day + next))
            minute = next
        }
    }

    var gaps: RunGaps? {
        guard let shortest, let longest else { return nil }
        return RunGaps(shortest: shortest, longest: longest)
    }
}
