import Testing

@testable import Schedules

@Suite("The calendar")
struct CalendarTests {
    @Test("counts every day from 1600 to 2400 as one who walks does")
    func walk() {
        var date = CivilDate(year: 1600, month: 1, day: 1)
        var number = CivilCalendar.dayNumber(year: 1600, month: 1, day: 1)
        while date.year < 2400 {
            #expect(CivilCalendar.date(ofDay: number) == date)
            #expect(CivilCalendar.dayNumber(year: date.year, month: date.month, day: date.day) == number)
            number += 1
            date.day += 1
            if date.day > CivilCalendar.length(ofMonth: date.month, year: date.year) {
                date.day = 1
                date.month += 1
            }
            if date.month > 12 {
                date.month = 1
                date.year += 1
            }
        }
        #expect(CivilCalendar.date(ofDay: 0) == CivilDate(year: 1970, month: 1, day: 1))
        #expect(CivilCalendar.weekday(ofDay: 0) == 4)
    }

    @Test("knows what it does not have")
    func impossible() {
        #expect(WallTime(year: 2026, month: 2, day: 29) == nil)
        #expect(WallTime(year: 2100, month: 2, day: 29) == nil)
        #expect(WallTime(year: 2026, month: 13, day: 1) == nil)
        #expect(WallTime(year: 2026, month: 1, day: 1, hour: 24) == nil)
        #expect(WallTime(year: 2026, month: 1, day: 1, minute: 60) == nil)
        #expect(WallTime(year: 2000, month: 2, day: 29, hour: 3, minute: 4)?.description == "2000-02-29T03:04")
        #expect(WallTime(minutesSince1970: -1).description == "1969-12-31T23:59")
    }
}
