import Testing

@testable import Schedules

/// What the tests of public cron libraries say of runs.
@Suite("Public suites of runs")
struct PublicRunTests {
    static let file = PublicSuiteTests.file

    /// Expressions whose runs are others here, with the reason.
    static let disagreements = [
        "23 17 25 7 ? 2020": "the library counts the minute in which one asks; here a run is strictly after it"
    ]

    @Test(
        "agree on the next and previous runs",
        .enabled(if: SharedFolder.has(file), "the folder `shared` is not beside the project"))
    func runs() throws {
        var judged = 0
        var used: Set<String> = []
        for row in try SharedFolder.rows(Self.file) where row[5] == "next" || row[5] == "prev" {
            let cron = try #require(Schedule.read("cron(\(row[2]))").cron, "\(row[2])")
            let time = try #require(WallTime(row[4]))
            let expected = row[6].split(separator: " | ").compactMap { WallTime(String($0)) }
            let runs =
                row[5] == "next"
                ? cron.fires(after: time, count: expected.count) : cron.fires(before: time, count: expected.count)
            judged += 1
            if runs == expected && !expected.isEmpty { continue }
            used.insert(row[2])
            #expect(
                Self.disagreements[row[2]] != nil,
                "\(row[5]) \(row[2]) \(row[4]): \(runs) here, \(row[6]) there (\(row[7]))")
        }
        #expect(judged == 42)
        #expect(used == Set(Self.disagreements.keys))
    }

    @Test(
        "agree on whether a minute matches",
        .enabled(if: SharedFolder.has(file), "the folder `shared` is not beside the project"))
    func matches() throws {
        var judged = 0
        for row in try SharedFolder.rows(Self.file) where row[5] == "match" || row[5] == "nomatch" {
            let cron = try #require(Schedule.read("cron(\(row[2]))").cron, "\(row[2])")
            let time = try #require(WallTime(row[4]))
            let before = WallTime(minutesSince1970: time.minutesSince1970 - 1)
            #expect((cron.next(after: before) == time) == (row[5] == "match"), "\(row[2]) \(row[4])")
            judged += 1
        }
        #expect(judged == 32)
    }
}

extension CronExpression {
    fileprivate func fires(before time: WallTime, count: Int) -> [WallTime] {
        var fires: [WallTime] = []
        var first = time
        while fires.count < count, let previous = previous(before: first) {
            fires.append(previous)
            first = previous
        }
        return fires
    }
}
