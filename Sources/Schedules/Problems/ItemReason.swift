/// What can be wrong with one item of a field.
enum ItemReason: Sendable, Hashable {
    case openElsewhere, openWithOthers
    case outOfRange, offsetOutOfRange
    case unknownName
    case wildcard
    case malformed
    case empty
    case stepMissing, stepNotNumber, stepZero
    case stepTooLarge
    case weekdayStep
    case nthNumber, nthWithoutWeekday, nthInList
    case lastInList
    case bareLast, lastWithOffset
    case descending
    case descendingYears
    case mixedRange
    case nearest
    case nearestRange

    var kind: ScheduleProblem.Kind {
        switch self {
        case .openElsewhere, .openWithOthers: .misplacedQuestionMark
        case .outOfRange, .offsetOutOfRange: .outOfRange
        case .unknownName: .unknownName
        case .wildcard: .wildcard
        case .malformed: .malformedItem
        case .empty: .emptyItem
        case .stepMissing, .stepNotNumber, .stepZero: .step
        case .stepTooLarge: .largeStep
        case .weekdayStep: .weekdayStep
        case .nthNumber, .nthWithoutWeekday, .nthInList: .nth
        case .lastInList: .lastInList
        case .bareLast, .lastWithOffset: .lastWeekday
        case .descending: .descendingRange
        case .descendingYears: .descendingYears
        case .mixedRange: .mixedRange
        case .nearest: .nearestWeekday
        case .nearestRange: .nearestWeekdayRange
        }
    }
}
