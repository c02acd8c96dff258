/// A cron expression of Image Builder, read: when it fires, by the minute, in the pipeline's time zone.
///
/// The sets are bit sets: bit n stands for the value n.
public struct CronExpression: Sendable, Hashable {
    /// Bits 0...59.
    public let minutes: UInt64
    /// Bits 0...23.
    public let hours: UInt32
    /// Which days of a month.
    public let days: DayRule
    /// Bits 1...12.
    public let months: UInt32
    /// The years, as numbers from 1970 on.
    let years: ValueSet

    /// Whether the Year field names this year.
    public func includes(year: Int) -> Bool {
        CronField.year.values.contains(year) && years.contains(year - CronField.year.origin)
    }
}

/// Which days of a month a cron expression names. One of its two day fields is always `?`.
public enum DayRule: Sendable, Hashable {
    /// The Day field.
    case month(MonthDays)
    /// The Day of week field.
    case week(WeekDays)
}

/// Days by their number in the month.
public struct MonthDays: Sendable, Hashable {
    /// Bits 1...31: these days, in months that have them.
    public let days: UInt32
    /// Bits 1...31 (`15W`): the weekday nearest to this day in the same month, in months that have this day.
    public let nearestWeekdays: UInt32
    /// Bits 0...30 (`L`, `L-3`): so many days before the month's last.
    public let beforeLast: UInt32
    /// Bits 0...30 (`LW`, `L-3W`): the weekday nearest to the day that is so many days before the month's last.
    public let nearestBeforeLast: UInt32
}

/// Days by their weekday.
public struct WeekDays: Sendable, Hashable {
    /// Which of a month's days with that weekday.
    public enum Occurrence: Sendable, Hashable {
        case every
        /// `fri#2`: 1...5; a month without a fifth one has none.
        case nth(Int)
        /// `friL`
        case last
    }

    /// Bits 1...7, where 1 is Sunday.
    public let weekdays: UInt32
    public let occurrence: Occurrence

    public init(weekdays: UInt32, occurrence: Occurrence) {
        self.weekdays = weekdays
        self.occurrence = occurrence
    }
}
