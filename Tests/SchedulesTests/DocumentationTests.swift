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
}
