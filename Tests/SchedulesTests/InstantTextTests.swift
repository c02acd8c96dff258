import Testing

@testable import Schedules

@Suite("Texts of points in time")
struct InstantTextTests {
    @Test("are read as ISO 8601", arguments: [
        ("2026-11-23", "2026-11-23T00:00Z"), ("2026-11-23T09:30", "2026-11-23T09:30Z"),
        ("2026-11-23t09:30z", "2026-11-23T09:30Z"), ("2026-11-23 09:30:59Z", "2026-11-23T09:30Z"),
        ("2026-11-23T09:30+01:00", "2026-11-23T08:30Z"), ("2026-11-23T00:30+0545", "2026-11-22T18:45Z"),
        ("2026-11-23T20:30-05", "2026-11-24T01:30Z"), ("1969-12-31T23:59-00:01", "1970-01-01T00:00Z"),
        ("2024-02-29", "2024-02-29T00:00Z"),
    ])
    func reads(text: String, utc: String) {
        #expect(Instant(text)?.description == utc)
    }

    @Test("are refused otherwise", arguments: [
        "", "2026", "2026-11", "2026-11-31", "2025-02-29", "2026-13-01", "2026-1-1", "26-11-23", "2026-11-23T", "2026-11-23T9:30",
        "2026-11-23T24:00", "2026-11-23T09:60", "2026-11-23T09:30:60", "2026-11-23T09:30+", "2026-11-23T09:30+1", "2026-11-23T09:30 +01:00",
        "2026-11-23T09:30Zx", "2026-11-23T09:30+01:", "2026-11-23T09:30+01:0", "2026-11-23Z", "0000-01-01", " 2026-11-23", "now", "é",
    ])
    func refuses(text: String) {
        #expect(Instant(text) == nil)
    }
}

@Suite("Rates")
struct RateRunTests {
    @Test("count from their start")
    func runs() throws {
        guard case .rate(let rate) = Schedule.read("rate(12 hours)").schedule else {
            Issue.record("no rate")
            return
        }
        let start = try #require(Instant("2026-11-23T09:30+01:00"))
        #expect(rate.runs(from: start).prefix(3).map(\.description) == ["2026-11-23T20:30Z", "2026-11-24T08:30Z", "2026-11-24T20:30Z"])
    }

    @Test("end with the year 2199")
    func end() throws {
        guard case .rate(let rate) = Schedule.read("rate(2147483647 days)").schedule,
            case .rate(let day) = Schedule.read("rate(1 day)").schedule
        else {
            Issue.record("no rate")
            return
        }
        #expect(Array(rate.runs(from: Instant(secondsSince1970: 0))).isEmpty)
        let start = try #require(Instant("2199-12-30"))
        #expect(Array(day.runs(from: start)).map(\.description) == ["2199-12-31T00:00Z"])
    }

    @Test("have gaps that are all alike")
    func gaps() {
        let gaps = Schedule.read("rate(90 minutes)").schedule?.gaps(after: WallTime(minutesSince1970: 0))
        #expect(gaps?.shortest == gaps?.longest)
        #expect(gaps?.shortest.words == "1 hour 30 minutes")
    }
}

@Suite("Disturbed runs")
struct DisturbedRunTests {
    @Test("are the first in a change of the clocks", arguments: [
        ("30 2 * * ? *", "Europe/Berlin", "2027-03-28T02:30"), ("0 2 * * ? *", "Europe/Berlin", "2027-03-28T02:00"),
        ("0 3 * * ? *", "Europe/Berlin", nil), ("59 1 * * ? *", "Europe/Berlin", nil),
        ("0 1 * * ? *", "America/New_York", "2027-11-07T01:00"), ("45 1 * * ? *", "Australia/Lord_Howe", "2027-04-04T01:45"),
        ("0 2 ? * MON *", "America/New_York", nil), ("0 2 ? 3 SUN#2 *", "America/New_York", "2027-03-14T02:00"),
        ("0 0 * * ? *", "Africa/Cairo", "2027-04-30T00:00"), ("30 2 * * ? *", "UTC", nil), ("30 2 * * ? *", "Asia/Kolkata", nil),
        ("30 2 * * ? 2020", "Europe/Berlin", nil), ("30 2 * 12 ? *", "Africa/Casablanca", nil),
    ] as [(String, String, String?)])
    func first(_ fields: String, _ zone: String, _ expected: String?) throws {
        let cron = try #require(Schedule.read("cron(\(fields))").cron)
        let rules = try #require(TimeZoneRules(named: zone))
        let start = try #require(Instant("2026-11-23"))
        let end = try #require(Instant("2027-11-24"))
        #expect(rules.firstDisturbedRun(of: cron, after: start, until: end)?.local.description == expected)
    }

    @Test("are those that are no ordinary ones, in every zone")
    func all() throws {
        let cron = try #require(Schedule.read("cron(*/30 0-4,22-23 * * ? *)").cron)
        let start = try #require(Instant("2026-11-23"))
        let end = try #require(Instant("2027-11-24"))
        var disturbed = 0
        for name in TimeZoneRules.names {
            let rules = try #require(TimeZoneRules(named: name))
            let found = rules.firstDisturbedRun(of: cron, after: start, until: end)
            let first = ZonedRuns(of: cron, in: rules, after: start).prefix { $0.local.minutesSince1970 * 60 < end.secondsSince1970 }
                .first { $0.note != .ordinary }
            #expect(found?.local == first?.local, "\(name)")
            if found != nil { disturbed += 1 }
        }
        #expect(disturbed > 150)
    }
}
