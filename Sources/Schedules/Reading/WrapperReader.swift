/// Reads what stands around the fields: `cron( )` or `rate( )`, and the blanks outside it.
enum WrapperReader {
    /// The forms of a schedule expression.
    enum Form: Sendable, Hashable {
        case cron, rate, at

        var word: String {
            switch self {
            case .cron: "cron"
            case .rate: "rate"
            case .at: "at"
            }
        }
    }

    static func read(_ text: borrowing Span<UInt8>, _ sink: inout ProblemSink) -> Schedule? {
        let whole = text.trimmed(0..<text.count)
        guard !whole.isEmpty else {
            sink.report(.wrapper(.noWrapper), at: 0..<text.count)
            return nil
        }
        sink.noteBlanks(0..<whole.lowerBound)
        sink.noteBlanks(whole.upperBound..<text.count)

        let word = leadingWord(text, whole)
        guard let form = form(text, word) else { return readBare(text, whole, &sink) }
        var open = word.upperBound
        while open < whole.upperBound, text[open].isBlank { open += 1 }
        let isOpened = open < whole.upperBound && text[open] == UInt8(ascii: "(")
        if form == .at {
            sink.report(.wrapper(isOpened ? .atExpression : .noWrapper), at: whole)
            return nil
        }
        if text.hasUpperCase(word) { sink.report(.wrapper(.upperCase), at: word) }
        guard isOpened else {
            sink.report(.wrapper(.noOpening(form)), at: word)
            return nil
        }
        sink.noteBlanks(word.upperBound..<open)
        let inside = inside(text, whole, open, &sink)
        return form == .cron
            ? CronReader.read(text, inside, wrapper: whole, &sink).map(Schedule.cron)
            : RateReader.read(text, inside, wrapper: whole, &sink).map(Schedule.rate)
    }

    static func leadingWord(_ text: borrowing Span<UInt8>, _ whole: Range<Int>) -> Range<Int> {
        var end = whole.lowerBound
        while end < whole.upperBound, text[end].isLetter { end += 1 }
        return whole.lowerBound..<end
    }

    static func form(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> Form? {
        if text.matches("cron", word) { return .cron }
        if text.matches("rate", word) { return .rate }
        return text.matches("at", word) ? .at : nil
    }

    /// What stands between the parentheses.
    private static func inside(
        _ text: borrowing Span<UInt8>, _ whole: Range<Int>, _ open: Int, _ sink: inout ProblemSink
    ) -> Range<Int> {
        let rest = open + 1..<whole.upperBound
        guard let close = text.last(UInt8(ascii: ")"), in: rest) else {
            sink.report(.wrapper(.noClosing), at: open..<open + 1)
            return rest
        }
        if close + 1 < whole.upperBound {
            sink.report(.wrapper(.trailingText), at: text.trimmed(close + 1..<whole.upperBound))
        }
        return open + 1..<close
    }

    /// Reads a text without a wrapper. Its fields are judged too where it is clearly a cron expression.
    private static func readBare(
        _ text: borrowing Span<UInt8>, _ whole: Range<Int>, _ sink: inout ProblemSink
    ) -> Schedule? {
        sink.report(.wrapper(.noWrapper), at: whole)
        let count = FieldList(text, whole).count
        guard count == 5 || count == 6, looksLikeMinute(text[whole.lowerBound]) else { return nil }
        return CronReader.read(text, whole, wrapper: whole, &sink).map(Schedule.cron)
    }

    private static func looksLikeMinute(_ byte: UInt8) -> Bool {
        byte.isDigit || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
    }
}
