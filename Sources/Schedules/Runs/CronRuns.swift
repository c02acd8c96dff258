/// When a cron expression fires. The search goes by years, months and days, each by its bits, so that it ends after
/// at most 230 years of twelve months.
extension CronExpression {
    /// The first minute after `time` at which the schedule fires; nil where there is none up to the end of 2199.
    ///
    ///     let reading = Schedule.read("cron(0 0 29 2 ? *)")
    ///     if case .cron(let cron) = reading.schedule, let now = WallTime(year: 2097, month: 1, day: 1) {
    ///         cron.next(after: now)    // 2104-02-29T00:00
    ///     }
    public func next(after time: WallTime) -> WallTime? {
        let start = WallTime(minutesSince1970: max(time.minutesSince1970, -1) + 1)
        let date = start.date
        guard let year = years.first(from: date.year - CronField.year.origin) else { return nil }
        if year + CronField.year.origin > date.year { return first(inYearsFrom: year) }
        if includes(month: date.month) {
            let month = MonthOfDays(year: date.year, month: date.month)
            let days = days.days(in: month)
            if days >> UInt32(date.day) & 1 == 1, let minute = firstMinute(from: start.minuteOfDay) {
                return Self.time(month, date.day, minute)
            }
            let later = days & ~(UInt32.max >> UInt32(31 - date.day))
            if later != 0 { return Self.time(month, later.trailingZeroBitCount, firstMinuteOfDay) }
        }
        return first(inYear: date.year, monthsFrom: date.month + 1) ?? first(inYearsFrom: year + 1)
    }

    /// The last minute before `time` at which the schedule fires; nil where there is none since the start of 1970.
    public func previous(before time: WallTime) -> WallTime? {
        let end = WallTime(minutesSince1970: min(time.minutesSince1970, Self.endOfYears) - 1)
        guard end.minutesSince1970 >= 0 else { return nil }
        let date = end.date
        guard let year = years.last(through: date.year - CronField.year.origin) else { return nil }
        if year + CronField.year.origin < date.year { return last(inYearsThrough: year) }
        if includes(month: date.month) {
            let month = MonthOfDays(year: date.year, month: date.month)
            let days = days.days(in: month)
            if days >> UInt32(date.day) & 1 == 1, let minute = lastMinute(through: end.minuteOfDay) {
                return Self.time(month, date.day, minute)
            }
            let earlier = days & (1 << UInt32(date.day) - 1)
            if earlier != 0 { return Self.time(month, 31 - earlier.leadingZeroBitCount, lastMinuteOfDay) }
        }
        return last(inYear: date.year, monthsThrough: date.month - 1) ?? last(inYearsThrough: year - 1)
    }

    /// Whether the schedule ever fires. `cron(0 0 30 2 ? *)` does not.
    public var canFire: Bool { first(inYearsFrom: 0) != nil }

    /// 2200-01-01T00:00, in minutes since 1970.
    static let endOfYears =
        CivilCalendar.dayNumber(year: CronField.year.values.upperBound + 1, month: 1, day: 1)
        * CivilCalendar.minutesADay

    private func includes(month: Int) -> Bool { months >> UInt32(month) & 1 == 1 }

    static func time(_ month: MonthOfDays, _ day: Int, _ minute: Int) -> WallTime {
        let dayNumber = month.firstDayNumber + day - 1
        return WallTime(minutesSince1970: dayNumber * CivilCalendar.minutesADay + minute)
    }
}

// MARK: Years and months

extension CronExpression {
    /// - Parameter year: counted from 1970.
    private func first(inYearsFrom year: Int) -> WallTime? {
        var next = years.first(from: year)
        while let year = next {
            if let time = first(inYear: year + CronField.year.origin, monthsFrom: 1) { return time }
            next = years.first(from: year + 1)
        }
        return nil
    }

    private func first(inYear year: Int, monthsFrom first: Int) -> WallTime? {
        for number in Bits(months & (UInt32.max << UInt32(first))) {
            let month = MonthOfDays(year: year, month: number)
            let days = days.days(in: month)
            if days != 0 { return Self.time(month, days.trailingZeroBitCount, firstMinuteOfDay) }
        }
        return nil
    }

    /// - Parameter year: counted from 1970.
    private func last(inYearsThrough year: Int) -> WallTime? {
        var next = years.last(through: year)
        while let year = next {
            if let time = last(inYear: year + CronField.year.origin, monthsThrough: 12) { return time }
            next = years.last(through: year - 1)
        }
        return nil
    }

    private func last(inYear year: Int, monthsThrough last: Int) -> WallTime? {
        var rest = months & (1 << UInt32(last + 1) - 1)
        while rest != 0 {
            let number = 31 - rest.leadingZeroBitCount
            rest &= ~(1 << UInt32(number))
            let month = MonthOfDays(year: year, month: number)
            let days = days.days(in: month)
            if days != 0 { return Self.time(month, 31 - days.leadingZeroBitCount, lastMinuteOfDay) }
        }
        return nil
    }
}

// MARK: Minutes of a day

extension CronExpression {
    var firstMinuteOfDay: Int { hours.trailingZeroBitCount * 60 + minutes.trailingZeroBitCount }

    var lastMinuteOfDay: Int {
        (31 - hours.leadingZeroBitCount) * 60 + 63 - minutes.leadingZeroBitCount
    }

    /// The first of the day's times from a minute of it on; nil where there is none.
    func firstMinute(from minuteOfDay: Int) -> Int? {
        let hour = minuteOfDay / 60
        if hours >> UInt32(hour) & 1 == 1 {
            let rest = minutes & (UInt64.max << UInt64(minuteOfDay % 60))
            if rest != 0 { return hour * 60 + rest.trailingZeroBitCount }
        }
        let later = hours & (UInt32.max << UInt32(hour + 1))
        return later == 0 ? nil : later.trailingZeroBitCount * 60 + minutes.trailingZeroBitCount
    }

    private func lastMinute(through minuteOfDay: Int) -> Int? {
        let hour = minuteOfDay / 60
        if hours >> UInt32(hour) & 1 == 1 {
            let rest = minutes & (UInt64.max >> UInt64(63 - minuteOfDay % 60))
            if rest != 0 { return hour * 60 + 63 - rest.leadingZeroBitCount }
        }
        let earlier = hours & (1 << UInt32(hour) - 1)
        guard earlier != 0 else { return nil }
        return (31 - earlier.leadingZeroBitCount) * 60 + 63 - minutes.leadingZeroBitCount
    }
}
