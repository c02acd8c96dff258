// What a shape says of texts, numbers and sizes, in one place for the Judge and the screening.

extension ShapeRecord {
    /// How many characters a text has where the shape does not take so many; nil where it does.
    func wrongLength(of text: borrowing Span<UInt8>) -> Int? {
        let least = has(Self.hasMinimum) ? Int(minimum) : 0
        let most = has(Self.hasMaximum) ? Int(maximum) : Int.max
        // A scalar takes one to four bytes: most texts need no count.
        if text.count <= most && text.count >= least * 4 { return nil }
        let count = text.scalarCount
        return count < least || count > most ? count : nil
    }

    /// Whether a number is within the bounds of the shape; of a list or map, how many items it has.
    func takes(_ number: Int64) -> Bool { !isBelow(number) && !isAbove(number) }

    func isBelow(_ number: Int64) -> Bool { has(Self.hasMinimum) && number < minimum }
    func isAbove(_ number: Int64) -> Bool { has(Self.hasMaximum) && number > maximum }
}

extension Registry {
    /// Whether a text is one of a list.
    func list(_ list: Run, holds text: borrowing Span<UInt8>) -> Bool {
        for index in list.indices where self.text.equals(textList[index], text) { return true }
        return false
    }
}
