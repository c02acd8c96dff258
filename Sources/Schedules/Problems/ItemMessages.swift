/// The words for a problem of one item.
extension ItemReason {
    func message(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem, _ field: CronField
    ) -> String {
        let here = text.quoted(problem.range)
        let title = field.title
        let proposal = problem.replacement(in: text).map { "`\($0.text)`" }
        switch self {
        case .openElsewhere:
            return "\(here) can't be used in \(title); only Day or Day of week can be left open with `?`."
                + " Write `*` for every \(title.lowercased())."
        case .openWithOthers:
            return "\(here) in \(title) puts `?` beside other signs; it stands alone, for a field that is left open."
                + " Write `?`, or the values without it."
        case .outOfRange:
            return "\(here) is outside \(title)'s values \(field.allowed)\(classicHint(text, problem, field))."
                + " Write one of these."
        case .offsetOutOfRange:
            return "\(here) days before the last one lie in no month; the largest number behind `L-` is 30."
                + " Write 0-30."
        case .unknownName:
            return unknownName(here, proposal, field)
        case .wildcard:
            return "\(here) holds a wildcard that \(title) does not have; it takes \(field.wildcards) beside"
                + " \(field.allowed). Write a value without it."
        case .malformed:
            return "\(here) in \(title) is not a value, range, list or step; values are \(field.allowed)."
                + " Write it with these, such as `\(field.example)`."
        case .empty:
            return "\(here) in \(title) has nothing on one side; a comma stands between two values. Remove it."
        case .stepMissing:
            return "\(here) in \(title) has no step; a number follows the slash. Write it, such as `*/2`."
        case .stepNotNumber:
            return "\(here) in \(title) has a step that is not a number; digits follow the slash."
                + " Write them, such as `*/2`."
        case .stepZero:
            return "\(here) in \(title) has the step 0, which never gets further; a step is 1 or more."
                + " Write a larger one, or `*`."
        case .stepTooLarge:
            return "\(here) has a step beyond \(title)'s last value, so that only the first one counts; some readers"
                + " reject it. Write that value alone, or a step of at most \(field.largestStep)."
        case .weekdayStep:
            return "\(here) is a step in Day of week, which the documentation does not list; the service may reject it."
                + " Write \(proposal ?? "the days as a list")."
        case .nthNumber:
            return "\(here) has no number from 1 to 5 behind `#`; it says which such weekday of the month is meant."
                + " Write one, such as `fri#2`."
        case .nthWithoutWeekday:
            return "\(here) has no single weekday before `#`; it goes with one day. Write one, such as `fri#2`."
        case .nthInList:
            return "\(here) uses `#` in a list; Image Builder reads it alone, with one weekday and one number."
                + " Write a single one, such as `fri#2`."
        case .lastInList:
            return "\(here) uses `L` in a list of weekdays; it can only stand alone. Write a single one, such as `friL`,"
                + " or the days without `L`."
        case .bareLast:
            return "\(here) in Day of week means every Saturday to Quartz, and Sunday to AWS's page."
                + " Write `sat` or `sun`, or `friL` for the last Friday of the month."
        case .lastWithOffset:
            return "\(here) has no meaning in Day of week; Quartz reads `L` and so every Saturday."
                + " Write a weekday, or move `L-n` to Day."
        case .descending:
            return "\(here) in \(title) runs down; Quartz reads it as going on past the end and starting again."
                + " Write \(proposal ?? "two ranges") if you want to be plain."
        case .descendingYears:
            return "\(here) in Year runs down; years do not start again. Write the earlier year first."
        case .mixedRange:
            return "\(here) in \(title) goes from a number to a name or back, which not every reader understands."
                + " Write \(proposal ?? "two numbers or two names")."
        case .nearestRange:
            return "\(here) in Day puts `W` behind a range; it goes with one day, and Quartz leaves it out."
                + " Write the days one by one, such as `15W`."
        case .nearest:
            return "\(here) in Day is read by Quartz and not documented for Image Builder, which shows `L` and single"
                + " days such as `3W`. Try it before you rely on it."
        }
    }

    private func unknownName(_ here: String, _ proposal: String?, _ field: CronField) -> String {
        guard field == .month || field == .weekday else {
            return "\(here) is a word, and \(field.title) takes numbers only. Write a value of \(field.allowed)."
        }
        let kind = field == .month ? "month" : "weekday"
        return "\(here) is not the name of a \(kind) here; \(field.title) takes \(field.allowed)."
            + " Write \(proposal ?? "one of these")."
    }

    /// What to say to those who count as classic cron does.
    private func classicHint(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem, _ field: CronField
    ) -> String {
        switch (field, text.number(problem.range)) {
        case (.weekday, 0): "; Sunday is 1 and not 0"
        case (.hour, 24): "; midnight is 0"
        case (.minute, 60): "; the full hour is 0"
        default: ""
        }
    }
}

extension CronField {
    /// An ordinary content of the field.
    fileprivate var example: String {
        switch self {
        case .minute: "0,30"
        case .hour: "8-17"
        case .day: "1"
        case .month: "jan-jun"
        case .weekday: "mon-fri"
        case .year: "2026-2030"
        }
    }
}
