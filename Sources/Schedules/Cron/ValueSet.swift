/// A set of up to 256 small numbers, one bit each: the values of one cron field.
struct ValueSet: Sendable, Hashable {
    private(set) var words: SIMD4<UInt64> = .zero

    var isEmpty: Bool { words == .zero }

    func contains(_ number: Int) -> Bool {
        words[(number >> 6) & 3] >> UInt64(number & 63) & 1 == 1
    }

    mutating func insert(_ number: Int) {
        words[(number >> 6) & 3] |= 1 << UInt64(number & 63)
    }

    /// Every number from the first to the last, in steps.
    mutating func insert(from first: Int, through last: Int, by step: Int) {
        guard step > 1 else {
            for index in 0..<4 { words[index] |= Self.run(from: first - index << 6, through: last - index << 6) }
            return
        }
        var number = first
        while number <= last {
            insert(number)
            number += step
        }
    }

    /// The bits of one word from the first to the last, as far as they lie in it.
    private static func run(from first: Int, through last: Int) -> UInt64 {
        let low = max(first, 0)
        let high = min(last, 63)
        return low <= high ? (.max >> UInt64(63 - (high - low))) << UInt64(low) : 0
    }

    /// The smallest member that is at least `number`.
    func first(from number: Int) -> Int? {
        guard number < 256 else { return nil }
        let start = max(number, 0)
        var index = start >> 6
        var word = words[index] & (.max << UInt64(start & 63))
        while word == 0 {
            index += 1
            guard index < 4 else { return nil }
            word = words[index]
        }
        return index << 6 | word.trailingZeroBitCount
    }

    /// The largest member that is at most `number`.
    func last(through number: Int) -> Int? {
        guard number >= 0 else { return nil }
        let end = min(number, 255)
        var index = end >> 6
        var word = words[index] & (.max >> UInt64(63 - end & 63))
        while word == 0 {
            index -= 1
            guard index >= 0 else { return nil }
            word = words[index]
        }
        return index << 6 | (63 - word.leadingZeroBitCount)
    }

    /// Whether there are two members without a number between them.
    var hasNeighbours: Bool {
        for number in 0..<255 where contains(number) && contains(number + 1) { return true }
        return false
    }
}
