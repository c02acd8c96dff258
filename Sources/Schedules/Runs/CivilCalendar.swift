/// A day of the Gregorian calendar.
struct CivilDate: Sendable, Hashable {
    var year: Int
    var month: Int
    var day: Int
}

/// The arithmetic of the Gregorian calendar. Days are numbered from 1970-01-01.
enum CivilCalendar {
    static let minutesADay = 24 * 60

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// 0 is Sunday; 1970-01-01 was a Thursday.
    static func weekday(ofDay number: Int) -> Int {
        let weekday = (number + 4) % 7
        return weekday < 0 ? weekday + 7 : weekday
    }

    // Years are counted from March on, so that a leap day is the last day of its year and months before it have the
    // same lengths in every year; 400 of them repeat.
    private static let daysIn400Years = 146_097
    /// Days from 0000-03-01 to 1970-01-01.
    private static let epoch = 719_468

    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let marchMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysIn400Years + dayOfEra - epoch
    }

    static func date(ofDay number: Int) -> CivilDate {
        let shifted = number + epoch
        let era = (shifted >= 0 ? shifted : shifted - daysIn400Years + 1) / daysIn400Years
        let dayOfEra = shifted - era * daysIn400Years
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return CivilDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
