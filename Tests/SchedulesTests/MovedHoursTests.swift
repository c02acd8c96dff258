// Which hours a zone's rule moves clocks in, held against the changes themselves.
@testable import Schedules
import Testing

@Suite("Hours in which clocks are moved") struct MovedHoursTests {
    @Test("hold every change of every zone", arguments: [2026, 2031])
    func everyZone(year: Int) throws {
        let start = Instant(utc: try #require(WallTime(year: year, month: 11, day: 23)))
        var changes = 0
        for name in TimeZoneRules.names {
            let rules = try #require(TimeZoneRules(named: name))
            guard rules.recorded.end <= start.secondsSince1970 else { continue }
            var instant = start
            while let change = rules.nextChange(after: instant), change.instant.secondsSince1970 < start.secondsSince1970 + 3 * 366 * 86_400 {
                changes += 1
                var minute = min(change.oldTime, change.newTime)
                while minute < max(change.oldTime, change.newTime) {
                    #expect(rules.rule.movedHours >> UInt32(minute.hour) & 1 == 1, "\(name) \(minute)")
                    minute = WallTime(minutesSince1970: minute.minutesSince1970 + 15)
                }
                instant = change.instant
            }
        }
        #expect(changes > 1000)
    }

    @Test("are few", arguments: [("Europe/Berlin", 1 << 2), ("Asia/Tokyo", 0), ("Australia/Lord_Howe", 1 << 1 | 1 << 2)])
    func few(name: String, hours: UInt32) throws {
        #expect(try #require(TimeZoneRules(named: name)).rule.movedHours == hours)
    }
}
