import RequestLint

/// The Regions and partitions of AWS, for messages; the hot path asks the tables themselves.
struct Geography {
    private let regions: DataTable
    private let partitions: DataTable

    init(regions: DataTable, partitions: DataTable) {
        self.regions = regions
        self.partitions = partitions
    }

    /// Where the facts come from, such as `botocore 1.44.5`.
    var release: String { regions.release }

    /// All partitions but the commercial one.
    var otherPartitions: [String] {
        (0..<partitions.count).map { partitions.key($0) }.filter { $0 != "aws" }
    }

    /// The partition whose Regions have names of this form, such as `cn-…` for `aws-cn`.
    func partition(ofFormOf region: String) -> String? {
        (0..<partitions.count).first { Self.matches(region, partitions.value($0)) }.map { partitions.key($0) }
    }

    /// The known Region that a text most likely means, if it is near one.
    func region(meantBy text: String) -> String? {
        let usual = String(text.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
        let known = (0..<regions.count).map { regions.key($0) }
        // An Availability Zone is a Region and a letter.
        if let last = usual.last, last.isLetter, known.contains(String(usual.dropLast())) {
            return String(usual.dropLast())
        }
        // Nobody mistypes one continent or country for another.
        let area = usual.prefix { $0 != "-" }
        let near = known.filter { $0.hasPrefix(area) || !known.contains { $0.hasPrefix(area + "-") } }
        return Spelling.nearest(to: usual, among: near)
    }

    /// Whether a known Region differs in its number only: then the text is more likely a new Region than a typo.
    func hasNeighbour(of region: String) -> Bool {
        let stem = Self.withoutNumber(region)
        return (0..<regions.count).contains { Self.withoutNumber(regions.key($0)) == stem }
    }

    private static func withoutNumber(_ region: String) -> Substring {
        region[...].prefix { !("0"..."9").contains($0) }
    }

    /// Whether a name has the form that botocore gives a partition's Regions: words, choices `(us|eu)`, `\w+` and `\d+`
    /// between hyphens. Anything else in the form matches nothing.
    private static func matches(_ region: String, _ form: String) -> Bool {
        guard form.hasPrefix("^"), form.hasSuffix("$") else { return false }
        let wanted = form.dropFirst().dropLast().split(separator: "-").map { word in
            // The hyphens are escaped.
            word.hasSuffix("\\") ? word.dropLast() : word
        }
        let words = region.split(separator: "-", omittingEmptySubsequences: false)
        guard words.count == wanted.count else { return false }
        return zip(words, wanted).allSatisfy { word, wanted in
            if wanted == "\\w+" { return !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
            if wanted == "\\d+" { return !word.isEmpty && word.allSatisfy { ("0"..."9").contains($0) } }
            guard wanted.hasPrefix("("), wanted.hasSuffix(")") else { return word == wanted }
            return wanted.dropFirst().dropLast().split(separator: "|").contains(word)
        }
    }
}
