/// Turns the older form with five fields, in which weekdays are counted as classic cron does, into six fields.
enum FiveFields {
    /// The six fields, and whether they can only mean what the five meant. Nil where no six fields mean the same, or
    /// where the weekdays can't be read.
    static func corrected(
        _ text: borrowing Span<UInt8>, _ fields: FieldList
    ) -> (text: String, isSafe: Bool)? {
        guard fields.count == 5 else { return nil }
        let open = UInt8(ascii: "?")
        let star = UInt8(ascii: "*")
        var day = text.string(fields[.day])
        var weekday = text.string(fields[.weekday])
        let hasNumbers = hasWeekdayNumbers(text, fields[.weekday])
        if !text.holds(open, fields[.day]) && !text.holds(open, fields[.weekday]) {
            if text.holds(star, fields[.weekday]) {
                weekday = "?"
            } else if text.holds(star, fields[.day]) {
                day = "?"
                guard let shifted = ClassicWeekdays.shifted(text, fields[.weekday]) else { return nil }
                weekday = shifted
            } else {
                // Classic cron runs on either day, which takes two expressions here.
                return nil
            }
        }
        let start = text.string(fields[.minute].lowerBound..<fields[.hour].upperBound)
        return ("\(start) \(day) \(text.string(fields[.month])) \(weekday) *", !hasNumbers)
    }

    private static func hasWeekdayNumbers(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where text[index].isDigit { return true }
        return false
    }
}

/// The weekdays of classic cron: 0 or 7 is Sunday, where Image Builder has 1.
enum ClassicWeekdays {
    /// The field with its numbers counted from 1; nil where it can't be read.
    static func shifted(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String? {
        var items: [String] = []
        var start = range.lowerBound
        while start <= range.upperBound {
            let end = text.first(UInt8(ascii: ","), in: start..<range.upperBound) ?? range.upperBound
            guard let item = item(text, start..<end) else { return nil }
            items.append(item)
            start = end + 1
        }
        return items.joined(separator: ",")
    }

    private static func item(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String? {
        var baseEnd = range.lowerBound
        while baseEnd < range.upperBound, text[baseEnd] != UInt8(ascii: "/"), text[baseEnd] != UInt8(ascii: "#") {
            baseEnd += 1
        }
        let base = range.lowerBound..<baseEnd
        let rest = text.string(baseEnd..<range.upperBound)
        guard let dash = text.first(UInt8(ascii: "-"), in: base) else {
            return value(text, base).map { $0 + rest }
        }
        let firstPart = base.lowerBound..<dash
        let lastPart = dash + 1..<base.upperBound
        guard let first = value(text, firstPart), let last = value(text, lastPart) else { return nil }
        guard let from = Int(first), let to = Int(last), from > to else { return "\(first)-\(last)\(rest)" }
        // Friday to Sunday, `5-7`, has no ascending form in one range.
        guard rest.isEmpty else { return nil }
        return "\(from == 7 ? "7" : "\(from)-7"),\(to == 1 ? "1" : "1-\(to)")"
    }

    private static func value(_ text: borrowing Span<UInt8>, _ part: Range<Int>) -> String? {
        let hasLast = part.count > 1 && text[part.upperBound - 1].lowercased == UInt8(ascii: "l")
        let digits = part.lowerBound..<part.upperBound - (hasLast ? 1 : 0)
        guard let number = text.number(digits) else {
            return part.isEmpty || text[part.lowerBound].isDigit ? nil : text.string(part)
        }
        return number <= 7 ? "\(number % 7 + 1)\(hasLast ? "L" : "")" : nil
    }
}
