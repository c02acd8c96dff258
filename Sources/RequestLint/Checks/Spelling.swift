/// Finds what was probably meant by a name that does not exist.
package enum Spelling {
    /// The candidate that is nearest to a name, if one is near enough to be worth naming.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        ranking(of: candidates, by: name).first.map { candidates[$0] }
    }

    /// The candidate that is nearest to a name, case aside, and at most so many edits away.
    package static func nearest(to name: String, among candidates: [String], limit: Int) -> String? {
        near(name, among: candidates, limit: limit).first.map { candidates[$0] }
    }

    /// The numbers of the candidates that are near enough to a name to be worth naming, the nearest first; of several, the
    /// first.
    static func ranking(of candidates: [String], by name: String) -> [Int] {
        let near = near(name, among: candidates, limit: max(1, min(3, name.unicodeScalars.count / 3)))
        // A name that is the end of a candidate, such as `logGroupName` of `imageLogGroupName`.
        guard (5...200).contains(name.utf8.count) else { return near }
        let ending = name.lowercased()
        return near + candidates.indices.filter { number in
            candidates[number].utf8.count >= ending.utf8.count && candidates[number].lowercased().hasSuffix(ending)
                && !near.contains(number)
        }
    }

    /// The same of those that are at most so many edits away, case aside.
    private static func near(_ name: String, among candidates: [String], limit: Int) -> [Int] {
        let wanted = Letters(name)
        guard !wanted.scalars.isEmpty, wanted.scalars.count <= 200 else { return [] }
        var table = EditTable()
        var found: [(number: Int, distance: Int)] = []
        for (number, candidate) in candidates.enumerated() {
            // A character has four bytes at most: so much longer a text can't be near.
            guard candidate.utf8.count <= 4 * (wanted.scalars.count + limit) else { continue }
            let other = Letters(candidate)
            guard wanted.mayBeNear(other, limit: limit) else { continue }
            let distance = table.distance(wanted.scalars, other.scalars, limit: limit)
            if distance <= limit { found.append((number, distance)) }
        }
        return found.sorted { ($0.distance, $0.number) < ($1.distance, $1.number) }.map(\.number)
    }

    /// Damerau-Levenshtein distance (optimal string alignment), case aside; anything above the limit is `limit + 1`.
    static func distance(_ left: String, _ right: String, limit: Int) -> Int {
        var table = EditTable()
        return table.distance(Letters(left).scalars, Letters(right).scalars, limit: limit)
    }
}

/// A name in lower case, by scalars, so that a letter with an accent is one letter.
private struct Letters {
    private(set) var scalars: [UInt32] = []
    /// A bit for each scalar that it has, by its last six bits.
    private(set) var signs: UInt64 = 0

    init(_ name: String) {
        scalars.reserveCapacity(name.utf8.count)
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        if isPlain {
            for byte in name.utf8 { append(UInt32(byte.lowerCased)) }
        } else {
            for scalar in name.lowercased().unicodeScalars { append(scalar.value) }
        }
    }

    private mutating func append(_ scalar: UInt32) {
        scalars.append(scalar)
        signs |= 1 << UInt64(scalar & 63)
    }

    /// False where lengths or letters alone tell that there are more edits: one inserts, removes or replaces one letter.
    func mayBeNear(_ other: Letters, limit: Int) -> Bool {
        abs(scalars.count - other.scalars.count) <= limit
            && (signs & ~other.signs).nonzeroBitCount <= limit && (other.signs & ~signs).nonzeroBitCount <= limit
    }
}

/// The rows that are needed of the table of edits, used again for the next pair.
private struct EditTable {
    private var before: [Int] = []
    private var previous: [Int] = []
    private var current: [Int] = []

    mutating func distance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int {
        let tooFar = limit + 1
        guard abs(left.count - right.count) <= limit else { return tooFar }
        // One column more than either has.
        before = Array(repeating: tooFar, count: right.count + 1)
        previous = Array(0...right.count)
        current = before
        for row in 0..<left.count {
            // Further from the diagonal than the limit there are more edits than that.
            let low = max(0, row - limit)
            let high = min(right.count, row + limit + 1)
            current[low] = low == 0 ? row + 1 : tooFar
            var smallest = current[low]
            for column in low..<high {
                let isSame = left[row] == right[column]
                var cost = min(previous[column + 1], current[column]) + 1
                cost = min(cost, previous[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, before[column - 1] + 1)
                }
                current[column + 1] = min(cost, tooFar)
                smallest = min(smallest, cost)
            }
            if high < right.count { current[high + 1] = tooFar }
            if smallest > limit { return tooFar }
            (before, previous, current) = (previous, current, before)
        }
        return min(previous[right.count], tooFar)
    }
}
