import Testing

@testable import Schedules

/// Schedules that are found in public repositories, and what is known of them.
@Suite("Schedules in the wild")
struct WildTests {
    static let file = "domain/schedules-in-the-wild.tsv"

    @Test(
        "are judged as they were",
        .enabled(if: SharedFolder.has(file), "the folder `shared` is not beside the project"))
    func wild() throws {
        for row in try SharedFolder.rows(Self.file) {
            let reading = Schedule.read(row[0])
            #expect((reading.schedule == nil) == (row[2] == "invalid"), "\(row[0])")
            if row[2] == "valid" { #expect(reading.problems.isEmpty, "\(row[0])") }
            if row[3].contains("5-field") {
                #expect(reading.problems.map(\.kind) == [.fiveFields], "\(row[0])")
            }
        }
    }

    /// What is remarked on them; each was looked at.
    static let remarks: [String: ScheduleRemark.Kind] = [
        "cron(0 0 1 1 ? 2099)": .firesOnce,
        "cron(0 10 ? * 1-5 *)": .classicWeekdays,
        "cron(0 2 ? * 1 *)": .weekdayNumbers,
        "cron(0 3 ? * 1#1 *)": .weekdayNumbers,
        "cron(50 11 19 9 ? 2024)": .past,
    ]

    @Test(
        "are hardly remarked on",
        .enabled(if: SharedFolder.has(file), "the folder `shared` is not beside the project"))
    func remarks() throws {
        let now = try #require(WallTime(year: 2026, month: 11, day: 23))
        for row in try SharedFolder.rows(Self.file) {
            let bytes = Array(row[0].utf8)
            guard let schedule = Schedule.read(bytes.span).schedule else { continue }
            let kinds = schedule.remarks(in: bytes.span, after: now).map(\.kind)
            #expect(kinds == [Self.remarks[row[0]]].compactMap { $0 }, "\(row[0])")
        }
    }
}
