import Testing

@testable import Schedules

@Suite("Gaps")
struct GapTests {
    static let examples: [(String, shortest: (Int, String), longest: (Int, String))] = [
        ("0 2 * * ? *", (1440, "2026-11-23T02:00"), (1440, "2026-11-23T02:00")),
        ("*/25 * * * ? *", (10, "2026-11-23T00:50"), (25, "2026-11-23T00:25")),
        ("*/15 8-17 ? * MON-FRI *", (15, "2026-11-23T08:00"), (3 * 1440 - 585, "2026-11-27T17:45")),
        ("0 0 31 * ? *", (31 * 1440, "2026-12-31T00:00"), (61 * 1440, "2027-03-31T00:00")),
        ("0 0 29 2 ? *", (1461 * 1440, "2028-02-29T00:00"), (1461 * 1440, "2028-02-29T00:00")),
        ("0 0 29 2 ? 2090-2199", (1461 * 1440, "2092-02-29T00:00"), (2921 * 1440, "2096-02-29T00:00")),
        ("0 0 1 1 ? 2027,2190", (59_535 * 1440, "2027-01-01T00:00"), (59_535 * 1440, "2027-01-01T00:00")),
    ]

    @Test("of examples", arguments: examples.indices)
    func example(_ index: Int) throws {
        let (fields, shortest, longest) = Self.examples[index]
        let cron = try #require(Schedule.read("cron(\(fields))").cron)
        let now = try #require(WallTime(year: 2026, month: 11, day: 23))
        let gaps = try #require(cron.gaps(after: now))
        #expect(gaps.shortest.minutes == shortest.0 && gaps.shortest.start.description == shortest.1, "\(fields): \(gaps)")
        #expect(gaps.longest.minutes == longest.0 && gaps.longest.start.description == longest.1, "\(fields): \(gaps)")
    }

    @Test("there are none between fewer than two runs")
    func none() throws {
        let now = try #require(WallTime(year: 2026, month: 11, day: 23))
        for fields in ["0 0 1 1 ? 2099", "0 0 1 1 ? 2020", "0 0 30 2 ? *", "0 0 1 12 ? 1990-2026"] {
            #expect(try #require(Schedule.read("cron(\(fields))").cron).gaps(after: now) == nil)
        }
    }

    @Test("are those that one finds by going from run to run")
    func counted() throws {
        var random = SeededGenerator(state: 5)
        let minutes = ["0", "5,50", "*/25", "59", "0,1"]
        let hours = ["0", "23", "*/7", "8-17", "22-2", "*"]
        let days = ["1 * ?", "* * ?", "? * MON-FRI", "L * ?", "? * fri#5", "15W */5 ?", "29 2 ?", "31 * ?", "? 3 1,4L", "? 11-2 sat"]
        let years = ["*", "2027-2030", "*/3", "2028,2050,2199"]
        for _ in 0..<60 {
            func one(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
            let fields = "\(one(minutes)) \(one(hours)) \(one(days)) \(one(years))"
            guard let cron = Schedule.read("cron(\(fields))").cron else { continue }
            let time = WallTime(minutesSince1970: Int.random(in: 29_000_000...32_000_000, using: &random))
            guard let first = cron.next(after: time) else { continue }
            let endDay = CivilCalendar.dayNumber(year: first.year + 28, month: first.month, day: first.day)
            let limit = endDay * CivilCalendar.minutesADay
            var shortest = Int.max
            var longest = 0
            var last = first
            while last.minutesSince1970 < limit, let next = cron.next(after: last) {
                shortest = min(shortest, next.minutesSince1970 - last.minutesSince1970)
                longest = max(longest, next.minutesSince1970 - last.minutesSince1970)
                last = next
            }
            let gaps = cron.gaps(after: time)
            #expect(gaps?.shortest.minutes ?? .max == shortest && gaps?.longest.minutes ?? 0 == longest, "\(fields) \(time)")
            for gap in [gaps?.shortest, gaps?.longest].compactMap({ $0 }) {
                #expect(cron.next(after: gap.start)?.minutesSince1970 == gap.start.minutesSince1970 + gap.minutes)
            }
        }
    }
}
