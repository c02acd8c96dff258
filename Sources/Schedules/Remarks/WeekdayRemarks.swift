/// Remarks on weekdays that are written in numbers. Image Builder counts them 1-7 from Sunday; classic cron, from which
/// most people know them, counts 0-6 from Sunday, so that every number means another day.
enum WeekdayRemarks {
    static func add(
        _ days: WeekDays, _ text: borrowing Span<UInt8>, to remarks: inout [ScheduleRemark]
    ) {
        let field = FieldList(ofCron: text)[.weekday]
        guard isInNumbers(text, field) else { return }
        let meant = days.weekdays & 0xFE
        if days.occurrence == .every {
            // The working week, the weekend and every day, as Image Builder counts: they can hardly be an accident.
            if meant == workingWeek || meant == weekend || meant == 0xFE { return }
            // What classic cron calls n is n + 1 here, and its 7 is Sunday too.
            let classic = (meant << 1 | meant >> 6) & 0xFE
            if classic == workingWeek || classic == weekend {
                let names = classic == workingWeek ? "MON-FRI" : "SAT,SUN"
                remarks.append(.init(range: field, reason: .classicWeekdays(days, names: names)))
                return
            }
        }
        remarks.append(.init(range: field, reason: .weekdayNumbers(days, names: named(text, field))))
    }

    private static let workingWeek: UInt32 = 0b0111_1100
    private static let weekend: UInt32 = 0b1000_0010

    /// Whether the field has a number for a weekday and no name; steps are reported for themselves.
    private static func isInNumbers(_ text: borrowing Span<UInt8>, _ field: Range<Int>) -> Bool {
        guard text[field.lowerBound].isDigit, text.first(UInt8(ascii: "/"), in: field) == nil else { return false }
        for index in field where text[index].isLetter && text[index].lowercased != UInt8(ascii: "l") { return false }
        return true
    }

    /// The field with a name for each number of a weekday, which may have zeros in front: `001`.
    private static func named(_ text: borrowing Span<UInt8>, _ field: Range<Int>) -> String {
        var result = ""
        var isCount = false
        var index = field.lowerBound
        while index < field.upperBound {
            let start = index
            while index < field.upperBound, text[index].isDigit { index += 1 }
            if start < index, !isCount, let day = text.number(start..<index), (1...7).contains(day) {
                result += EnglishNames.shortWeekday(day)
            } else {
                if start == index { index += 1 }
                for place in start..<index { result.unicodeScalars.append(Unicode.Scalar(text[place])) }
            }
            isCount = text[index - 1] == UInt8(ascii: "#")
        }
        return result
    }
}
