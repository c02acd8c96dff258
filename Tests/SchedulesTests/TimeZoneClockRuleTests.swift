import Testing

@testable import Schedules

@Suite("POSIX TZ strings")
struct TimeZoneClockRuleTests {
    /// A string, and the changes of a year, as the GNU C library makes them. (Python's zoneinfo miscounts `59` and `J59`.)
    static let rules: [(String, Int, [String])] = [
        ("CET-1CEST,M3.5.0,M10.5.0/3", 2027, ["2027-03-28T01:00Z +01:00 +02:00", "2027-10-31T01:00Z +02:00 +01:00"]),
        ("<-02>2<-01>,M3.4.0/-1,M10.5.0/0", 2027, ["2027-03-28T01:00Z -02:00 -01:00", "2027-10-31T01:00Z -01:00 -02:00"]),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 2027, ["2027-03-28T01:00Z +00:00 +01:00", "2027-10-31T01:00Z +01:00 +00:00"]),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", 2027, ["2027-03-27T00:00Z +02:00 +03:00", "2027-10-29T23:00Z +03:00 +02:00"]),
        (
            "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2027,
            ["2027-04-03T15:00Z +11:00 +10:30", "2027-10-02T15:30Z +10:30 +11:00"]
        ),
        ("AAA3BBB,M10.1.0,M3.1.0", 2028, ["2028-03-05T04:00Z -02:00 -03:00", "2028-10-01T05:00Z -03:00 -02:00"]),
        ("AAA3BBB,J60,J300", 2027, ["2027-03-01T05:00Z -03:00 -02:00", "2027-10-27T04:00Z -02:00 -03:00"]),
        ("AAA3BBB,J60,J300", 2028, ["2028-03-01T05:00Z -03:00 -02:00", "2028-10-27T04:00Z -02:00 -03:00"]),
        ("AAA3BBB,59/2,299", 2027, ["2027-03-01T05:00Z -03:00 -02:00", "2027-10-27T04:00Z -02:00 -03:00"]),
        ("AAA3BBB,59/2,299", 2028, ["2028-02-29T05:00Z -03:00 -02:00", "2028-10-26T04:00Z -02:00 -03:00"]),
        (
            "AAA-5:30:15BBB-6:30:15,J59/-48,J305/100:30:30", 2028,
            ["2028-02-25T18:29Z +05:30:15 +06:30:15", "2028-11-04T22:00Z +06:30:15 +05:30:15"]
        ),
        // Moments that lie in the year before, or in the one after; the C library does not look there.
        ("AAA0BBB,M1.1.1/-167,M7.1.0", 2027, ["2027-07-04T01:00Z +01:00 +00:00", "2027-12-27T01:00Z +00:00 +01:00"]),
        ("AAA0BBB,M7.1.0,365/167", 2027, ["2027-01-07T22:00Z +01:00 +00:00", "2027-07-04T02:00Z +00:00 +01:00"]),
        // Daylight saving all year round, in both of the ways that RFC 9636 gives.
        ("AAA3BBB,0/0,J365/25", 2027, []),
        ("XXX3EDT4,0/0,J365/23", 2027, []),
        ("UTC0", 2027, []),
        ("<+0330>-3:30", 2027, []),
    ]

    @Test("say when clocks are moved", arguments: rules)
    func changes(text: String, year: Int, expected: [String]) throws {
        let rules = try #require(TimeZoneRules(posix: text))
        let found = rules.changes(after: try Instant.at("\(year)-01-01T00:00Z"), 2)
        let end = "\(year + 1)"
        #expect(found.filter { $0 < end } == expected)
    }

    @Test("have their offset between changes")
    func offsets() throws {
        let summer = try Instant.at("2027-07-01T00:00Z")
        for (text, offset) in [
            ("AAA3BBB,0/0,J365/25", "-02:00"), ("XXX3EDT4,0/0,J365/23", "-04:00"), ("AAA-24:59:59", "+24:59:59"),
            ("AAA+3", "-03:00"), ("<A-1>-1<B+2>-2:15,M3.5.0,M10.5.0", "+02:15"), ("AAA3BBB,M10.1.0,M3.1.0", "-03:00"),
        ] {
            #expect(TimeZoneRules(posix: text)?.offset(at: summer).description == offset, "\(text)")
        }
    }

    @Test(
        "are refused where they are none",
        arguments: [
            "", "UTC", "UT0", "<>0", "<A>0", "<UTC0", "3", "UTC25", "UTC0:60", "UTC0:", "UTC0 ", "CET-1CEST", "CET-1CEST-2",
            "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,", "CET-1CEST,M3.5.0,M10.5.0,", "CET-1CEST,M13.5.0,M10.5.0",
            "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0",
            "CET-1CEST,M3.5,M10.5.0", "CET-1CEST,J0,J300", "CET-1CEST,J366,J300", "CET-1CEST,366,300",
            "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0/,M10.5.0", "CET-1CEST,M3.5.0/--1,M10.5.0",
            "CET-1CEST,M3.5.0/2:00:00:00,M10.5.0", "CET-99999999999999999999",
        ])
    func refused(text: String) {
        #expect(TimeZoneRules(posix: text) == nil)
    }
}
