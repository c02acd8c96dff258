import Schedules

/// How often a schedule runs that runs more than once in an hour, on the days on which it does.
struct RunFrequency {
    /// The shortest time between two runs.
    private let minutes: Int
    private let runsADay: Int

    /// Nil where it runs once an hour at most.
    init?(_ schedule: Schedule) {
        switch schedule {
        case .cron(let cron):
            guard cron.minutes.nonzeroBitCount > 1, let gaps = cron.gaps(after: WallTime(minutesSince1970: -1)) else { return nil }
            minutes = gaps.shortest.minutes
            runsADay = cron.minutes.nonzeroBitCount * cron.hours.nonzeroBitCount
        case .rate(let rate):
            guard rate.minutes < 60 else { return nil }
            minutes = rate.minutes
            runsADay = 24 * 60 / rate.minutes
        }
    }

    /// `every 15 minutes, 96 times a day`
    var words: String {
        let isEven = minutes * runsADay == 24 * 60
        let interval = minutes == 1 ? "minute" : "\(minutes) minutes"
        return "\(isEven ? "" : "as often as ")every \(interval), \(runsADay) times a day"
    }
}
