import Testing

@testable import Schedules

@Suite("Runs in a time zone")
struct TimeZoneRunTests {
    private func runs(_ expression: String, _ zone: String, after start: String, _ count: Int) throws -> [String] {
        guard case .cron(let cron) = Schedule.read("cron(\(expression))").schedule else { return [] }
        let rules = try #require(TimeZoneRules(named: zone))
        return ZonedRuns(of: cron, in: rules, after: try Instant.at(start)).prefix(count).map { run in
            let when = run.instant.map { "\($0)" } ?? "skipped"
            let other = run.alternative.map { " or \($0)" } ?? ""
            return "\(run.local)\(run.offset) \(when)\(other)"
        }
    }

    @Test("keep their local time")
    func ordinary() throws {
        #expect(
            try runs("0 10 ? * SAT-SUN *", "America/New_York", after: "2027-03-13T15:00Z", 2) == [
                "2027-03-14T10:00-04:00 2027-03-14T14:00Z", "2027-03-20T10:00-04:00 2027-03-20T14:00Z",
            ])
        #expect(try runs("0 0 1 1 ? 2199", "Asia/Tokyo", after: "2027-03-13T15:00Z", 2) == ["2199-01-01T00:00+09:00 2198-12-31T15:00Z"])
    }

    @Test("are skipped where their time does not occur")
    func skipped() throws {
        #expect(
            try runs("30 2 * * ? *", "America/New_York", after: "2027-03-13T07:30Z", 2) == [
                "2027-03-14T02:30-05:00 skipped or 2027-03-14T07:30Z", "2027-03-15T02:30-04:00 2027-03-15T06:30Z",
            ])
        // The run of 03:00 is not lost behind those that are skipped.
        #expect(
            try runs("0/30 * * * ? *", "America/New_York", after: "2027-03-14T06:00Z", 4) == [
                "2027-03-14T01:30-05:00 2027-03-14T06:30Z", "2027-03-14T02:00-05:00 skipped or 2027-03-14T07:00Z",
                "2027-03-14T02:30-05:00 skipped or 2027-03-14T07:30Z", "2027-03-14T03:00-04:00 2027-03-14T07:00Z",
            ])
    }

    @Test("happen at the first of two occurrences")
    func repeated() throws {
        #expect(
            try runs("30 1 * * ? *", "America/New_York", after: "2027-11-06T05:30Z", 2) == [
                "2027-11-07T01:30-04:00 2027-11-07T05:30Z or 2027-11-07T06:30Z", "2027-11-08T01:30-05:00 2027-11-08T06:30Z",
            ])
        #expect(
            try runs("0/30 * * * ? *", "America/New_York", after: "2027-11-07T05:10Z", 2) == [
                "2027-11-07T01:30-04:00 2027-11-07T05:30Z or 2027-11-07T06:30Z", "2027-11-07T02:00-05:00 2027-11-07T07:00Z",
            ])
        // In the second hour, those of the first are over; in the first, they are not, whenever one asks.
        #expect(
            try runs("0/30 * * * ? *", "America/New_York", after: "2027-11-07T06:10Z", 1) == [
                "2027-11-07T02:00-05:00 2027-11-07T07:00Z"
            ])
    }

    @Test(
        "are what becomes of each local time",
        arguments: ["America/New_York", "Australia/Lord_Howe", "Antarctica/Troll", "Africa/Casablanca", "Asia/Gaza", "Etc/UTC"])
    func agrees(zone: String) throws {
        let rules = try #require(TimeZoneRules(named: zone))
        for expression in ["0/20 * * * ? *", "30 2 * * ? *", "0 0 ? * SUN *", "59 1 L MAR,OCT ? *"] {
            guard case .cron(let cron) = Schedule.read("cron(\(expression))").schedule else { continue }
            let start = try Instant.at("2025-12-31T23:00Z")
            var local = rules.wallTime(at: start)
            for run in ZonedRuns(of: cron, in: rules, after: start).prefix(20_000) {
                local = try #require(cron.next(after: local))
                try #require(run == rules.run(at: local), "\(expression)")
            }
        }
    }

    @Test("say what happens to the clocks, with the dates where they differ")
    func explanations() throws {
        func explanation(_ zone: String, _ local: String) throws -> String? {
            try TimeZoneRules(named: zone)?.run(at: WallTime.at(local)).explanation
        }
        #expect(try explanation("Europe/Berlin", "2027-03-27T02:30") == nil)
        #expect(
            try explanation("Europe/Berlin", "2027-10-31T02:30")?.hasPrefix(
                "On 2027-10-31 clocks go back from 03:00 to 02:00, so 02:30 occurs twice, at +02:00 and at +01:00. ") == true)
        #expect(
            try explanation("Africa/Cairo", "2027-10-28T23:30")?.hasPrefix(
                "Clocks go back from 2027-10-29T00:00 to 2027-10-28T23:00, so 23:30 occurs twice") == true)
        #expect(
            try explanation("America/Nuuk", "2027-03-27T23:30")?.hasPrefix(
                "Clocks go forward from 2027-03-27T23:00 to 2027-03-28T00:00, so 23:30 does not occur.") == true)
    }
}
