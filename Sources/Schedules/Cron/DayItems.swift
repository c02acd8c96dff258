/// The special forms of the two day fields.
extension ItemReader {
    // MARK: Day: L, L-3, LW, L-3W, 15W

    func isDaySpecial(_ text: borrowing Span<UInt8>) -> Bool {
        text[range.lowerBound].lowercased == UInt8(ascii: "l")
            || text[range.upperBound - 1].lowercased == UInt8(ascii: "w")
                && text.first(UInt8(ascii: "-"), in: range) == nil
                && text.first(UInt8(ascii: "/"), in: range) == nil
    }

    func readDaySpecial(
        _ text: borrowing Span<UInt8>, _ reading: inout FieldReading, _ sink: inout ProblemSink
    ) {
        let isNearest = text[range.upperBound - 1].lowercased == UInt8(ascii: "w")
        let rest = range.lowerBound..<range.upperBound - (isNearest ? 1 : 0)
        if !rest.isEmpty, text[rest.lowerBound].lowercased == UInt8(ascii: "l") {
            readLastDay(text, rest, isNearest, &reading, &sink)
        } else {
            readNearest(text, rest, &reading, &sink)
        }
    }

    private func readLastDay(
        _ text: borrowing Span<UInt8>, _ part: Range<Int>, _ isNearest: Bool,
        _ reading: inout FieldReading, _ sink: inout ProblemSink
    ) {
        var offset = 0
        if part.count > 1 {
            let digits = part.lowerBound + 2..<part.upperBound
            guard text[part.lowerBound + 1] == UInt8(ascii: "-"), let number = text.number(digits) else {
                return report(.malformed, &sink)
            }
            guard number <= 30 else { return report(.offsetOutOfRange, &sink, at: digits) }
            offset = number
        }
        let bit: UInt32 = 1 << UInt32(offset)
        if isNearest { reading.nearestBeforeLast |= bit } else { reading.beforeLast |= bit }
        if isNearest || part.count > 1 { report(.nearest, &sink) }
    }

    private func readNearest(
        _ text: borrowing Span<UInt8>, _ digits: Range<Int>, _ reading: inout FieldReading,
        _ sink: inout ProblemSink
    ) {
        guard let day = text.number(digits) else { return report(.malformed, &sink) }
        guard field.values.contains(day) else { return report(.outOfRange, &sink, at: digits) }
        reading.nearestWeekdays |= 1 << UInt32(day)
        if isListed { report(.nearest, &sink) }
    }

    // MARK: Day of week: L, friL, L-3, fri#2

    func readLastWeekday(
        _ text: borrowing Span<UInt8>, _ part: Range<Int>, _ reading: inout FieldReading,
        _ sink: inout ProblemSink
    ) {
        reading.hasLast = true
        if part.isEmpty {
            reading.hasBareLast = true
            reading.values.insert(field.values.upperBound)
            return
        }
        guard let day = readWeekday(text, part, otherwise: .malformed, &sink) else { return }
        reading.occurrence = .last
        reading.values.insert(day)
    }

    /// The place of the dash in `L-3`.
    func lastDayDash(_ text: borrowing Span<UInt8>) -> Int? {
        let dash = range.lowerBound + 1
        guard range.count > 1, text[range.lowerBound].lowercased == UInt8(ascii: "l"),
            text[dash] == UInt8(ascii: "-")
        else { return nil }
        return dash
    }

    func readNth(
        _ text: borrowing Span<UInt8>, _ sign: Int, _ reading: inout FieldReading,
        _ sink: inout ProblemSink
    ) {
        guard !isListed else {
            // The field as a whole is reported.
            reading.hasNth = true
            return
        }
        guard
            let day = readWeekday(
                text, range.lowerBound..<sign, otherwise: .nthWithoutWeekday, &sink)
        else { return }
        guard let number = text.number(sign + 1..<range.upperBound), (1...5).contains(number) else {
            return report(.nthNumber, &sink)
        }
        reading.occurrence = .nth(number)
        reading.values.insert(day)
    }

    /// One weekday by number or name.
    private func readWeekday(
        _ text: borrowing Span<UInt8>, _ part: Range<Int>, otherwise reason: ItemReason,
        _ sink: inout ProblemSink
    ) -> Int? {
        if let number = text.number(part) {
            guard field.values.contains(number) else {
                report(.outOfRange, &sink, at: part)
                return nil
            }
            return number
        }
        if let day = field.value(named: part, in: text) { return day }
        for index in part where !text[index].isLetter {
            report(reason, &sink)
            return nil
        }
        if part.isEmpty {
            report(reason, &sink)
        } else {
            report(.unknownName, &sink, at: part)
        }
        return nil
    }
}
