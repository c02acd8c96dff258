/// A minute as a clock on the wall shows it: a date and a time of the Gregorian calendar, in no particular zone.
///
///     let time = WallTime(year: 2026, month: 11, day: 23, hour: 9, minute: 30)
public struct WallTime: Sendable, Hashable, Comparable {
    /// Minutes since 1970-01-01T00:00; negative before.
    public let minutesSince1970: Int

    public init(minutesSince1970: Int) {
        self.minutesSince1970 = minutesSince1970
    }

    /// Nil where the calendar has no such minute, or where the year is not in 1...9999.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilCalendar.length(ofMonth: month, year: year),
            (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        let days = CivilCalendar.dayNumber(year: year, month: month, day: day)
        minutesSince1970 = (days * 24 + hour) * 60 + minute
    }

    public static func < (left: WallTime, right: WallTime) -> Bool {
        left.minutesSince1970 < right.minutesSince1970
    }

    public var year: Int { date.year }
    public var month: Int { date.month }
    public var day: Int { date.day }
    public var hour: Int { minuteOfDay / 60 }
    public var minute: Int { minuteOfDay % 60 }

    /// Days since 1970-01-01.
    var dayNumber: Int {
        (minutesSince1970 - minuteOfDay) / CivilCalendar.minutesADay
    }

    var minuteOfDay: Int {
        let rest = minutesSince1970 % CivilCalendar.minutesADay
        return rest < 0 ? rest + CivilCalendar.minutesADay : rest
    }

    var date: CivilDate { CivilCalendar.date(ofDay: dayNumber) }
}

extension WallTime: CustomStringConvertible {
    /// `2026-11-23T09:30`
    public var description: String {
        let date = date
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T\(padded(hour, 2)):\(padded(minute, 2))"
    }
}
