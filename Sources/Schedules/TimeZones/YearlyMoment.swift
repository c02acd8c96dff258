/// When clocks are moved in each year, as a POSIX TZ string says it: `M3.5.0/2`, the last Sunday of March at 02:00.
struct YearlyMoment: Sendable, Hashable {
    enum Day: Sendable, Hashable {
        /// `M3.5.0`: 0 is Sunday; week 5 is the last one.
        case weekday(Int, week: Int, month: Int)
        /// `J60`: 1...365; 29 February has no number.
        case ofCommonYear(Int)
        /// `59`: 0...365; 29 February has one.
        case ofYear(Int)
    }

    let day: Day
    /// Seconds after the midnight with which the day begins; before it, and days after it, too.
    let time: Int

    /// Seconds from 1970 on, by the clock that is then moved.
    func localSeconds(in year: Int) -> Int {
        dayNumber(in: year) * 86_400 + time
    }

    private func dayNumber(in year: Int) -> Int {
        switch day {
        case .weekday(let weekday, let week, let month):
            let first = CivilCalendar.dayNumber(year: year, month: month, day: 1)
            var day = (weekday - CivilCalendar.weekday(ofDay: first) + 7) % 7 + (week - 1) * 7
            if day >= CivilCalendar.length(ofMonth: month, year: year) { day -= 7 }
            return first + day
        case .ofCommonYear(let number):
            let leapDay = CivilCalendar.isLeap(year) && number >= 60 ? 1 : 0
            return CivilCalendar.dayNumber(year: year, month: 1, day: 1) + number - 1 + leapDay
        case .ofYear(let number):
            return CivilCalendar.dayNumber(year: year, month: 1, day: 1) + number
        }
    }
}
