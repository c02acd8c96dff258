/// The dates of a schedule in words: `on the last Friday of March`, `every day in 2027`.
struct DateWords {
    let text: String
    /// Whether the schedule has times on every day that ever comes.
    let isEveryDate: Bool

    init(_ cron: CronExpression) {
        let years = YearWords(cron.years)
        let months = MonthWords(cron.months, mayPassNewYear: years.areAll)
        isEveryDate = cron.days.isEveryDay && months.areAll && years.areAll
        var text = ""
        switch cron.days {
        case _ where cron.days.isEveryDay: text = "every day" + months.inMonths
        case .month(let days): text = "on " + days.words(months)
        case .week(let days): text = "on " + days.words(months)
        }
        if months.isOne && years.isOne && text.hasSuffix(months.name) {
            // `on the 1st of January 2099`
            text += " " + years.name
        } else if !years.areAll {
            text += (cron.days.isEveryDay && months.areAll ? " " : ", ") + years.words
        }
        self.text = text
    }
}

extension DayRule {
    var isEveryDay: Bool {
        switch self {
        case .month(let rule): rule.days == 0xFFFF_FFFE
        case .week(let rule): rule.weekdays & 0xFE == 0xFE && rule.occurrence == .every
        }
    }
}

// MARK: Days of a month

extension MonthDays {
    /// `the 1st and the last day of every month`
    func words(_ months: MonthWords) -> String {
        let areAllPlain = nearestWeekdays | beforeLast | nearestBeforeLast == 0
        var items = areAllPlain ? [plainDays] : plainDays(article: "the ")
        items += Numbers(bits: UInt64(nearestWeekdays)).values.map { "the weekday nearest to the \($0.ordinal)" }
        items += Numbers(bits: UInt64(beforeLast)).values.map(Self.beforeLast)
        items += Numbers(bits: UInt64(nearestBeforeLast)).values.map {
            $0 == 0 ? "the last weekday" : "the weekday nearest to \(Self.beforeLast($0))"
        }
        let isOne = items.count == 1 && days.nonzeroBitCount < 2
        return "\(items.enumerated) \(months.ofMonths)" + months.remark(onDay: longestDay, isOne: isOne)
    }

    /// Days by their number without anything else: `the 1st to 7th and 15th`.
    private var plainDays: String {
        let items = plainDays(article: "")
        return progression == nil ? "the " + items.enumerated : items.enumerated
    }

    private func plainDays(article: String) -> [String] {
        if let progression {
            return ["every \(progression.step.ordinal) day from the \(progression.first.ordinal) to the \(progression.last.ordinal)"]
        }
        return Numbers(bits: UInt64(days)).said { article + $0.ordinal }
    }

    /// The days by their number, where they are many and equally far apart.
    private var progression: Numbers.Progression? {
        let days = Numbers(bits: UInt64(days))
        return days.progression.flatMap { $0.step > 1 && days.count > 4 ? $0 : nil }
    }

    private static func beforeLast(_ offset: Int) -> String {
        switch offset {
        case 0: "the last day"
        case 1: "the day before the last day"
        default: "the \(offset.ordinal) day before the last day"
        }
    }

    /// The days that a month must have to have all that are named one by one.
    private var longestDay: Int {
        let last = progression == nil ? Numbers(bits: UInt64(days)).runs.last : nil
        let single = last.flatMap { $0.count > 2 ? nil : $0.upperBound }
        let offsets = beforeLast | nearestBeforeLast
        return max(single ?? 0, Numbers(bits: UInt64(nearestWeekdays)).values.last ?? 0, 32 - offsets.leadingZeroBitCount)
    }
}

// MARK: Days of a week

extension WeekDays {
    /// `every Saturday and Sunday in March`, `the last Friday of every month`
    func words(_ months: MonthWords) -> String {
        switch occurrence {
        case .every: return "every " + everyDay + months.inMonths
        case .last: return occasions + " " + months.ofMonths
        case .nth(let number):
            return occasions + " " + months.ofMonths + (number == 5 ? months.remark(onFifthWeekdayOf: days.count) : "")
        }
    }

    /// `the second Tuesday`, `the last Friday`
    var occasions: String {
        let which =
            switch occurrence {
            case .every: "every"
            case .last: "the last"
            case .nth(let number): "the \(Self.counts[number])"
            }
        return days.map { "\(which) \(EnglishNames.weekday($0))" }.enumerated
    }

    /// `Saturday and Sunday`, `day from Monday to Friday`
    private var everyDay: String { stretch.map { "day from \($0)" } ?? list }

    /// `Monday to Friday`, `Saturday and Sunday`
    var names: String { stretch ?? list }

    private var list: String { days.map(EnglishNames.weekday).enumerated }

    /// Three or more days that follow each other: `Monday to Friday`.
    private var stretch: String? {
        // Counted from Monday, as a week is said.
        let numbers = Numbers(days.map { ($0 + 5) % 7 })
        let run = numbers.progression ?? numbers.circularProgression(of: 7)
        guard let run, run.step == 1, days.count > 2 else { return nil }
        return "\(EnglishNames.weekday(Self.fromMonday[run.first])) to \(EnglishNames.weekday(Self.fromMonday[run.last]))"
    }

    private var days: [Int] { Self.fromMonday.filter { weekdays >> UInt32($0) & 1 == 1 } }

    private static let fromMonday = [2, 3, 4, 5, 6, 7, 1]
    private static let counts = ["", "first", "second", "third", "fourth", "fifth"]
}
