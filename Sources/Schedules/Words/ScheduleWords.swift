extension Schedule {
    /// What the schedule means, in plain English, without its time zone:
    ///
    ///     Schedule.read("cron(0 2 ? * SUN *)").schedule?.words    // "At 02:00 on every Sunday"
    ///     Schedule.read("rate(7 days)").schedule?.words
    ///     // "Every 7 days, counted from when the schedule is created"
    ///
    /// The words say all of it: cron schedules with the same words run at the same times. They depend on when the schedule
    /// runs and not on how it is written, so that `1-5/2` and `1,3,5` read alike.
    public var words: String {
        switch self {
        case .cron(let cron): cron.words
        case .rate(let rate): rate.words
        }
    }
}

extension Rate {
    /// `Every 7 days, counted from when the schedule is created`
    public var words: String {
        "Every \(interval), counted from when the schedule is created"
    }

    /// `7 days`, `day`
    private var interval: String {
        value == 1 ? unit.word(for: 1) : "\(value) \(unit.word(for: value))"
    }
}

extension CronExpression {
    /// `At 02:00 on every Sunday`
    public var words: String {
        let dates = DateWords(self)
        let times = TimeWords(self, mayPassMidnight: dates.isEveryDate)
        if dates.isEveryDate && times.fillDay { return times.text }
        return times.text + (times.areClockTimes ? " " : ", ") + dates.text
    }
}
