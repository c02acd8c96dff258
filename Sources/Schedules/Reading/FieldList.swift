/// Where the fields of a cron expression stand: what blanks separate. Only the first six are kept, all are counted.
struct FieldList {
    private(set) var count = 0
    private var minute = 0..<0
    private var hour = 0..<0
    private var day = 0..<0
    private var month = 0..<0
    private var weekday = 0..<0
    private var year = 0..<0
    /// Whether blanks stand anywhere else than one space between two fields.
    private(set) var hasOddBlanks = false

    init(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while true {
            let gap = index
            while index < range.upperBound, text[index].isBlank { index += 1 }
            if gap < index, Self.isOdd(gap..<index, in: range, of: text) { hasOddBlanks = true }
            guard index < range.upperBound else { return }
            let start = index
            while index < range.upperBound, !text[index].isBlank { index += 1 }
            if let field = CronField(rawValue: count) { self[field] = start..<index }
            count += 1
        }
    }

    subscript(field: CronField) -> Range<Int> {
        get {
            switch field {
            case .minute: minute
            case .hour: hour
            case .day: day
            case .month: month
            case .weekday: weekday
            case .year: year
            }
        }
        set {
            switch field {
            case .minute: minute = newValue
            case .hour: hour = newValue
            case .day: day = newValue
            case .month: month = newValue
            case .weekday: weekday = newValue
            case .year: year = newValue
            }
        }
    }

    /// Tells the sink about every run of blanks that is not one space between two fields.
    static func noteBlanks(
        _ text: borrowing Span<UInt8>, in range: Range<Int>, _ sink: inout ProblemSink
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard text[index].isBlank else {
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound, text[index].isBlank { index += 1 }
            if isOdd(start..<index, in: range, of: text) { sink.noteBlanks(start..<index) }
        }
    }

    private static func isOdd(
        _ blanks: Range<Int>, in range: Range<Int>, of text: borrowing Span<UInt8>
    ) -> Bool {
        let isAtAnEnd = blanks.lowerBound == range.lowerBound || blanks.upperBound == range.upperBound
        return isAtAnEnd || blanks.count > 1 || text[blanks.lowerBound] != 0x20
    }
}
