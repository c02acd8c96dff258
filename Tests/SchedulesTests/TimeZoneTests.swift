import Foundation
import Testing

@testable import Schedules

@Suite("Time zones")
struct TimeZoneTests {
    /// A zone, a local time, and when it is: what Python's zoneinfo says with tzdata 2026f.
    static let occurrences: [(String, String, String)] = [
        ("Etc/UTC", "2026-11-23T09:30", "2026-11-23T09:30Z"),
        ("Etc/GMT+5", "2026-11-23T09:30", "2026-11-23T14:30Z"),
        ("EST", "2026-07-01T12:00", "2026-07-01T17:00Z"),
        ("Asia/Kathmandu", "2026-11-23T09:30", "2026-11-23T03:45Z"),
        ("Pacific/Kiritimati", "1970-01-01T00:00", "1970-01-01T10:40Z"),
        ("Asia/Tokyo", "1970-01-01T00:00", "1969-12-31T15:00Z"),
        ("Africa/Monrovia", "1970-01-01T00:00", "1970-01-01T00:44Z"),
        // Forward and back by an hour, in both hemispheres.
        ("America/New_York", "2027-03-14T01:59", "2027-03-14T06:59Z"),
        ("America/New_York", "2027-03-14T02:00", "never: 2027-03-14T02:00 2027-03-14T03:00"),
        ("US/Eastern", "2027-03-14T02:59", "never: 2027-03-14T02:00 2027-03-14T03:00"),
        ("America/New_York", "2027-03-14T03:00", "2027-03-14T07:00Z"),
        ("America/New_York", "2027-11-07T00:59", "2027-11-07T04:59Z"),
        ("America/New_York", "2027-11-07T01:00", "2027-11-07T05:00Z 2027-11-07T06:00Z: 2027-11-07T02:00 2027-11-07T01:00"),
        ("America/New_York", "2027-11-07T01:59", "2027-11-07T05:59Z 2027-11-07T06:59Z: 2027-11-07T02:00 2027-11-07T01:00"),
        ("America/New_York", "2027-11-07T02:00", "2027-11-07T07:00Z"),
        ("America/New_York", "2199-03-10T02:30", "never: 2199-03-10T02:00 2199-03-10T03:00"),
        ("Europe/Dublin", "2027-03-28T01:30", "never: 2027-03-28T01:00 2027-03-28T02:00"),
        ("Europe/Dublin", "2027-10-31T01:30", "2027-10-31T00:30Z 2027-10-31T01:30Z: 2027-10-31T02:00 2027-10-31T01:00"),
        ("Australia/Sydney", "2027-10-03T02:30", "never: 2027-10-03T02:00 2027-10-03T03:00"),
        ("Australia/Sydney", "2027-04-04T02:30", "2027-04-03T15:30Z 2027-04-03T16:30Z: 2027-04-04T03:00 2027-04-04T02:00"),
        // By half an hour, by two hours, at midnight, and over it.
        ("Australia/Lord_Howe", "2027-10-03T02:29", "never: 2027-10-03T02:00 2027-10-03T02:30"),
        ("Australia/Lord_Howe", "2027-04-04T01:30", "2027-04-03T14:30Z 2027-04-03T15:00Z: 2027-04-04T02:00 2027-04-04T01:30"),
        ("Antarctica/Troll", "2027-03-28T02:59", "never: 2027-03-28T01:00 2027-03-28T03:00"),
        ("Antarctica/Troll", "2027-10-31T01:00", "2027-10-30T23:00Z 2027-10-31T01:00Z: 2027-10-31T03:00 2027-10-31T01:00"),
        ("Asia/Beirut", "2027-03-28T00:00", "never: 2027-03-28T00:00 2027-03-28T01:00"),
        ("Africa/Cairo", "2027-10-28T23:59", "2027-10-28T20:59Z 2027-10-28T21:59Z: 2027-10-29T00:00 2027-10-28T23:00"),
        ("America/Nuuk", "2027-03-27T23:00", "never: 2027-03-27T23:00 2027-03-28T00:00"),
        // Changes that are listed one by one: around Ramadan, at a date line, and those of zones that gave daylight saving up.
        ("Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T01:30Z 2026-02-15T02:30Z: 2026-02-15T03:00 2026-02-15T02:00"),
        ("Asia/Gaza", "2060-10-30T01:30", "2060-10-29T22:30Z 2060-10-29T23:30Z: 2060-10-30T02:00 2060-10-30T01:00"),
        ("Asia/Gaza", "2086-10-26T01:30", "2086-10-25T22:30Z 2086-10-25T23:30Z: 2086-10-26T02:00 2086-10-26T01:00"),
        ("Pacific/Apia", "2011-12-30T12:00", "never: 2011-12-30T00:00 2011-12-31T00:00"),
        ("America/Sao_Paulo", "2018-11-04T00:30", "never: 2018-11-04T00:00 2018-11-04T01:00"),
        ("America/Sao_Paulo", "2030-11-03T00:30", "2030-11-03T03:30Z"),
    ]

