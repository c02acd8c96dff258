/// Ascending numbers, and the shapes that make them easy to say.
struct Numbers {
    let values: [Int]

    /// - Parameter bits: bit n stands for the number n.
    init(bits: UInt64) {
        values = (0..<64).filter { bits >> UInt64($0) & 1 == 1 }
    }

    init(_ values: [Int]) {
        self.values = values
    }

    var count: Int { values.count }

    /// Numbers that are equally far apart.
    struct Progression: Hashable {
        let first: Int
        let last: Int
        let step: Int
    }

    /// All the numbers as one progression; nil where there are fewer than two, or where they are no progression.
    var progression: Progression? {
        guard let first = values.first, let last = values.last, count > 1 else { return nil }
        let step = values[1] - first
        return last - first == step * (count - 1) && isEven(step)
            ? Progression(first: first, last: last, step: step) : nil
    }

    private func isEven(_ step: Int) -> Bool {
        for index in 1..<count where values[index] - values[index - 1] != step { return false }
        return true
    }

    /// All the numbers as one progression that runs on from the largest to the smallest of a circle: 22, 0, 2, 4 of
    /// 24 hours. Nil where they are none, where they are one without that, or where there are fewer than three.
    ///
    /// - Parameter size: after so many numbers the circle begins again.
    func circularProgression(of size: Int) -> Progression? {
        guard count > 2, progression == nil else { return nil }
        let gaps = values.indices.map { index in
            index + 1 < count ? values[index + 1] - values[index] : values[0] + size - values[index]
        }
        guard let step = gaps.min() else { return nil }
        let breaks = gaps.indices.filter { gaps[$0] != step }
        guard breaks.count == 1, breaks[0] + 1 < count else { return nil }
        return Progression(first: values[breaks[0] + 1], last: values[breaks[0]], step: step)
    }

    /// The numbers in runs without a gap.
    var runs: [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for value in values {
            if let last = runs.last, last.upperBound + 1 == value {
                runs[runs.count - 1] = last.lowerBound...value
            } else {
                runs.append(value...value)
            }
        }
        return runs
    }

    /// Each number in words, but the ends only of three and more without a gap: `1`, `5 to 9`.
    func said(_ word: (Int) -> String) -> [String] {
        runs.flatMap { run in
            run.count > 2
                ? ["\(word(run.lowerBound)) to \(word(run.upperBound))"] : run.map(word)
        }
    }
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    var enumerated: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Int {
    /// `1st`, `22nd`, `13th`.
    var ordinal: String {
        guard self / 10 % 10 != 1 else { return "\(self)th" }
        switch self % 10 {
        case 1: return "\(self)st"
        case 2: return "\(self)nd"
        case 3: return "\(self)rd"
        default: return "\(self)th"
        }
    }

    /// `08:05`, of a minute of a day.
    var clockTime: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(self / 60)):\(padded(self % 60))"
    }
}
