// What is said of a schedule: words, runs, gaps, and the rules' findings at their places in what was asked.
import ImageBuilderLint
import Schedules
import Testing

@Suite struct ScheduleForecastTests {
    private func forecast(
        _ expression: String, _ timezone: String? = nil, from start: String = "2026-11-23", count: Int = 3
    ) throws -> ScheduleForecast {
        let start = try #require(Instant(start))
        let day = try #require(Day(year: start.utc.year, month: start.utc.month, day: start.utc.day))
        return ScheduleForecast(
            .init(expression: expression, timezone: timezone, start: start, count: count),
            by: try Linter(Linter.Options(today: day)))
    }

    @Test func runsInATimeZone() throws {
        let forecast = try forecast("cron(0 2 ? * SUN *)", "America/New_York", from: "2027-03-08")
        #expect(forecast.isValid)
        #expect(forecast.description == "At 02:00 on every Sunday")
        #expect(forecast.runs.map(\.local.description) == ["2027-03-14T02:00", "2027-03-21T02:00", "2027-03-28T02:00"])
        #expect(forecast.runs.map { $0.instant?.description } == [nil, "2027-03-21T06:00Z", "2027-03-28T06:00Z"])
        #expect(forecast.runs.map { $0.offset?.description } == [nil, "-04:00", "-04:00"])
        #expect(forecast.runs[0].note?.hasPrefix("On 2027-03-14 clocks go forward from 02:00 to 03:00, so 02:00 does not occur.") == true)
        #expect(forecast.runs[1].note == nil)
        #expect(forecast.gaps?.longest.words == "7 days")
    }

    @Test func repeatedRun() throws {
        let forecast = try forecast("cron(30 1 7 11 ? 2027)", "America/New_York")
        #expect(forecast.runs.map { $0.instant?.description } == ["2027-11-07T05:30Z"])
        #expect(forecast.runs[0].note?.contains("occurs twice") == true)
        #expect(forecast.gaps == nil)
    }

    @Test func runsOfARate() throws {
        let forecast = try forecast("rate(7 days)", "Europe/Berlin", from: "2027-03-22T00:00")
        #expect(forecast.runs.map(\.local.description) == ["2027-03-29T02:00", "2027-04-05T02:00", "2027-04-12T02:00"])
        #expect(forecast.report.diagnostics.map(\.rule.description) == ["schedule/rate-timezone"])
    }

    @Test func startsStrictlyAfter() throws {
        #expect(try forecast("cron(0 9 * * ? *)", from: "2026-11-23T09:00").runs.first?.local.description == "2026-11-24T09:00")
        #expect(try forecast("cron(0 9 * * ? *)", from: "2026-11-23T08:59:59").runs.first?.local.description == "2026-11-23T09:00")
    }

    @Test(arguments: [
        ("cron(0 0 30 2 ? *)", "schedule/never-fires"), ("cron(50 11 19 9 ? 2024)", "schedule/past"),
    ])
    func noRunLeft(_ expression: String, _ rule: String) throws {
        let forecast = try forecast(expression)
        #expect(forecast.isValid && forecast.runs.isEmpty)
        #expect(forecast.description?.hasSuffix("; no run is left after 2026-11-23T00:00Z") == true)
        #expect(forecast.report.diagnostics.map(\.rule.description) == [rule])
    }

    @Test(arguments: [
        ("cron(0 10 * * 1-5)", nil, ["schedule/five-fields"]), ("", nil, ["shape/length"]), ("at(2027-01-01T00:00:00)", nil, ["schedule/at-expression"]),
        ("cron(0 2 * * ? *)", "Europe/Berlni", ["timezone/unknown"]), ("cron(0 2 * * ? *)", "", ["timezone/unknown"]),
        ("a\tb\"c\\\n\u{1}", "Europe/Berlin", ["schedule/no-wrapper"]),
    ] as [(String, String?, [String])])
    func invalid(_ expression: String, _ timezone: String?, _ rules: [String]) throws {
        let forecast = try forecast(expression, timezone)
        #expect(!forecast.isValid && forecast.runs.isEmpty && forecast.gaps == nil)
        #expect(forecast.report.diagnostics.map(\.rule.description) == rules)
    }

    /// The text at a finding's place is the one that it speaks of, however the request spells it.
    @Test(arguments: [
        ("cron(0 10 ? * 1-5 *)", "UTC", "1-5"), ("cron(\"\\ 10 * * ? *)", nil, "\"\\"), ("cron(0\t24 * * ? *)", nil, "24"),
        ("cron(\u{1}\u{1F} 0 ü24 * ? *)", "UTC", "ü24"), ("cron(0 2 * * ? *)", "Europe/Berlni\u{7}", "Europe/Berlni\u{7}"),
    ] as [(String, String?, String)])
    func places(_ expression: String, _ timezone: String?, _ marked: String) throws {
        let report = try forecast(expression, timezone).report
        #expect(report.source == Array((expression + (timezone.map { "\n" + $0 } ?? "")).utf8))
        let texts = report.diagnostics.map { String(decoding: report.source[$0.range.start..<$0.range.end], as: UTF8.self) }
        #expect(texts.contains(marked), "\(texts)")
    }
}
