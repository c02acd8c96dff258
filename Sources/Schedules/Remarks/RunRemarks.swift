/// Remarks on when a schedule still runs.
enum RunRemarks {
    static func add(
        _ cron: CronExpression, _ text: borrowing Span<UInt8>, after now: WallTime, to remarks: inout [ScheduleRemark]
    ) {
        guard let next = cron.next(after: now) else { return addNever(cron, text, to: &remarks) }
        guard let second = cron.next(after: next) else {
            // With every year, only the end of 2199 leaves so few.
            guard !cron.hasEveryYear else { return }
            return add(.firesOnce(next), text, from: .year, to: .year, &remarks)
        }
        // Only 29 February lets years pass, and only schedules for February have it alone.
        guard second.minutesSince1970 - next.minutesSince1970 > minutesAYear, cron.existsInLeapYearsOnly else { return }
        if case .week(let days) = cron.days {
            add(.leapDay(next, lastWeekday: days.shortNames + "L"), text, from: .month, to: .weekday, &remarks)
        } else {
            add(.leapDay(next, lastWeekday: nil), text, from: .day, to: .month, &remarks)
        }
    }

    private static let minutesAYear = 366 * CivilCalendar.minutesADay

    private static func addNever(
        _ cron: CronExpression, _ text: borrowing Span<UInt8>, to remarks: inout [ScheduleRemark]
    ) {
        if let last = cron.previous(before: WallTime(minutesSince1970: .max)) {
            guard !cron.hasEveryYear else { return }
            return add(.past(last), text, from: .year, to: .year, &remarks)
        }
        guard cron.existsInLeapYearsOnly else {
            return add(.neverFires(inAnyYear: true), text, from: .day, to: .month, &remarks)
        }
        let isWeekday = if case .week = cron.days { true } else { false }
        add(.neverFires(inAnyYear: false), text, from: isWeekday ? .month : .day, to: .year, &remarks)
    }

    private static func add(
        _ reason: RemarkReason, _ text: borrowing Span<UInt8>, from first: CronField, to last: CronField,
        _ remarks: inout [ScheduleRemark]
    ) {
        let range = FieldList(ofCron: text).range(from: first, to: last)
        remarks.append(ScheduleRemark(range: range, reason: reason))
    }
}

extension CronExpression {
    fileprivate var hasEveryYear: Bool { CronField.year.values.allSatisfy { includes(year: $0) } }

    /// Whether the schedule is for February alone, and has a day in it in leap years only.
    fileprivate var existsInLeapYearsOnly: Bool {
        guard months == 1 << 2 else { return false }
        // Which days there are at all depends on nothing but the month's length.
        return days.days(in: MonthOfDays(year: 2027, month: 2)) == 0
            && (days.days(in: MonthOfDays(year: 2028, month: 2)) != 0 || days.isFifthWeekday)
    }
}

extension DayRule {
    /// Which leap years have one depends on the weekday.
    fileprivate var isFifthWeekday: Bool {
        if case .week(let rule) = self { return rule.occurrence == .nth(5) }
        return false
    }
}
