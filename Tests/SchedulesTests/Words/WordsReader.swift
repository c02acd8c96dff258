@testable import Schedules

/// Reads the words of a schedule back into the schedule, as a person would who has only the words. What it gives is
/// compared with the schedule that the words were made of, so that they can't leave anything out.
struct WordsReader {
    private var rest: Substring
    private var minutes: Set<Int> = []
    private var hours: Set<Int> = []

    /// Nil where the words are not understood.
    static func read(_ words: String) -> CronExpression? {
        var reader = WordsReader(rest: words[...])
        return reader.read()
    }

    private mutating func read() -> CronExpression? {
        guard readTimes() else { return nil }
        var days = DayRule.week(WeekDays(weekdays: 0xFE, occurrence: .every))
        var months = Set(1...12)
        var years = Set(1970...2199)
        if !rest.isEmpty {
            guard take(", ") || take(" ") else { return nil }
            if take("on ") {
                guard let (rule, which) = readDays() else { return nil }
                days = rule
                months = which
            } else {
                guard take("every day") else { return nil }
                months = readMonths(behind: "in") ?? months
            }
            guard skipRemark() else { return nil }
            if !rest.isEmpty {
                guard let which = readYears() else { return nil }
                years = which
            }
        }
        guard rest.isEmpty else { return nil }
        var set = ValueSet()
        for year in years { set.insert(year - 1970) }
        return CronExpression(
            minutes: Self.bits(minutes), hours: UInt32(Self.bits(hours)), days: days, months: UInt32(Self.bits(months)),
            years: set)
    }

    private static func bits(_ numbers: Set<Int>) -> UInt64 { numbers.reduce(0) { $0 | 1 << UInt64($1) } }

    // MARK: Times

    private mutating func readTimes() -> Bool {
        let start = rest
        if take("At "), let times = list({ $0.clock() }), rest.first == " " {
            guard !rest.hasPrefix(" minute") else { return false }
            minutes = Set(times.map { $0 % 60 })
            hours = Set(times.map { $0 / 60 })
            return times.count == minutes.count * hours.count
        }
        rest = start
        if take("Every hour, on the hour") {
            minutes = [0]
            hours = Set(0...23)
            return true
        }
        if take("Every hour, at "), let minute = number(), take(minute == 1 ? " minute past" : " minutes past") {
            minutes = [minute]
            hours = Set(0...23)
            return true
        }
        rest = start
        if let step = every("hour"), take(" from "), let first = clock(), take(" to "), let last = clock() {
            minutes = [first % 60]
            hours = round(first / 60, last / 60, step)
            return first % 60 == last % 60
        }
        rest = start
        guard let pastEveryHour = readMinutes() else { return false }
        if pastEveryHour == true {
            hours = Set(0...23)
            return true
        }
        let end = rest
        guard take(", "), readHours() else {
            rest = end
            hours = Set(0...23)
            return pastEveryHour == nil
        }
        return true
    }

    /// `Every hour`, `Every 5 hours`
    private mutating func every(_ unit: String) -> Int? {
        guard take("Every ") else { return nil }
        if take(unit) { return 1 }
        guard let step = number(), take(" \(unit)s") else { return nil }
        return step
    }

    /// Whether the words say `past every hour`; `.some(nil)` where they leave it open.
    private mutating func readMinutes() -> Bool?? {
        let start = rest
        if take("On the hour") {
            minutes = [0]
            return .some(false)
        }
        if take("At "), let found = list({ $0.span { $0.number() } }) {
            minutes = Set(found.joined())
            guard take(" minutes past ") || take(" minute past ") else { return nil }
            return past()
        }
        rest = start
        guard let step = every("minute") else { return nil }
        guard take(" from ") else {
            minutes = Set(stride(from: 0, to: 60, by: step))
            return .some(nil)
        }
        guard let first = number(), take(" to "), let last = number(), take(" minutes past ") else { return nil }
        minutes = Set(stride(from: first, through: last, by: step))
        return past()
    }

    private mutating func past() -> Bool?? {
        if take("every hour") { return .some(true) }
        return take("the hour") ? .some(false) : nil
    }

    private mutating func readHours() -> Bool {
        var step = 1
        if take("in every ") {
            guard let number = ordinal(), take(" hour ") else { return false }
            step = number
        }
        guard take("from "), let stretches = list({ $0.stretch() }) else { return false }
        hours = Set(stretches.flatMap { round($0.first, $0.last, step) })
        return true
    }

    private mutating func stretch() -> (first: Int, last: Int)? {
        guard let first = clock(), take(" to "), let last = clock(), first % 60 == 0, last % 60 == 59 else { return nil }
        return (first / 60, last / 60)
    }

    private func round(_ first: Int, _ last: Int, _ step: Int) -> Set<Int> {
        Set(stride(from: first, through: last < first ? last + 24 : last, by: step).map { $0 % 24 })
    }

    // MARK: Days

