/// What can be wrong inside `rate( )`.
enum RateReason: Sendable, Hashable {
    case valueMissing, valueNotNumber, valueZero, valueTooLarge
    case unitMissing, unknownUnit
    case blankMissing
    /// The unit is in the plural beside 1, or in the singular beside another value.
    case plural(Rate.Unit, Int)

    var kind: ScheduleProblem.Kind {
        switch self {
        case .valueMissing, .valueNotNumber, .valueZero, .valueTooLarge: .rateValue
        case .unitMissing, .unknownUnit: .rateUnit
        case .blankMissing: .spaces
        case .plural: .ratePlural
        }
    }

    func message(_ text: borrowing Span<UInt8>, _ problem: ScheduleProblem) -> String {
        let here = text.quoted(problem.range)
        switch self {
        case .valueMissing:
            return "\(here) holds nothing; a rate has a value and a unit. Write them, such as `rate(7 days)`."
        case .valueNotNumber:
            return "\(here) is not a value of a rate; it is a whole number above 0. Write digits, such as `rate(7 days)`."
        case .valueZero:
            return "\(here) is not a value of a rate; a schedule needs some time between two runs. Write 1 or more."
        case .valueTooLarge:
            return "\(here) is larger than any time between two runs; a rate takes at most \(RateReader.largestValue)."
                + " Write a smaller number."
        case .unitMissing:
            return "\(here) has no unit; a rate is counted in minutes, hours or days."
                + " Add one, such as `rate(\(text.string(problem.range)) days)`."
        case .unknownUnit:
            let proposal = problem.replacement(in: text).map { "`\($0.text)`" }
            return "\(here) is not a unit of a rate; there are minutes, hours and days only."
                + " Write \(proposal ?? "one of them, or a cron expression")."
        case .blankMissing:
            return "\(here) has no space between the value and the unit; the documented form has one."
                + " Write `\(problem.replacement(in: text)?.text ?? "rate(7 days)")`."
        case .plural(let unit, let value):
            return "\(here) does not go with \(value); the guide asks for the singular beside 1 and the plural beside"
                + " other values. Write `\(unit.word(for: value))`."
        }
    }

    func replacement(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem
    ) -> ScheduleProblem.Replacement? {
        let range = problem.range
        switch self {
        case .valueMissing, .valueNotNumber, .valueZero, .valueTooLarge, .unitMissing:
            return nil
        case .unknownUnit:
            return OtherUnits.replacement(text, range)
        case .blankMissing:
            var end = range.lowerBound
            while end < range.upperBound, text[end].isDigit { end += 1 }
            let words = text.string(range.lowerBound..<end) + " " + text.string(end..<range.upperBound)
            return .init(range: range, text: words, isSafe: true)
        case .plural(let unit, let value):
            return .init(range: range, text: unit.word(for: value), isSafe: true)
        }
    }
}
