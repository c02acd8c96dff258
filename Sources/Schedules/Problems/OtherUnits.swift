/// Units that people write in rates and that can be said in minutes, hours or days.
enum OtherUnits {
    /// - Parameter range: the unit; its value stands before it.
    static func replacement(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>
    ) -> ScheduleProblem.Replacement? {
        let before = text.trimmed(0..<range.lowerBound)
        var start = before.upperBound
        while start > 0, text[start - 1].isDigit { start -= 1 }
        guard let value = text.number(start..<before.upperBound), value > 0 else { return nil }
        guard let (unit, factor) = unit(text, range), value <= RateReader.largestValue / factor else {
            return nil
        }
        let words = "\(value * factor) \(unit.word(for: value * factor))"
        return .init(range: start..<range.upperBound, text: words, isSafe: true)
    }

    private static func unit(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>
    ) -> (Rate.Unit, factor: Int)? {
        if text.matches("min", range) || text.matches("mins", range) { return (.minute, 1) }
        if text.matches("h", range) || text.matches("hr", range) || text.matches("hrs", range) {
            return (.hour, 1)
        }
        if text.matches("d", range) { return (.day, 1) }
        if text.matches("week", range) || text.matches("weeks", range) || text.matches("w", range) {
            return (.day, 7)
        }
        return nil
    }
}
