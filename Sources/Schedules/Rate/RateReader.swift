/// Reads what stands inside `rate( )`: a whole number and a unit.
enum RateReader {
    static let largestValue = Int(Int32.max)

    static func read(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, wrapper: Range<Int>, _ sink: inout ProblemSink
    ) -> Rate? {
        FieldList.noteBlanks(text, in: range, &sink)
        let inner = text.trimmed(range)
        guard !inner.isEmpty else {
            sink.report(.rate(.valueMissing), at: wrapper)
            return nil
        }
        var valueEnd = inner.lowerBound
        while valueEnd < inner.upperBound, !text[valueEnd].isBlank { valueEnd += 1 }
        var unit = text.trimmed(valueEnd..<inner.upperBound)
        if unit.isEmpty, let split = digitsEnd(text, inner.lowerBound..<valueEnd) {
            // `7days`: nothing says that the service reads it, and nothing that it doesn't.
            unit = split..<valueEnd
            valueEnd = split
            sink.report(.rate(.blankMissing), at: inner)
        }
        let valuePart = inner.lowerBound..<valueEnd
        let value = readValue(text, valuePart, hasUnit: !unit.isEmpty, &sink)
        guard !unit.isEmpty else {
            if value != nil { sink.report(.rate(.unitMissing), at: valuePart) }
            return nil
        }
        return readUnit(text, unit, value, &sink)
    }

    /// Where leading digits end that letters follow.
    private static func digitsEnd(_ text: borrowing Span<UInt8>, _ part: Range<Int>) -> Int? {
        var end = part.lowerBound
        while end < part.upperBound, text[end].isDigit { end += 1 }
        guard end > part.lowerBound, end < part.upperBound, text[end].isLetter else { return nil }
        return end
    }

    private static func readValue(
        _ text: borrowing Span<UInt8>, _ part: Range<Int>, hasUnit: Bool, _ sink: inout ProblemSink
    ) -> Int? {
        guard let value = text.number(part) else {
            sink.report(.rate(.valueNotNumber), at: part)
            return nil
        }
        guard value > 0, value <= largestValue else {
            sink.report(.rate(value == 0 ? .valueZero : .valueTooLarge), at: part)
            return nil
        }
        return value
    }

    /// The unit, and whether it is written as its value wants; a value that can't be read wants nothing.
    private static func readUnit(
        _ text: borrowing Span<UInt8>, _ part: Range<Int>, _ value: Int?, _ sink: inout ProblemSink
    ) -> Rate? {
        guard let (unit, isPlural) = unit(text, part) else {
            sink.report(.rate(.unknownUnit), at: part)
            return nil
        }
        guard let value else { return nil }
        if isPlural == (value == 1) {
            sink.report(.rate(.plural(unit, value)), at: part)
        } else if text.hasUpperCase(part) {
            sink.report(.wrapper(.upperCase), at: part)
        }
        return Rate(value: value, unit: unit)
    }

    static func unit(
        _ text: borrowing Span<UInt8>, _ part: Range<Int>
    ) -> (unit: Rate.Unit, isPlural: Bool)? {
        if text.matches("minute", part) { return (.minute, false) }
        if text.matches("minutes", part) { return (.minute, true) }
        if text.matches("hour", part) { return (.hour, false) }
        if text.matches("hours", part) { return (.hour, true) }
        if text.matches("day", part) { return (.day, false) }
        return text.matches("days", part) ? (.day, true) : nil
    }
}
