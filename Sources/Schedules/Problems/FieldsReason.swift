/// What can be wrong with the fields of a cron expression as a whole.
enum FieldsReason: Sendable, Hashable {
    case five
    case count(Int)
    /// Year is `?`: the fields were written as Quartz has them, seconds first and without a year.
    case secondsFirst
    case bothOpen
    /// Both day fields are given; one of them can be left open where it says nothing.
    case bothDays(isFixable: Bool)

    private static let order = "minute, hour, day, month, day of week, year"

    var kind: ScheduleProblem.Kind {
        switch self {
        case .five: .fiveFields
        case .count: .fieldCount
        case .secondsFirst: .misplacedQuestionMark
        case .bothOpen: .noDay
        case .bothDays: .dayAndWeekday
        }
    }

    func message(_ text: borrowing Span<UInt8>, _ problem: ScheduleProblem) -> String {
        let here = text.quoted(problem.range)
        switch self {
        case .five:
            return "\(here) has 5 fields; Image Builder reads 6 (\(Self.order)), and the sixth, the year, is missing. "
                + fiveFieldsAdvice(text, problem)
        case .count(let count):
            let seconds = count == 7 ? ", and none for seconds" : ""
            return "\(here) has \(count) field\(count == 1 ? "" : "s"); Image Builder reads 6 (\(Self.order))\(seconds)."
                + " Write \(proposal(text, problem) ?? "all six, such as `cron(0 0 * * ? *)`")."
        case .secondsFirst:
            return "\(here) has no place in Year; it looks as if the fields began with seconds, which Image Builder"
                + " does not have (\(Self.order))."
                + " Write \(proposal(text, problem) ?? "the six fields in this order")."
        case .bothOpen:
            return "\(here) leaves Day of week open while Day is `?` too; one of the two has to name the days."
                + " Write `*` in one of them for every day."
        case .bothDays(let isFixable):
            return bothDays(text, problem, isFixable: isFixable)
        }
    }

    private func proposal(_ text: borrowing Span<UInt8>, _ problem: ScheduleProblem) -> String? {
        problem.replacement(in: text).map { "`\($0.text)`" }
    }

    private func fiveFieldsAdvice(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem
    ) -> String {
        guard let proposal = FiveFields.corrected(text, FieldList(text, problem.range)) else {
            return "Add the year (`*` for every year) and write `?` in Day or in Day of week: the two can't both be given."
        }
        let note =
            proposal.isSafe
            ? "" : " Weekdays are counted 1-7 from Sunday here; check that these are the days you mean."
        return "Write `\(proposal.text)`.\(note)"
    }

    private func bothDays(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem, isFixable: Bool
    ) -> String {
        let here = text.quoted(problem.range)
        let other = text.quoted(problem.related ?? problem.range)
        let isInDay = (problem.related ?? problem.range).lowerBound > problem.range.lowerBound
        let field = (isInDay ? CronField.day : .weekday).title
        let otherField = (isInDay ? CronField.weekday : .day).title
        let example =
            isInDay ? " (AWS's own guide prints such an example, against its own rule)" : ""
        return "\(here) in \(field) stands beside \(other) in \(otherField); when one of the two is given, the other"
            + " must be `?`\(example). Write `?` in "
            + (isFixable ? "\(field)." : "the one that is not to count.")
    }

    func replacement(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem
    ) -> ScheduleProblem.Replacement? {
        let range = problem.range
        switch self {
        case .five:
            return FiveFields.corrected(text, FieldList(text, range)).map {
                .init(range: range, text: $0.text, isSafe: $0.isSafe)
            }
        case .count(let count):
            return count == 7 ? Self.withoutSeconds(text, range) : nil
        case .secondsFirst:
            let inner = range.upperBound
            return FieldsReason.start(text, inner).flatMap { start in
                Self.withoutSeconds(text, start..<inner, year: " *")
            }
        case .bothOpen:
            return problem.related.map { .init(range: $0, text: "*", isSafe: false) }
        case .bothDays(let isFixable):
            return isFixable ? .init(range: range, text: "?", isSafe: true) : nil
        }
    }

    /// Where the fields begin that end at `end`.
    private static func start(_ text: borrowing Span<UInt8>, _ end: Int) -> Int? {
        let open = text.first(UInt8(ascii: "("), in: 0..<end).map { $0 + 1 } ?? 0
        let inner = text.trimmed(open..<end)
        return inner.isEmpty ? nil : inner.lowerBound
    }

    /// The fields without the first, where that is a plain `0`.
    private static func withoutSeconds(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, year: String = ""
    ) -> ScheduleProblem.Replacement? {
        let fields = FieldList(text, range)
        guard text.holds(UInt8(ascii: "0"), fields[.minute]) else { return nil }
        let rest = text.string(fields[.hour].lowerBound..<range.upperBound)
        return .init(range: range, text: rest + year, isSafe: false)
    }
}
