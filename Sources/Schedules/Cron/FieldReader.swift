/// Reads one field: `?`, `*`, or a list of items.
enum FieldReader {
    static func read(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ field: CronField, _ sink: inout ProblemSink
    ) -> FieldReading {
        var reading = FieldReading()
        if text.holds(UInt8(ascii: "*"), range) {
            reading.isStar = true
            ItemReader.insertAll(field, by: 1, &reading)
            return reading
        }
        if text.holds(UInt8(ascii: "?"), range), field == .day || field == .weekday {
            reading.isOpen = true
            return reading
        }
        readItems(text, range, field, &reading, &sink)
        return reading
    }

    private static func readItems(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ field: CronField,
        _ reading: inout FieldReading, _ sink: inout ProblemSink
    ) {
        let comma = UInt8(ascii: ",")
        let isList = text.first(comma, in: range) != nil
        var emptyPlace: Int?
        var count = 0
        var start = range.lowerBound
        while start <= range.upperBound {
            let end = text.first(comma, in: start..<range.upperBound) ?? range.upperBound
            if start == end {
                if emptyPlace == nil { emptyPlace = min(end, range.upperBound - 1) }
            } else {
                count += 1
                ItemReader(field: field, range: start..<end, isListed: isList)
                    .read(text, &reading, &sink)
            }
            start = end + 1
        }
        if count == 0 {
            sink.report(.item(.malformed, field), at: range)
        } else if let emptyPlace {
            sink.report(.item(.empty, field), at: emptyPlace..<emptyPlace + 1)
        }
        checkWeekdayList(range, isList: isList, reading, &sink)
    }

    /// Quartz keeps one `#` and one `L` for the whole field, so that neither can stand in a list.
    private static func checkWeekdayList(
        _ range: Range<Int>, isList: Bool, _ reading: FieldReading, _ sink: inout ProblemSink
    ) {
        if isList && reading.hasNth {
            sink.report(.item(.nthInList, .weekday), at: range)
        } else if isList && reading.hasLast {
            sink.report(.item(.lastInList, .weekday), at: range)
        } else if reading.hasBareLast {
            sink.report(.item(.bareLast, .weekday), at: range)
        }
    }
}
