import Testing

@testable import Schedules

@Suite("Runs")
struct FireTests {
    static let oracle = "oracles/cron-fires.tsv"

    @Test(
        "are those of the oracle",
        .enabled(if: SharedFolder.has(oracle), "the folder `shared` is not beside the project"))
    func agreesWithOracle() throws {
        let rows = try SharedFolder.rows(Self.oracle)
        #expect(rows.count == 3000)
        var quirky = 0
        for row in rows {
            let cron = try #require(Schedule.read("cron(\(row[0]))").cron, "\(row[0])")
            let time = try #require(WallTime(row[1]))
            let expected = row[2...].filter { !$0.isEmpty && $0 != "never" }
            // Fewer than four fires are all that there are.
            let count = expected.count < 4 ? 5 : 4
            let fires = cron.fires(after: time, count: count).map(\.description)
            if fires == expected { continue }
            quirky += 1
            let explained = OracleQuirks(cron: cron).fires(after: time, count: count).map(\.description)
            #expect(explained == expected, "\(row[0])")
        }
        #expect(quirky == 80)
    }

    static let examples: [(String, String, [String])] = [
        ("0 10 ? * 2-6 *", "2026-11-20T10:00", ["2026-11-23T10:00", "2026-11-24T10:00"]),
        ("30 22 ? * tue#2 *", "2026-11-23T00:00", ["2026-12-08T22:30", "2027-01-12T22:30"]),
        ("0 0 29 2 ? *", "2097-01-01T00:00", ["2104-02-29T00:00", "2108-02-29T00:00"]),
        ("0 22-2/3 * * ? *", "2026-11-23T00:00", ["2026-11-23T01:00", "2026-11-23T22:00"]),
        ("0 0 L-30 * ? *", "2026-02-01T00:00", ["2026-03-01T00:00", "2026-05-01T00:00"]),
        ("0 0 1W 8 ? *", "2026-01-01T00:00", ["2026-08-03T00:00", "2027-08-02T00:00"]),
        ("0 0 31W * ? *", "2026-05-01T00:00", ["2026-05-29T00:00", "2026-07-31T00:00"]),
        ("0 0 30 2 ? *", "2026-05-01T00:00", []),
        ("0 0 1 1 ? 1970-2000", "2000-01-01T00:00", []),
        ("* * * * ? 1970", "1900-01-01T00:00", ["1970-01-01T00:00", "1970-01-01T00:01"]),
        ("59 23 31 12 ? 2199", "2026-01-01T00:00", ["2199-12-31T23:59"]),
        ("0 0 1 1 ? 2199", "9999-12-31T23:59", []),
    ]

    @Test("of examples", arguments: examples)
    func fires(_ fields: String, _ after: String, _ expected: [String]) throws {
        let cron = try #require(Schedule.read("cron(\(fields))").cron)
        let time = try #require(WallTime(after))
        #expect(cron.fires(after: time, count: 2).map(\.description) == expected)
    }

    @Test("never come where no month has the day")
    func never() throws {
        for fields in ["0 0 30 2 ? *", "0 0 31 4,6,9,11 ? *", "0 0 31W 2 ? *", "0 0 L-29 2 ? *", "0 0 29 2 ? 2025-2027"] {
            #expect(try #require(Schedule.read("cron(\(fields))").cron).canFire == false, "\(fields)")
        }
        #expect(try #require(Schedule.read("cron(0 0 29 2 ? 2028)").cron).canFire)
    }

    @Test("are the same backwards")
    func backwards() throws {
        var random = SeededGenerator(state: 11)
        let expressions = [
            "*/7 3,9-11 * * ? *", "0 0 ? * mon#5 *", "5 6 L-3W * ? *", "0 12 ? 2 friL 2000-2050/3", "59 23 31 12 ? *",
            "0 0 29 2 ? *", "1 1 1,15W,L */5 ? *", "* * ? * sat-mon *", "0 22-4/2 ? feb,DEC 4#1 2026-2028",
        ]
        for expression in expressions {
            let cron = try #require(Schedule.read("cron(\(expression))").cron)
            for _ in 0..<2_000 {
                let time = WallTime(minutesSince1970: Int.random(in: -1000...121_000_000, using: &random))
                guard let next = cron.next(after: time) else { continue }
                #expect(next > time)
                #expect(cron.previous(before: WallTime(minutesSince1970: next.minutesSince1970 + 1)) == next)
                if let previous = cron.previous(before: next) {
                    #expect(previous <= time, "\(expression) \(time)")
                    #expect(cron.next(after: previous) == next)
                }
            }
        }
    }
}

extension CronExpression {
    func fires(after time: WallTime, count: Int) -> [WallTime] {
        var fires: [WallTime] = []
        var last = time
        while fires.count < count, let next = next(after: last) {
            fires.append(next)
            last = next
        }
        return fires
    }
}

extension WallTime {
    /// From `2026-11-23T10:00`, with or without seconds, which are dropped.
    init?(_ text: String) {
        let numbers = text.split { "-T:Z".contains($0) }.compactMap { Int($0) }
        guard numbers.count >= 5 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4])
    }
}
