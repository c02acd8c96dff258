/// What a remark says, with what its words need.
enum RemarkReason: Sendable, Hashable {
    case neverFires(inAnyYear: Bool)
    case past(WallTime)
    case firesOnce(WallTime)
    /// With the next run, and for a fifth weekday what would be its last one.
    case leapDay(WallTime, lastWeekday: String?)
    case classicWeekdays(WeekDays, names: String)
    case weekdayNumbers(WeekDays, names: String)
    case unevenStep(OpenStep)
    case unevenDays(OpenStep)

    var kind: ScheduleRemark.Kind {
        switch self {
        case .neverFires: .neverFires
        case .past: .past
        case .firesOnce: .firesOnce
        case .leapDay: .leapDay
        case .classicWeekdays: .classicWeekdays
        case .weekdayNumbers: .weekdayNumbers
        case .unevenStep: .unevenStep
        case .unevenDays: .unevenDays
        }
    }

    /// - Parameter here: the text that the remark is about, in backquotes.
    func message(_ here: String) -> String {
        switch self {
        case .neverFires(let inAnyYear):
            return "\(here) is a date that \(inAnyYear ? "no year has" : "none of these years has"), so the schedule never"
                + " fires. Write a date that exists, such as `L` in Day for the last day of the month."
        case .past(let last):
            return "\(here) in Year is over: the last run was at \(last), and the schedule never fires again."
                + " Write a year to come, or `*`."
        case .firesOnce(let run):
            return "\(here) in Year leaves one run, at \(run); after it the schedule never fires again."
                + " Write `*` in Year if it is to go on."
        case .leapDay(let next, let lastWeekday):
            return "\(here) is a date that leap years alone have, so years lie between two runs; the next one is at \(next)."
                + (lastWeekday.map { " Write `\($0)` for the last one of every February." }
                    ?? " Write `L` in Day for the last day of every February.")
        case .classicWeekdays(let days, let names):
            return "\(here) is \(days.meaning) here: Image Builder counts weekdays 1-7 from Sunday, and not 0-6 as classic"
                + " cron does. Write `\(names)` if you mean \(names == "MON-FRI" ? "Monday to Friday" : "Saturday and Sunday")."
        case .weekdayNumbers(let days, let names):
            return "\(here) is \(days.meaning) here: Image Builder counts weekdays 1-7 from Sunday, and not 0-6 as classic"
                + " cron does. Write `\(names)` to be plain."
        case .unevenStep(let step): return Self.message(here, step)
        case .unevenDays(let step):
            return "\(here) counts anew in each month, so that day \(step.last) is followed by day \(step.first)."
                + " Write `rate(\(step.step) days)` as the whole expression if every gap is to be \(step.step) days."
        }
    }

    private static func message(_ here: String, _ step: OpenStep) -> String {
        let (unit, whole) =
            switch step.field {
            case .minute: ("minute", "the hour")
            case .hour: ("hour", "the day")
            default: ("month", "the year")
            }
        let values =
            step.field == .month ? step.values.map(EnglishNames.month) : step.values.map { "\($0)" }
        let size = step.field.values.count
        let divisors = (2..<size).filter { size % $0 == 0 }
        let near = [divisors.last { $0 < step.step }, divisors.first { $0 > step.step }].compactMap { $0 }
        let listed = values.count > 6 ? "\(values[0]), \(values[1]) … \(values[values.count - 1])" : values.enumerated
        return "\(here) does not divide \(whole): the \(unit)s are \(listed), so that the last gap is \(step.lastGap)"
            + " \(unit)\(step.lastGap == 1 ? "" : "s")."
            + " Write a step that divides \(size), such as \(near.map { "`*/\($0)`" }.joined(separator: " or "))."
    }

    var replacement: (text: String, isSafe: Bool)? {
        switch self {
        case .classicWeekdays(_, let names): (names, false)
        case .weekdayNumbers(_, let names): (names, true)
        default: nil
        }
    }
}

extension WeekDays {
    /// `Sunday to Thursday`, `the second Tuesday of the month`
    fileprivate var meaning: String {
        occurrence == .every ? names : "\(occasions) of the month"
    }

    /// `TUE`
    var shortNames: String {
        (1...7).filter { weekdays >> UInt32($0) & 1 == 1 }.map(EnglishNames.shortWeekday).joined(separator: ",")
    }
}
