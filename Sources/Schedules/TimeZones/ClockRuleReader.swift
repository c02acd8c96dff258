/// Reads a POSIX TZ string with the extensions of RFC 9636, as it ends every compiled time zone:
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// A daylight saving time without the moments at which it starts and ends is refused, as tzdata never leaves them out.
struct ClockRuleReader: ~Escapable {
    private let text: Span<UInt8>
    private var position: Int
    private let end: Int

    @_lifetime(copy text)
    private init(_ text: Span<UInt8>, _ range: Range<Int>) {
        self.text = text
        position = range.lowerBound
        end = range.upperBound
    }

    /// Nil where the range holds no such string.
    static func read(_ text: Span<UInt8>, _ range: Range<Int>) -> ClockRule? {
        var reader = ClockRuleReader(text, range)
        return reader.rule()
    }

    private mutating func rule() -> ClockRule? {
        guard skipAbbreviation(), let standard = offset() else { return nil }
        if position == end { return ClockRule(standard: standard, daylight: nil) }
        guard skipAbbreviation() else { return nil }
        var daylight = standard + 3600
        if next != UInt8(ascii: ",") {
            guard let given = offset() else { return nil }
            daylight = given
        }
        guard let start = moment(), let end = moment(), position == self.end else { return nil }
        return ClockRule(
            standard: standard, daylight: ClockRule.Daylight(offset: daylight, start: start, end: end))
    }

    /// At least three letters, or anything of letters, digits and signs in angle brackets.
    private mutating func skipAbbreviation() -> Bool {
        let start = position
        if skip("<") {
            while let byte = next, byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
                position += 1
            }
            return position - start > 3 && skip(">")
        }
        while let byte = next, byte.isLetter { position += 1 }
        return position - start >= 3
    }

    /// Seconds east of UTC. POSIX counts the hours that UTC is ahead, so the sign is turned.
    private mutating func offset() -> Int? {
        guard let time = time(hours: 24) else { return nil }
        return -time
    }

    /// `,M3.5.0/2`
    private mutating func moment() -> YearlyMoment? {
        guard skip(","), let day = day() else { return nil }
        guard skip("/") else { return YearlyMoment(day: day, time: 2 * 3600) }
        guard let time = time(hours: 167) else { return nil }
        return YearlyMoment(day: day, time: time)
    }

    private mutating func day() -> YearlyMoment.Day? {
        if skip("M") {
            guard let month = number(1...12), skip("."), let week = number(1...5), skip("."), let weekday = number(0...6)
            else { return nil }
            return .weekday(weekday, week: week, month: month)
        }
        if skip("J") {
            guard let number = number(1...365) else { return nil }
            return .ofCommonYear(number)
        }
        guard let number = number(0...365) else { return nil }
        return .ofYear(number)
    }

    /// `-2:30:15`, in seconds.
    private mutating func time(hours limit: Int) -> Int? {
        let sign = skip("-") ? -1 : 1
        if sign == 1 { _ = skip("+") }
        guard let hours = number(0...limit) else { return nil }
        var seconds = hours * 3600
        if skip(":") {
            guard let minutes = number(0...59) else { return nil }
            seconds += minutes * 60
            if skip(":") {
                guard let rest = number(0...59) else { return nil }
                seconds += rest
            }
        }
        return sign * seconds
    }

    private mutating func number(_ values: ClosedRange<Int>) -> Int? {
        let start = position
        while let byte = next, byte.isDigit { position += 1 }
        guard let number = text.number(start..<position), values.contains(number) else { return nil }
        return number
    }

    private var next: UInt8? { position < end ? text[position] : nil }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }
}
