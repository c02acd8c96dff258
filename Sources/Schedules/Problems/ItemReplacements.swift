/// What can be written instead of a bad item.
extension ItemReason {
    func replacement(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem, _ field: CronField
    ) -> ScheduleProblem.Replacement? {
        let range = problem.range
        switch self {
        case .openElsewhere:
            guard text.holds(UInt8(ascii: "?"), range) else { return nil }
            return .init(range: range, text: "*", isSafe: false)
        case .outOfRange:
            guard field == .weekday, text.number(range) == 0 else { return nil }
            return .init(range: range, text: "1", isSafe: false)
        case .unknownName:
            return Self.shortName(text, range, field).map {
                .init(range: range, text: $0, isSafe: true)
            }
        case .empty:
            return Self.withoutEmpty(text, range)
        case .weekdayStep:
            return Self.listed(text, range).map { .init(range: range, text: $0, isSafe: true) }
        case .mixedRange:
            return Self.numbered(text, range, field).map {
                .init(range: range, text: $0, isSafe: true)
            }
        case .descending:
            return Self.ascending(text, range, field).map {
                .init(range: range, text: $0, isSafe: true)
            }
        default:
            return nil
        }
    }

    /// `MON` for `Monday`, `sep` for `sept`: the first three letters, where the word is the start of the full name.
    private static func shortName(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ field: CronField
    ) -> String? {
        guard range.count > 3 else { return nil }
        let start = range.lowerBound..<range.lowerBound + 3
        guard let value = field.value(named: start, in: text) else { return nil }
        let fullName =
            (field == .month ? EnglishNames.month(value) : EnglishNames.weekday(value)).lowercased()
        guard fullName.hasPrefix(text.string(range).lowercased()) else { return nil }
        return text.string(start)
    }

    /// The field without empty items.
    private static func withoutEmpty(
        _ text: borrowing Span<UInt8>, _ comma: Range<Int>
    ) -> ScheduleProblem.Replacement? {
        let open = UInt8(ascii: "(")
        let close = UInt8(ascii: ")")
        var start = comma.lowerBound
        while start > 0, !text[start - 1].isBlank, text[start - 1] != open { start -= 1 }
        var end = comma.upperBound
        while end < text.count, !text[end].isBlank, text[end] != close { end += 1 }
        let items = text.string(start..<end).split(separator: ",")
        return .init(range: start..<end, text: items.joined(separator: ","), isSafe: true)
    }

    /// A weekday item with a step as a list of its days.
    private static func listed(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String? {
        var reading = FieldReading()
        var sink = ProblemSink()
        ItemReader(field: .weekday, range: range, isListed: true).read(text, &reading, &sink)
        let days = CronField.weekday.values.filter { reading.values.contains($0) }
        return days.isEmpty ? nil : days.map(String.init).joined(separator: ",")
    }

    /// A range that runs past the end as two ranges: `22-23,0-2`, `FRI-SAT,SUN-MON`.
    private static func ascending(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ field: CronField
    ) -> String? {
        guard text.first(UInt8(ascii: "/"), in: range) == nil,
            let dash = text.first(UInt8(ascii: "-"), in: range)
        else { return nil }
        let first = text.string(range.lowerBound..<dash)
        let last = text.string(dash + 1..<range.upperBound)
        let ends =
            text[range.lowerBound].isDigit
            ? (String(field.values.lowerBound), String(field.values.upperBound))
            : field == .month ? ("jan", "dec") : ("sun", "sat")
        func joined(_ from: String, _ to: String) -> String {
            from.lowercased() == to.lowercased() ? from : "\(from)-\(to)"
        }
        return joined(first, ends.1) + "," + joined(ends.0, last)
    }

    /// A range of a number and a name as two numbers.
    private static func numbered(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ field: CronField
    ) -> String? {
        guard let dash = text.first(UInt8(ascii: "-"), in: range) else { return nil }
        let end = text.first(UInt8(ascii: "/"), in: range) ?? range.upperBound
        let firstPart = range.lowerBound..<dash
        let lastPart = dash + 1..<end
        guard let first = text.number(firstPart) ?? field.value(named: firstPart, in: text),
            let last = text.number(lastPart) ?? field.value(named: lastPart, in: text)
        else { return nil }
        return "\(first)-\(last)" + text.string(end..<range.upperBound)
    }
}
