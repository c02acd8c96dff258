extension Instant {
    /// A point in time as ISO 8601 writes it: `2026-11-23`, `2026-11-23T09:30`, `2026-11-23T09:30:00+01:00`. Without an
    /// offset it is UTC.
    ///
    ///     Instant("2026-11-23T09:30+01:00")?.description    // "2026-11-23T08:30Z"
    ///
    /// - Returns: nil where the text is no such time, or the calendar has none such.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        var reader = InstantReader(bytes.span)
        guard let instant = reader.read() else { return nil }
        self = instant
    }
}

/// Reads the text of a point in time, part by part.
private struct InstantReader: ~Escapable {
    private let text: Span<UInt8>
    private var position = 0

    @_lifetime(copy text)
    init(_ text: Span<UInt8>) {
        self.text = text
    }

    mutating func read() -> Instant? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2),
            let date = WallTime(year: year, month: month, day: day)
        else { return nil }
        if position == text.count { return Instant(utc: date) }
        guard skip("T") || skip("t") || skip(" "), let time = time(), let offset = offset(), position == text.count
        else { return nil }
        return Instant(secondsSince1970: date.minutesSince1970 * 60 + time - offset)
    }

    /// `09:30`, `09:30:15`, in seconds.
    private mutating func time() -> Int? {
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return nil }
        var seconds = (hour * 60 + minute) * 60
        if skip(":") {
            guard let second = number(2), second < 60 else { return nil }
            seconds += second
        }
        return seconds
    }

    /// `Z`, `+01:00`, `-0430` or nothing, in seconds.
    private mutating func offset() -> Int? {
        if position == text.count || skip("Z") || skip("z") { return 0 }
        let isBehind = skip("-")
        guard isBehind || skip("+"), let hours = number(2), hours < 24 else { return nil }
        let isWhole = position == text.count
        _ = skip(":")
        guard let minutes = isWhole ? 0 : number(2), minutes < 60 else { return nil }
        let seconds = (hours * 60 + minutes) * 60
        return isBehind ? -seconds : seconds
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= text.count, let number = text.number(position..<position + digits) else { return nil }
        position += digits
        return number
    }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }
}
