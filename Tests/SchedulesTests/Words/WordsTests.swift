import Testing

@testable import Schedules

@Suite("Words")
struct WordsTests {
    @Test("of examples", arguments: WordsTable.rows)
    func example(_ expression: String, _ words: String) throws {
        let schedule = try #require(Schedule.read(expression).schedule)
        #expect(schedule.words == words)
    }

    @Test("of any schedule are read back as the same schedule")
    func readBack() throws {
        var random = SeededGenerator(state: 3)
        var seen: [String: CronExpression] = [:]
        for _ in 0..<6_000 {
            let cron = CronExpression.random(using: &random)
            let words = cron.words
            let meant = try #require(WordsReader.read(words), "not understood: \(words)")
            #expect(meant.minutes == cron.minutes && meant.hours == cron.hours, "\(words)")
            #expect(meant.hasDates(of: cron, using: &random), "\(words)")
            if let other = seen.updateValue(cron, forKey: words) {
                #expect(other.hasDates(of: cron, using: &random), "\(words)")
            }
        }
        #expect(seen.count > 5_000)
    }

    @Test(
        "of three thousand expressions are read back as what was read",
        .enabled(if: SharedFolder.has(FireTests.oracle), "the folder `shared` is not beside the project"))
    func expressions() throws {
        var random = SeededGenerator(state: 4)
        for row in try SharedFolder.rows(FireTests.oracle) {
            let cron = try #require(Schedule.read("cron(\(row[0]))").cron)
            let meant = try #require(WordsReader.read(cron.words), "not understood: \(cron.words)")
            #expect(meant.minutes == cron.minutes && meant.hours == cron.hours, "\(row[0]): \(cron.words)")
            #expect(meant.hasDates(of: cron, using: &random), "\(row[0]): \(cron.words)")
        }
    }
}

extension CronExpression {
    /// Whether both name the same days, in every month of some years.
    fileprivate func hasDates(of other: CronExpression, using random: inout SeededGenerator) -> Bool {
        for year in 1970...2199 where includes(year: year) != other.includes(year: year) { return false }
        for _ in 0..<6 {
            let year = Int.random(in: 1970...2199, using: &random)
            for number in 1...12 {
                let month = MonthOfDays(year: year, month: number)
                let here = months >> UInt32(number) & 1 == 1 ? days.days(in: month) : 0
                let there = other.months >> UInt32(number) & 1 == 1 ? other.days.days(in: month) : 0
                if here != there { return false }
            }
        }
        return true
    }

    /// A schedule with fields of all shapes: everything, one, a few, stretches, steps, and anything.
    fileprivate static func random(using random: inout SeededGenerator) -> CronExpression {
        func set(_ values: ClosedRange<Int>) -> Set<Int> {
            let first = Int.random(in: values, using: &random)
            let last = Int.random(in: first...values.upperBound, using: &random)
            switch Int.random(in: 0..<9, using: &random) {
            case 0, 1: return Set(values)
            case 2: return [first]
            case 3: return [first, last]
            case 4: return Set(first...last)
            case 5: return Set(values).subtracting(first...last).union([first])
            case 6: return Set(stride(from: first, through: last, by: Int.random(in: 2...9, using: &random)))
            case 7:
                let count = values.count
                let step = Int.random(in: 1...5, using: &random)
                return Set((0...Int.random(in: 0...(count / step), using: &random)).map {
                    (first - values.lowerBound + $0 * step) % count + values.lowerBound
                })
            default: return Set(values.filter { _ in Bool.random(using: &random) }).union([first])
            }
        }
        func bits(_ set: Set<Int>) -> UInt32 { set.reduce(0) { $0 | 1 << UInt32($1) } }
        func few(_ values: ClosedRange<Int>) -> UInt32 {
            Int.random(in: 0..<3, using: &random) == 0
                ? bits(set(values).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }) : 0
        }
        let days: DayRule
        switch Int.random(in: 0..<6, using: &random) {
        case 0: days = .week(WeekDays(weekdays: 1 << UInt32.random(in: 1...7, using: &random), occurrence: .last))
        case 1:
            days = .week(
                WeekDays(
                    weekdays: 1 << UInt32.random(in: 1...7, using: &random),
                    occurrence: .nth(Int.random(in: 1...5, using: &random))))
        case 2: days = .week(WeekDays(weekdays: bits(set(1...7)), occurrence: .every))
        default:
            let special = (few(1...31), few(0...30), few(0...30))
            let isSpecial = special.0 | special.1 | special.2 != 0
            days = .month(
                MonthDays(
                    days: isSpecial && Bool.random(using: &random) ? 0 : bits(set(1...31)), nearestWeekdays: special.0,
                    beforeLast: special.1, nearestBeforeLast: special.2))
        }
        var years = ValueSet()
        for year in Bool.random(using: &random) ? Set(1970...2199) : set(1970...2199) { years.insert(year - 1970) }
        return CronExpression(
            minutes: set(0...59).reduce(0) { $0 | 1 << UInt64($1) }, hours: bits(set(0...23)), days: days,
            months: bits(set(1...12)), years: years)
    }
}
