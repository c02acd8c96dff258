import RequestLint

/// Looks for the time zone that a text means which is no name of one. Only called for findings.
struct ZoneGuess {
    private let text: String
    private let zones: DataTable
    private let names: [String]

    init(_ text: String, _ zones: DataTable) {
        self.text = text
        self.zones = zones
        names = (0..<zones.count).map { zones.key($0) }
    }

    /// The name that differs in case only.
    var otherCase: String? {
        let folded = text.lowercased()
        return names.first { $0.lowercased() == folded }
    }

    /// The value of a table's key, whatever its case.
    func entry(of table: DataTable?) -> String? {
        guard let table else { return nil }
        let folded = text.lowercased()
        return (0..<table.count).first { table.key($0).lowercased() == folded }.map { table.value($0) }
    }

    /// Whether it is an area of the database and something behind a slash.
    var hasKnownArea: Bool {
        guard let slash = text.firstIndex(of: "/") else { return false }
        return names.contains { $0.hasPrefix(text[...slash]) }
    }

    /// The names that may be meant, the likeliest first.
    var meant: [String] {
        let wanted = Self.folded(text)
        let folded = names.map { Self.folded($0) }
        let same = names.indices.filter { folded[$0] == wanted }
        if !same.isEmpty { return same.map { names[$0] } }
        // A city without its area, or with another.
        let city = Self.lastPart(wanted)
        let cities = names.indices.filter { Self.lastPart(folded[$0]) == city }
        if !cities.isEmpty { return cities.map { names[$0] } }
        if hasKnownArea { return nearCity.map { [$0] } ?? [] }
        // Short words are near to too many.
        guard text.utf8.count > 4 else { return [] }
        let limit = min(3, text.utf8.count / 4)
        return Spelling.nearest(to: text, among: names, limit: limit).map { [$0] } ?? []
    }

    /// A name of the same area that differs in few letters. Cities are close to each other (Munich and Zurich differ in
    /// two letters), so few is one letter in four.
    private var nearCity: String? {
        guard let slash = text.firstIndex(of: "/") else { return nil }
        let city = String(text[text.index(after: slash)...])
        let rest = names.filter { $0.hasPrefix(text[...slash]) }.map { String($0.dropFirst(text[...slash].count)) }
        let near = Spelling.nearest(to: city, among: rest, limit: max(1, city.utf8.count / 4))
        return near.map { text[...slash] + $0 }
    }

    /// Without case and without what stands between words; a sign before a digit stays.
    private static func folded(_ name: String) -> [UInt8] {
        let bytes = Array(name.lowercased().utf8)
        return bytes.indices.compactMap { index in
            switch bytes[index] {
            case UInt8(ascii: "_"), UInt8(ascii: " "), UInt8(ascii: "."): nil
            case UInt8(ascii: "-") where index + 1 == bytes.count || !bytes[index + 1].isDigit: nil
            default: bytes[index]
            }
        }
    }

    private static func lastPart(_ name: [UInt8]) -> ArraySlice<UInt8> {
        name[((name.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
    }
}
