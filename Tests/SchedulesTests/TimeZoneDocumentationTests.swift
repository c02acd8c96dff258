import Schedules
import Testing

/// The examples of the documentation comments of time zones.
@Suite("Documentation of time zones")
struct TimeZoneDocumentationTests {
    private let now = Instant(secondsSince1970: 1_795_426_200)

    @Test func instants() {
        #expect(Instant(utc: WallTime(minutesSince1970: 60)).description == "1970-01-01T01:00Z")
        #expect(UTCOffset(seconds: -16_200).description == "-04:30")
    }

    @Test func rules() throws {
        let berlin = try #require(TimeZoneRules(named: "Europe/Berlin"))
        #expect(berlin.offset(at: now).description == "+01:00")
        #expect(berlin.wallTime(at: now).description == "2026-11-23T10:30")
    }

    @Test func changes() {
        let newYork = TimeZoneRules(named: "America/New_York")
        let change = newYork?.nextChange(after: now)
        #expect(change?.instant.description == "2027-03-14T07:00Z")
        #expect(change?.oldTime.description == "2027-03-14T02:00")
        #expect(change?.newTime.description == "2027-03-14T03:00")
        #expect(change?.goesForward == true)
    }

    @Test func occurrences() {
        let newYork = TimeZoneRules(named: "America/New_York")
        let time = WallTime(year: 2027, month: 11, day: 7, hour: 1, minute: 30)
        if let time, case .twice(let first, let second, let change) = newYork?.occurrence(of: time) {
            #expect(first.description == "2027-11-07T05:30Z")
            #expect(second.description == "2027-11-07T06:30Z")
            #expect(change.newTime.description == "2027-11-07T01:00")
        } else {
            Issue.record("not twice")
        }
    }

    @Test func run() {
        let berlin = TimeZoneRules(named: "Europe/Berlin")
        if let time = WallTime(year: 2027, month: 3, day: 28, hour: 2, minute: 30), let run = berlin?.run(at: time) {
            #expect(run.instant == nil)
            #expect(run.alternative?.description == "2027-03-28T01:30Z")
            #expect(
                run.explanation == """
                    On 2027-03-28 clocks go forward from 02:00 to 03:00, so 02:30 does not occur. Image Builder does not \
                    document what it does then; EventBridge Scheduler skips such a run. Choose a time outside of these \
                    hours, or a time zone without daylight saving such as Etc/UTC.
                    """)
        } else {
            Issue.record("no run")
        }
    }

    @Test func runs() {
        let reading = Schedule.read("cron(30 2 ? * SUN *)")
        if case .cron(let cron) = reading.schedule, let newYork = TimeZoneRules(named: "America/New_York") {
            for run in ZonedRuns(of: cron, in: newYork, after: Instant(secondsSince1970: 1_805_000_000)).prefix(1) {
                #expect(run.local.description == "2027-03-14T02:30")
                #expect(run.explanation?.hasPrefix("On 2027-03-14 clocks go forward from 02:00 to 03:00, so 02:30") == true)
            }
        } else {
            Issue.record("no schedule")
        }
    }
}
