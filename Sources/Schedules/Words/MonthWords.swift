/// The months of a schedule in words.
struct MonthWords {
    private let months: Numbers
    /// One stretch of three or more months.
    private let stretch: Numbers.Progression?

    /// - Parameters:
    ///   - months: bits 1...12.
    ///   - mayPassNewYear: whether every year has them, so that a stretch from November to February may be said as one.
    init(_ months: UInt32, mayPassNewYear: Bool) {
        let months = Numbers(bits: UInt64(months))
        let run = months.progression ?? (mayPassNewYear ? months.circularProgression(of: 12) : nil)
        stretch = run.flatMap { $0.step == 1 && months.count > 2 ? $0 : nil }
        self.months = months
    }

    var areAll: Bool { months.count == 12 }
    var isOne: Bool { months.count == 1 }

    /// The one month's name, or the last one's.
    var name: String { months.values.last.map(EnglishNames.month) ?? "" }

    /// `of every month`, `of March and June`
    var ofMonths: String {
        if areAll { return "of every month" }
        if let stretch { return "of every month from " + Self.ends(stretch) }
        return "of " + (others ?? list)
    }

    /// ` in March and June`; nothing where every month is meant.
    var inMonths: String {
        if areAll { return "" }
        if let stretch { return " from " + Self.ends(stretch) }
        return " in " + (others ?? list)
    }

    private var list: String { months.values.map(EnglishNames.month).enumerated }

    /// `every month except August`, where at most two are left out.
    private var others: String? {
        guard months.count > 9 else { return nil }
        let others = (1...12).filter { !months.values.contains($0) }
        return "every month except " + others.map(EnglishNames.month).enumerated
    }

    private static func ends(_ stretch: Numbers.Progression) -> String {
        "\(EnglishNames.month(stretch.first)) to \(EnglishNames.month(stretch.last))"
    }

    // MARK: Days that not every month has

    /// What is to be said of months that are too short for a day.
    ///
    /// - Parameter isOne: whether no other day is named beside it.
    func remark(onDay day: Int, isOne: Bool) -> String {
        let lengths = months.values.map { CivilCalendar.length(ofMonth: $0, year: 2028) }
        guard let longest = lengths.max(), day > (lengths.contains(29) ? 28 : lengths.min() ?? 31) else { return "" }
        if day > longest && isOne { return ", which never comes" }
        if isOne && day == 29 && months.values == [2] { return ", in leap years" }
        return whereThereIsOne(isOne: isOne)
    }

    /// What is to be said of months without a fifth such weekday.
    ///
    /// - Parameter count: how many days are named.
    func remark(onFifthWeekdayOf count: Int) -> String { whereThereIsOne(isOne: count == 1) }

    private func whereThereIsOne(isOne: Bool) -> String {
        if isOne && areAll { return " that has one" }
        return isOne ? ", where there is one" : ", where there is such a day"
    }
}
