import Schedules
import Testing

/// The examples of the documentation comments.
@Suite("Documentation")
struct DocumentationTests {
    @Test func reading() {
        let reading = Schedule.read("cron(0 10 ? * MON-FRI *)")
        #expect(reading.problems.isEmpty)
        guard case .cron(let cron) = reading.schedule else {
            Issue.record("no cron schedule")
            return
        }
        #expect(cron.minutes == 1)
        #expect(cron.hours == 1 << 10)
        #expect(cron.months == 0b1_1111_1111_1110)
        #expect(cron.days == .week(WeekDays(weekdays: 0b111_1100, occurrence: .every)))
        #expect(cron.includes(year: 2199) && !cron.includes(year: 2200) && !cron.includes(year: 1969))
    }

    @Test func problems() {
        let text = Array("cron(0 24 * * ? *)".utf8)
        for problem in Schedule.read(text.span).problems {
            #expect(problem.kind.rawValue == "out-of-range")
            #expect(problem.range == 7..<9)
            #expect(problem.message(in: text.span).hasPrefix("`24` is outside Hour's values 0-23; "))
        }
    }

    @Test func rates() {
        guard case .rate(let rate) = Schedule.read("rate(7 days)").schedule else {
            Issue.record("no rate schedule")
            return
        }
        #expect(rate.value == 7 && rate.unit == .day && rate.minutes == 10_080)
    }

    @Test func runs() {
        let reading = Schedule.read("cron(0 0 29 2 ? *)")
        if case .cron(let cron) = reading.schedule, let now = WallTime(year: 2097, month: 1, day: 1) {
            #expect(cron.next(after: now) == WallTime(year: 2104, month: 2, day: 29))
        } else {
            Issue.record("no cron schedule")
        }
    }

    @Test func words() {
        #expect(Schedule.read("cron(0 2 ? * SUN *)").schedule?.words == "At 02:00 on every Sunday")
        #expect(Schedule.read("rate(7 days)").schedule?.words == "Every 7 days, counted from when the schedule is created")
    }

    @Test func remarks() throws {
        let text = Array("cron(0 9 ? * 1-5 *)".utf8)
        let schedule = try #require(Schedule.read(text.span).schedule)
        let now = try #require(WallTime(year: 2026, month: 11, day: 23))
        let remark = try #require(schedule.remarks(in: text.span, after: now).first)
        #expect(remark.kind.rawValue == "classic-weekdays")
        #expect(remark.message(in: text.span).hasPrefix("`1-5` is Sunday to Thursday here: "))
        #expect(remark.replacement(in: text.span)?.text == "MON-FRI")
    }

    @Test func gaps() throws {
        let now = try #require(WallTime(year: 2026, month: 11, day: 23))
        guard case .cron(let cron) = Schedule.read("cron(0 9 ? * MON-FRI *)").schedule else {
            Issue.record("no cron schedule")
            return
        }
        #expect(cron.gaps(after: now)?.shortest.minutes == 1440)
        #expect(cron.gaps(after: now)?.longest.start == WallTime(year: 2026, month: 11, day: 27, hour: 9))
    }

    @Test func runsOfARate() {
        guard case .rate(let rate) = Schedule.read("rate(12 hours)").schedule else {
            Issue.record("no rate schedule")
            return
        }
        let runs = rate.runs(from: Instant(secondsSince1970: 0)).prefix(2).map(\.description)
        #expect(runs == ["1970-01-01T12:00Z", "1970-01-02T00:00Z"])
    }

    @Test func disturbedRun() throws {
        let berlin = try #require(TimeZoneRules(named: "Europe/Berlin"))
        guard case .cron(let cron) = Schedule.read("cron(30 2 * * ? *)").schedule else {
            Issue.record("no cron schedule")
            return
        }
        let now = Instant(secondsSince1970: 1_795_426_200)
        let run = berlin.firstDisturbedRun(of: cron, after: now, until: Instant(secondsSince1970: 1_830_000_000))
        #expect(run?.local.description == "2027-03-28T02:30")
        #expect(Instant("2026-11-23T09:30+01:00")?.description == "2026-11-23T08:30Z")
    }
}
