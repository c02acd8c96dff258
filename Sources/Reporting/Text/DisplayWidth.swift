/// How many columns of a terminal a character takes.
enum DisplayWidth: UInt32, Sendable {
    case one = 0
    /// It combines with the character before it.
    case none = 1
    /// East Asian wide characters and most emoji.
    case two = 2
    /// Control, format, bidirectional and other characters that must not reach a terminal, or that nobody would see.
    case hidden = 3

    init(of scalar: Unicode.Scalar) {
        let code = scalar.value
        if code < 0x7F {
            self = code < 0x20 ? .hidden : .one
            return
        }
        // The first run starts at 0, so there is always one at or below the code point.
        var low = 0
        var high = displayWidthRuns.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if displayWidthRuns[middle] >> 2 <= code { low = middle } else { high = middle }
        }
        self = DisplayWidth(rawValue: displayWidthRuns[low] & 3) ?? .one
    }
}
