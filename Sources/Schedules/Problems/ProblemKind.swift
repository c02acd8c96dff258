extension ScheduleProblem {
    /// The kinds of problems. The raw values are stable names.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        // Around the fields.
        /// Neither `cron(` nor `rate(` stands at the start.
        case noWrapper = "no-wrapper"
        /// `CRON( )`, `Rate( )`, `rate(7 Days)`: only lower case is documented.
        case wrapperCase = "wrapper-case"
        /// `cron(0 0 * * ? *` or `cron 0 0 * * ? *`.
        case missingParenthesis = "missing-parenthesis"
        /// Something follows the closing parenthesis.
        case trailingText = "trailing-text"
        /// `at( )`, which is documented for other services.
        case atExpression = "at-expression"
        /// Blanks other than one space between two parts.
        case spaces

        // The fields of a cron expression.
        /// The form with five fields, which was read until 2021.
        case fiveFields = "five-fields"
        /// Neither five nor six fields.
        case fieldCount = "field-count"
        /// Neither Day nor Day of week is `?`.
        case dayAndWeekday = "day-and-weekday"
        /// Both Day and Day of week are `?`.
        case noDay = "no-day"
        /// `?` in another field, or beside something else.
        case misplacedQuestionMark = "misplaced-question-mark"

        // The items of a field.
        /// A number outside the field's values.
        case outOfRange = "out-of-range"
        /// A word that names no value of the field.
        case unknownName = "unknown-name"
        /// A wildcard that the field does not have.
        case wildcard
        /// An item that can't be read: `5x`, `1-2-3`, `-5`.
        case malformedItem = "malformed-item"
        /// `1,,2`: two commas, or one at an end.
        case emptyItem = "empty-item"
        /// A step that is 0, missing or no number.
        case step
        /// A step beyond the field's last value.
        case largeStep = "large-step"
        /// A step in Day of week.
        case weekdayStep = "weekday-step"
        /// `#` without one weekday before it and one of 1-5 behind it, or in a list.
        case nth
        /// `L` in a list of Day of week.
        case lastInList = "last-in-list"
        /// `L` alone in Day of week, which is read as Saturday by some and as Sunday by others.
        case lastWeekday = "last-weekday"
        /// `22-2`: runs on past the end.
        case descendingRange = "descending-range"
        /// `2030-2026`: years don't.
        case descendingYears = "descending-years"
        /// `2-WED`: a number and a name.
        case mixedRange = "mixed-range"
        /// `LW`, `L-3`, `15W` in a list: read by Quartz, not documented here.
        case nearestWeekday = "nearest-weekday"
        /// `1-5W`: `W` goes with one day.
        case nearestWeekdayRange = "nearest-weekday-range"

        // Rate expressions.
        /// No whole number above 0.
        case rateValue = "rate-value"
        /// No unit of minutes, hours or days.
        case rateUnit = "rate-unit"
        /// `1 days`, `7 day`.
        case ratePlural = "rate-plural"

        /// Whether no schedule can be read from a text with such a problem; the others are doubts about a schedule
        /// that can be read.
        public var leavesNoSchedule: Bool {
            switch self {
            case .wrapperCase, .spaces, .emptyItem, .largeStep, .weekdayStep, .lastWeekday,
                .descendingRange, .mixedRange, .nearestWeekday, .nearestWeekdayRange, .ratePlural:
                false
            case .noWrapper, .missingParenthesis, .trailingText, .atExpression, .fiveFields,
                .fieldCount, .dayAndWeekday, .noDay, .misplacedQuestionMark, .outOfRange,
                .unknownName, .wildcard, .malformedItem, .step, .nth, .lastInList,
                .descendingYears, .rateValue, .rateUnit:
                true
            }
        }
    }
}