    @Test("show a minute once, never or twice", arguments: occurrences)
    func occurrence(zone: String, local: String, expected: String) throws {
        let rules = try #require(TimeZoneRules(named: zone))
        #expect(rules.occurrence(of: try WallTime.at(local)).text == expected)
    }

    @Test("are found by their exact name alone")
    func names() throws {
        let names = TimeZoneRules.names
        for name in names {
            #expect(TimeZoneRules(named: name) != nil, "\(name)")
            for wrong in [name.uppercased() + "x", String(name.dropLast()) + "=", name + " ", " " + name, name + "="] {
                #expect(TimeZoneRules(named: wrong) == nil, "\(wrong)")
            }
        }
        for name in ["", "A", "europe/berlin", "Europe", "Europe/", "Zzz", "\n", "=", "é", "Zulu\n"] {
            #expect(TimeZoneRules(named: name) == nil, "\(name)")
        }
        #expect(TimeZoneRules(named: "UTC") == TimeZoneRules.utc)
        #expect(TimeZoneRules(named: "Etc/UTC") == TimeZoneRules.utc)
        #expect(TimeZoneRules(named: "Asia/Calcutta") == TimeZoneRules(named: "Asia/Kolkata"))
    }

    @Test("have the names and the release of the table that rules read")
    func table() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../rules/model/zones.tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.first == "# tzdata \(TimeZoneRules.release)")
        #expect(lines.dropFirst().map { String($0.prefix { $0 != "\t" }) } == TimeZoneRules.names)
    }

    @Test("show at an instant what occurs at that instant")
    func roundTrips() throws {
        // The numbers of a generator that is written down are the same in every run.
        var state: UInt64 = 20_261_123
        let range = try UInt64(Instant.at("2199-12-31T00:00Z").secondsSince1970)
        for name in TimeZoneRules.names {
            let rules = try #require(TimeZoneRules(named: name))
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                // Before 1972 one zone's offset has seconds, and a minute of its clock is no minute of UTC.
                let instant = Instant(secondsSince1970: max(63_072_000, Int((state >> 24) % range) / 60 * 60))
                switch rules.occurrence(of: rules.wallTime(at: instant)) {
                case .once(let found): #expect(found == instant, "\(name)")
                case .twice(let first, let second, _): #expect(first == instant || second == instant, "\(name)")
                case .never: Issue.record("\(name) at \(instant)")
                }
            }
        }
    }

    @Test("say when clocks are moved next")
    func changes() throws {
        let now = try Instant.at("2026-11-23T00:00Z")
        let berlin = try #require(TimeZoneRules(named: "Europe/Berlin"))
        #expect(
            berlin.changes(after: now, 3) == [
                "2027-03-28T01:00Z +01:00 +02:00", "2027-10-31T01:00Z +02:00 +01:00", "2028-03-26T01:00Z +01:00 +02:00",
            ])
        #expect(berlin.changes(after: try Instant.at("2199-06-01T00:00Z"), 3) == ["2199-10-27T01:00Z +02:00 +01:00"])
        for fixed in ["Etc/UTC", "EST", "Etc/GMT+5", "Asia/Tokyo", "America/Sao_Paulo", "Africa/Casablanca"] {
            #expect(TimeZoneRules(named: fixed)?.nextChange(after: now) == nil, "\(fixed)")
        }
    }

    @Test("write offsets as ISO 8601 does")
    func offsets() {
        let expected = [0: "+00:00", 3600: "+01:00", -16_200: "-04:30", 45_900: "+12:45", -2670: "-00:44:30", -1800: "-00:30"]
        for (seconds, text) in expected {
            #expect(UTCOffset(seconds: seconds).description == text)
        }
        #expect(Instant(secondsSince1970: -1).description == "1969-12-31T23:59Z")
    }
}
