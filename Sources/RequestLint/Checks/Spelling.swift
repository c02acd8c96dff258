/// Finds what was probably meant by a name that does not exist.
package enum Spelling {
    /// The candidate that is nearest to a name, if one is near enough to be worth naming.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        if let near = nearest(to: name, among: candidates, limit: max(1, min(3, name.unicodeScalars.count / 3))) { return near }
        // A name that is the end of a candidate, such as `logGroupName` of `imageLogGroupName`.
        guard (5...200).contains(name.utf8.count) else { return nil }
        return candidates.first { $0.lowercased().hasSuffix(name.lowercased()) }
    }

    /// The candidate that is nearest to a name, case aside, and at most so many edits away.
    package static func nearest(to name: String, among candidates: [String], limit: Int) -> String? {
        // By scalars, so that a letter with an accent is one letter.
        let wanted = Array(name.lowercased().unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars)
            guard abs(other.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, other, limit: limit)
            if distance <= limit && distance < (best?.distance ?? Int.max) {
                best = (candidate, distance)
            }
        }
        return best?.candidate
    }

    /// Damerau-Levenshtein distance (optimal string alignment); anything above the limit is `limit + 1`.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for row in 1...max(left.count, 1) where row <= left.count {
            current[0] = row
            var smallest = row
            for column in 1...max(right.count, 1) where column <= right.count {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(previous[column] + 1, current[column - 1] + 1)
                cost = min(cost, previous[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2],
                    left[row - 2] == right[column - 1]
                {
                    cost = min(cost, before[column - 2] + 1)
                }
                current[column] = cost
                smallest = min(smallest, cost)
            }
            if smallest > limit { return limit + 1 }
            (before, previous, current) = (previous, current, before)
        }
        return previous[right.count]
    }
}
