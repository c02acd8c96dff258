/// Turns `at(2026-11-23T10:00:00)` into the cron expression that fires once, at that minute.
enum AtExpression {
    static func cron(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String? {
        guard let open = text.first(UInt8(ascii: "("), in: range),
            let close = text.last(UInt8(ascii: ")"), in: range), open < close
        else { return nil }
        let time = text.trimmed(open + 1..<close)
        let shape = Array("0000-00-00T00:00:00".utf8)
        guard time.count == shape.count else { return nil }
        for (offset, sign) in shape.enumerated() {
            let byte = text[time.lowerBound + offset]
            guard sign == UInt8(ascii: "0") ? byte.isDigit : byte == sign else { return nil }
        }
        func number(_ offset: Int, _ count: Int, _ text: borrowing Span<UInt8>) -> Int {
            let start = time.lowerBound + offset
            return text.number(start..<start + count) ?? 0
        }
        let minute = number(14, 2, text)
        let hour = number(11, 2, text)
        return "cron(\(minute) \(hour) \(number(8, 2, text)) \(number(5, 2, text)) ? \(number(0, 4, text)))"
    }
}
