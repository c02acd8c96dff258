/// Reads one item of a field's list: a value, a range, `*`, with or without a step, or one of the special forms of
/// the two day fields. It reports at most one problem.
struct ItemReader {
    let field: CronField
    let range: Range<Int>
    let isListed: Bool

    func read(
        _ text: borrowing Span<UInt8>, _ reading: inout FieldReading, _ sink: inout ProblemSink
    ) {
        // Most items are a number.
        if let number = text.number(range), field.values.contains(number) {
            reading.values.insert(number - field.origin)
        } else if text.first(UInt8(ascii: "?"), in: range) != nil {
            reading.hasMisplacedOpen = true
            report(field == .day || field == .weekday ? .openWithOthers : .openElsewhere, &sink)
        } else if let sign = text.first(UInt8(ascii: "#"), in: range) {
            field == .weekday
                ? readNth(text, sign, &reading, &sink) : report(.wildcard, &sink)
        } else if field == .day, isDaySpecial(text) {
            readDaySpecial(text, &reading, &sink)
        } else if field == .weekday, text[range.upperBound - 1].lowercased == UInt8(ascii: "l") {
            readLastWeekday(text, range.lowerBound..<range.upperBound - 1, &reading, &sink)
        } else if field == .weekday, let dash = lastDayDash(text) {
            // Quartz reads the `L` and leaves the rest.
            reading.hasLast = true
            reading.values.insert(field.values.upperBound)
            if text.number(dash + 1..<range.upperBound) == nil {
                report(.malformed, &sink)
            } else if !isListed {
                report(.lastWithOffset, &sink)
            }
        } else {
            readValues(text, &reading, &sink)
        }
    }

    func report(_ reason: ItemReason, _ sink: inout ProblemSink, at part: Range<Int>? = nil) {
        sink.report(.item(reason, field), at: part ?? range)
    }

    // MARK: Values, ranges and steps

    private func readValues(
        _ text: borrowing Span<UInt8>, _ reading: inout FieldReading, _ sink: inout ProblemSink
    ) {
        let slash = text.first(UInt8(ascii: "/"), in: range)
        let base = range.lowerBound..<(slash ?? range.upperBound)
        guard var bounds = readBase(text, base, hasStep: slash != nil, &sink) else { return }
        var step = 1
        if let slash {
            let digits = slash + 1..<range.upperBound
            guard let number = text.number(digits) else {
                return report(digits.isEmpty ? .stepMissing : .stepNotNumber, &sink)
            }
            guard number > 0 else { return report(.stepZero, &sink) }
            step = number
            if !bounds.isRange { bounds.last = field.values.upperBound }
        }
        insert(bounds, step, &reading)
        advise(bounds, step, hasStep: slash != nil, &sink)
    }

    /// The ends of a range; one value has both ends alike.
    private struct Bounds {
        var first: Int
        var last: Int
        var isRange: Bool
        /// One end is a name and the other a number.
        var isMixed = false
    }

    private func readBase(
        _ text: borrowing Span<UInt8>, _ base: Range<Int>, hasStep: Bool, _ sink: inout ProblemSink
    ) -> Bounds? {
        if text.holds(UInt8(ascii: "*"), base) || base.isEmpty && hasStep {
            return Bounds(first: field.values.lowerBound, last: field.values.upperBound, isRange: true)
        }
        guard let dash = text.first(UInt8(ascii: "-"), in: base) else {
            guard let value = readValue(text, base, &sink) else { return nil }
            return Bounds(first: value, last: value, isRange: false)
        }
        let firstPart = base.lowerBound..<dash
        let lastPart = dash + 1..<base.upperBound
        guard !firstPart.isEmpty, !lastPart.isEmpty else {
            report(.malformed, &sink)
            return nil
        }
        if field == .day, text[base.upperBound - 1].lowercased == UInt8(ascii: "w") {
            return readNearestRange(text, firstPart, lastPart, &sink)
        }
        guard let first = readValue(text, firstPart, &sink),
            let last = readValue(text, lastPart, &sink)
        else { return nil }
        if first > last, field == .year {
            report(.descendingYears, &sink)
            return nil
        }
        let isMixed = text[firstPart.lowerBound].isDigit != text[lastPart.lowerBound].isDigit
        return Bounds(first: first, last: last, isRange: true, isMixed: isMixed)
    }

    /// `1-5W`: Quartz reads the range and leaves the `W`.
    private func readNearestRange(
        _ text: borrowing Span<UInt8>, _ firstPart: Range<Int>, _ lastPart: Range<Int>,
        _ sink: inout ProblemSink
    ) -> Bounds? {
        guard range.upperBound == lastPart.upperBound,
            let first = text.number(firstPart), field.values.contains(first),
            let last = text.number(lastPart.lowerBound..<lastPart.upperBound - 1),
            field.values.contains(last)
        else {
            report(.malformed, &sink)
            return nil
        }
        report(.nearestRange, &sink)
        return Bounds(first: first, last: last, isRange: true)
    }

    private func insert(_ bounds: Bounds, _ step: Int, _ reading: inout FieldReading) {
        let origin = field.origin
        if bounds.first <= bounds.last {
            reading.values.insert(
                from: bounds.first - origin, through: bounds.last - origin, by: step)
            return
        }
        // A descending range runs on into the next hour, day, week or year.
        let size = field.values.count
        var value = bounds.first
        while value <= bounds.last + size {
            reading.values.insert(value > field.values.upperBound ? value - size : value)
            value += step
        }
    }

    static func insertAll(_ field: CronField, by step: Int, _ reading: inout FieldReading) {
        reading.values.insert(
            from: field.values.lowerBound - field.origin,
            through: field.values.upperBound - field.origin, by: step)
    }

    /// What is worth a word in an item that can be read.
    private func advise(_ bounds: Bounds, _ step: Int, hasStep: Bool, _ sink: inout ProblemSink) {
        if hasStep && step > field.largestStep {
            report(.stepTooLarge, &sink)
        } else if hasStep && field == .weekday {
            report(.weekdayStep, &sink)
        } else if bounds.isMixed {
            report(.mixedRange, &sink)
        } else if bounds.first > bounds.last {
            report(.descending, &sink)
        }
    }

    // MARK: One value

    /// A number or a name, inside the field's limits.
    private func readValue(
        _ text: borrowing Span<UInt8>, _ part: Range<Int>, _ sink: inout ProblemSink
    ) -> Int? {
        if let number = text.number(part) {
            guard field.values.contains(number) else {
                report(.outOfRange, &sink, at: part)
                return nil
            }
            return number
        }
        if let value = field.value(named: part, in: text) { return value }
        let reason = reason(text, part)
        report(reason, &sink, at: reason == .unknownName ? part : range)
        return nil
    }

    /// Why a part is no value.
    private func reason(_ text: borrowing Span<UInt8>, _ part: Range<Int>) -> ItemReason {
        var letters = part
        while !letters.isEmpty, text[letters.lowerBound].isDigit {
            letters = letters.lowerBound + 1..<letters.upperBound
        }
        let isWildcard =
            text.matches("l", letters) || text.matches("w", letters) || text.matches("lw", letters)
        if isWildcard {
            // Where the field knows the sign, it only stands in the wrong place.
            let isKnown = field == .day || field == .weekday && text.matches("l", letters)
            return isKnown ? .malformed : .wildcard
        }
        for index in part where !text[index].isLetter { return .malformed }
        return part.isEmpty ? .malformed : .unknownName
    }
}
