/// The times of a day in words: `At 08:00 and 12:30`, `Every 15 minutes, from 08:00 to 17:59`.
struct TimeWords {
    let text: String
    /// Whether they are times one by one, which read on without a comma.
    let areClockTimes: Bool
    /// Whether they go round the clock, so that "every day" need not be said.
    let fillDay: Bool

    /// More times than this are not listed.
    private static let mostClockTimes = 6
    /// Fewer hours than this are listed.
    private static let leastHours = 4

    /// - Parameter mayPassMidnight: whether every day has these times, so that a stretch from the late hours to the early
    ///   ones of the next day may be said as one.
    init(_ cron: CronExpression, mayPassMidnight: Bool) {
        let minutes = Numbers(bits: cron.minutes)
        let hours = Numbers(bits: UInt64(cron.hours))
        let rounds = mayPassMidnight ? hours.circularProgression(of: 24) : nil
        fillDay = hours.count == 24
        if minutes.count == 1, let minute = minutes.values.first {
            if fillDay {
                text = minute == 0 ? "Every hour, on the hour" : "Every hour, at \(Self.minutes(minute)) past"
                areClockTimes = false
                return
            }
            if hours.count >= Self.leastHours, let progression = hours.progression ?? rounds {
                text = Self.everyHours(progression, at: minute)
                areClockTimes = false
                return
            }
        }
        areClockTimes = minutes.count * hours.count <= Self.mostClockTimes
        text =
            areClockTimes
            ? "At " + Self.clockTimes(minutes, hours).enumerated
            : Self.minutes(minutes, ofEveryHour: fillDay) + (fillDay ? "" : ", " + Self.hours(hours, rounds))
    }

    private static func everyHours(_ hours: Numbers.Progression, at minute: Int) -> String {
        let every = hours.step == 1 ? "Every hour" : "Every \(hours.step) hours"
        return "\(every) from \((hours.first * 60 + minute).clockTime) to \((hours.last * 60 + minute).clockTime)"
    }

    private static func clockTimes(_ minutes: Numbers, _ hours: Numbers) -> [String] {
        hours.values.flatMap { hour in minutes.values.map { (hour * 60 + $0).clockTime } }
    }

    // MARK: Minutes of an hour

    private static func minutes(_ minutes: Numbers, ofEveryHour: Bool) -> String {
        let past = ofEveryHour ? "past every hour" : "past the hour"
        if let progression = minutes.progression {
            let step = progression.step
            if progression.first == 0, 60 % step == 0, progression.last == 60 - step {
                return step == 1 ? "Every minute" : "Every \(step) minutes"
            }
            if minutes.count > 4 {
                let every = step == 1 ? "Every minute" : "Every \(step) minutes"
                return "\(every) from \(progression.first) to \(progression.last) minutes \(past)"
            }
        }
        if minutes.values == [0] { return "On the hour" }
        let last = minutes.values.last ?? 0
        return "At \(minutes.said { "\($0)" }.enumerated) \(last == 1 ? "minute" : "minutes") \(past)"
    }

    private static func minutes(_ number: Int) -> String {
        number == 1 ? "1 minute" : "\(number) minutes"
    }

    // MARK: Hours of a day

    /// A stretch of hours ends with its last minute: `from 08:00 to 17:59`.
    private static func hours(_ hours: Numbers, _ rounds: Numbers.Progression?) -> String {
        if let progression = hours.progression ?? rounds, hours.count > 2 {
            let every = progression.step == 1 ? "" : "in every \(progression.step.ordinal) hour "
            return every + "from " + stretch(progression.first, progression.last)
        }
        return "from " + hours.runs.map { stretch($0.lowerBound, $0.upperBound) }.enumerated
    }

    private static func stretch(_ first: Int, _ last: Int) -> String {
        "\((first * 60).clockTime) to \((last * 60 + 59).clockTime)"
    }
}
