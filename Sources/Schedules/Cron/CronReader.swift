/// Reads what stands inside `cron( )`: six fields, and the rule that one of the two day fields is `?`.
enum CronReader {
    /// - Parameters:
    ///   - range: what stands between the parentheses.
    ///   - wrapper: the whole expression, which is marked where there is no field.
    static func read(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, wrapper: Range<Int>, _ sink: inout ProblemSink
    ) -> CronExpression? {
        let fields = FieldList(text, range)
        if fields.hasOddBlanks { FieldList.noteBlanks(text, in: range, &sink) }
        guard fields.count == 6 else {
            let inner = text.trimmed(range)
            sink.report(
                .fields(fields.count == 5 ? .five : .count(fields.count)),
                at: inner.isEmpty ? wrapper : inner)
            return nil
        }
        if text.holds(UInt8(ascii: "?"), fields[.year]) {
            sink.report(.fields(.secondsFirst), at: fields[.year])
            return nil
        }
        return readFields(text, fields, &sink)
    }

    private static func readFields(
        _ text: borrowing Span<UInt8>, _ fields: FieldList, _ sink: inout ProblemSink
    ) -> CronExpression? {
        let minute = FieldReader.read(text, fields[.minute], .minute, &sink)
        let hour = FieldReader.read(text, fields[.hour], .hour, &sink)
        let day = FieldReader.read(text, fields[.day], .day, &sink)
        let month = FieldReader.read(text, fields[.month], .month, &sink)
        let weekday = FieldReader.read(text, fields[.weekday], .weekday, &sink)
        let year = FieldReader.read(text, fields[.year], .year, &sink)
        checkDays(fields, day, weekday, &sink)
        guard !sink.leavesNoSchedule else { return nil }
        return CronExpression(
            minutes: minute.values.words[0],
            hours: UInt32(truncatingIfNeeded: hour.values.words[0]),
            days: weekday.isOpen ? .month(monthDays(day)) : .week(weekDays(weekday)),
            months: UInt32(truncatingIfNeeded: month.values.words[0]),
            years: year.values)
    }

    private static func checkDays(
        _ fields: FieldList, _ day: FieldReading, _ weekday: FieldReading, _ sink: inout ProblemSink
    ) {
        guard !day.hasMisplacedOpen, !weekday.hasMisplacedOpen else { return }
        if day.isOpen && weekday.isOpen {
            sink.report(.fields(.bothOpen), at: fields[.weekday], related: fields[.day])
        } else if !day.isOpen && !weekday.isOpen {
            // The field that says nothing is the one to leave open.
            let marksDay = day.isStar && !weekday.isStar
            sink.report(
                .fields(.bothDays(isFixable: day.isStar || weekday.isStar)),
                at: fields[marksDay ? .day : .weekday], related: fields[marksDay ? .weekday : .day])
        }
    }

    private static func monthDays(_ day: FieldReading) -> MonthDays {
        MonthDays(
            days: UInt32(truncatingIfNeeded: day.values.words[0]),
            nearestWeekdays: day.nearestWeekdays, beforeLast: day.beforeLast,
            nearestBeforeLast: day.nearestBeforeLast)
    }

    private static func weekDays(_ weekday: FieldReading) -> WeekDays {
        WeekDays(
            weekdays: UInt32(truncatingIfNeeded: weekday.values.words[0]),
            occurrence: weekday.occurrence)
    }
}