    private mutating func readDays() -> (DayRule, Set<Int>)? {
        if take("every day from ") {
            if let first = weekday(), take(" to "), let last = weekday() {
                let days = (first...(last < first ? last + 7 : last)).map { ($0 - 1) % 7 + 1 }
                return (week(days, .every), readMonths(behind: "in") ?? Set(1...12))
            }
            return nil
        }
        let start = rest
        if take("every "), let days = list({ $0.weekday() }) {
            return (week(days, .every), readMonths(behind: "in") ?? Set(1...12))
        }
        rest = start
        let counts = ["first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5]
        for (word, count) in counts {
            guard take("the \(word) ") else { continue }
            guard let day = weekday(), let months = readMonths(behind: "of") else { return nil }
            return (week([day], .nth(count)), months)
        }
        if take("the last "), let day = weekday(), let months = readMonths(behind: "of") {
            return (week([day], .last), months)
        }
        rest = start
        return readMonthDays()
    }

    private func week(_ days: [Int], _ occurrence: WeekDays.Occurrence) -> DayRule {
        .week(WeekDays(weekdays: UInt32(Self.bits(Set(days))), occurrence: occurrence))
    }

    private mutating func readMonthDays() -> (DayRule, Set<Int>)? {
        var days: Set<Int> = []
        var nearest: Set<Int> = []
        var beforeLast: Set<Int> = []
        var nearestBeforeLast: Set<Int> = []
        let items: [Void]? = list { reader in
            if reader.take("the last weekday") {
                nearestBeforeLast.insert(0)
                return ()
            }
            if reader.take("the weekday nearest to ") {
                if let offset = reader.beforeLast() {
                    nearestBeforeLast.insert(offset)
                } else if reader.take("the "), let day = reader.ordinal() {
                    nearest.insert(day)
                } else {
                    return nil
                }
                return ()
            }
            if let offset = reader.beforeLast() {
                beforeLast.insert(offset)
                return ()
            }
            if reader.take("every "), let step = reader.ordinal(), reader.take(" day from the "),
                let first = reader.ordinal(), reader.take(" to the "), let last = reader.ordinal()
            {
                days.formUnion(stride(from: first, through: last, by: step))
                return ()
            }
            _ = reader.take("the ")
            guard let span = reader.span({ reader in
                _ = reader.take("the ")
                return reader.ordinal()
            }) else { return nil }
            days.formUnion(span)
            return ()
        }
        guard items != nil, let months = readMonths(behind: "of") else { return nil }
        func bits(_ set: Set<Int>) -> UInt32 { UInt32(Self.bits(set)) }
        let rule = MonthDays(
            days: bits(days), nearestWeekdays: bits(nearest), beforeLast: bits(beforeLast),
            nearestBeforeLast: bits(nearestBeforeLast))
        return (.month(rule), months)
    }

    private mutating func beforeLast() -> Int? {
        if take("the last day") { return 0 }
        if take("the day before the last day") { return 1 }
        let start = rest
        if take("the "), let offset = ordinal(), take(" day before the last day") { return offset }
        rest = start
        return nil
    }

    private mutating func weekday() -> Int? {
        (1...7).first { take(EnglishNames.weekday($0)) }
    }

    // MARK: Months and years

    private mutating func readMonths(behind word: String) -> Set<Int>? {
        let start = rest
        if word == "in", take(" from "), let months = monthStretch() { return months }
        rest = start
        guard take(" \(word) ") else { return nil }
        if take("every month") {
            if take(" except "), let others = list({ $0.month() }) { return Set(1...12).subtracting(others) }
            return take(" from ") ? monthStretch() : Set(1...12)
        }
        guard let months = list({ $0.month() }) else {
            rest = start
            return nil
        }
        return Set(months)
    }

    private mutating func monthStretch() -> Set<Int>? {
        guard let first = month(), take(" to "), let last = month() else { return nil }
        return Set((first...(last < first ? last + 12 : last)).map { ($0 - 1) % 12 + 1 })
    }

    private mutating func month() -> Int? {
        (1...12).first { take(EnglishNames.month($0)) }
    }

    private mutating func skipRemark() -> Bool {
        for remark in [
            " that has one", ", where there is one", ", where there is such a day", ", in leap years", ", which never comes",
        ] where take(remark) {
            break
        }
        return true
    }

    private mutating func readYears() -> Set<Int>? {
        _ = take(",")
        guard take(" ") else { return nil }
        if let year = number() { return [year] }
        if take("in every "), let step = ordinal(), take(" year from "), let first = number(), take(" to "), let last = number() {
            return Set(stride(from: first, through: last, by: step))
        }
        if take("in ") { return list { $0.span { $0.number() } }.map { Set($0.joined()) } }
        if take("until the end of ") { return number().map { Set(1970...$0) } }
        guard take("from "), let first = number() else { return nil }
        if take(" on") { return Set(first...2199) }
        guard take(" to "), let last = number() else { return nil }
        return Set(first...last)
    }

    // MARK: Parts

    private mutating func take(_ words: String) -> Bool {
        guard rest.hasPrefix(words) else { return false }
        rest = rest.dropFirst(words.count)
        return true
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { $0.isNumber }
        guard let number = Int(digits) else { return nil }
        rest = rest.dropFirst(digits.count)
        return number
    }

    private mutating func ordinal() -> Int? {
        let start = rest
        guard let number = number(), take("st") || take("nd") || take("rd") || take("th") else {
            rest = start
            return nil
        }
        return number
    }

    private mutating func clock() -> Int? {
        let start = rest
        guard let hour = number(), take(":"), let minute = number() else {
            rest = start
            return nil
        }
        return hour * 60 + minute
    }

    /// `5`, `5 to 9`
    private mutating func span(_ value: (inout WordsReader) -> Int?) -> ClosedRange<Int>? {
        guard let first = value(&self) else { return nil }
        let start = rest
        if take(" to "), let last = value(&self), last >= first { return first...last }
        rest = start
        return first...first
    }

    /// `a`, `a and b`, `a, b and c`
    private mutating func list<Item>(_ item: (inout WordsReader) -> Item?) -> [Item]? {
        guard let first = item(&self) else { return nil }
        var items = [first]
        while true {
            let start = rest
            guard take(", ") || take(" and "), let next = item(&self) else {
                rest = start
                return items
            }
            items.append(next)
        }
    }
}
