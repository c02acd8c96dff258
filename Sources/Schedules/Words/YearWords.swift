/// The years of a schedule in words.
struct YearWords {
    private let years: Numbers

    /// - Parameter years: counted from 1970.
    init(_ years: ValueSet) {
        let origin = CronField.year.origin
        self.years = Numbers(CronField.year.values.filter { years.contains($0 - origin) })
    }

    var areAll: Bool { years.count == CronField.year.values.count }
    var isOne: Bool { years.count == 1 }

    /// The one year.
    var name: String { years.values.last.map { "\($0)" } ?? "" }

    /// `in 2027`, `from 2026 on`.
    var words: String {
        guard let progression = years.progression, years.count > 2 else { return "in " + list }
        if progression.step > 1 {
            guard years.count > 4 else { return "in " + list }
            return "in every \(progression.step.ordinal) year from \(progression.first) to \(progression.last)"
        }
        if progression.last == CronField.year.values.upperBound { return "from \(progression.first) on" }
        if progression.first == CronField.year.values.lowerBound { return "until the end of \(progression.last)" }
        return "from \(progression.first) to \(progression.last)"
    }

    private var list: String { years.said { "\($0)" }.enumerated }
}
