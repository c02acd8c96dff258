import RequestLint

/// What a text is that is no name of a time zone.
enum ZoneMeaning: Sendable {
    /// The name that differs in case only.
    case otherCase(String)
    case offset(UTCOffset)
    /// A time zone of Windows, and its name in the database.
    case windowsName(String)
    /// An abbreviation, and the zones that use it, between commas.
    case abbreviation(String)
    /// No name; those that may be meant.
    case unknown([String])
    /// It may be the name of a newer zone.
    case unlisted
}

/// Looks for the time zone that a text means which is no name of one. Only called for findings; but a file may hold many,
/// and there are hundreds of zones, so that names are compared in place.
struct ZoneGuess {
    private let text: String
    private let zones: DataTable
    /// The area that the text names, with the slash behind it.
    private let area: [UInt8]?

    init(_ text: String, _ zones: DataTable) {
        self.text = text
        self.zones = zones
        area = text.firstIndex(of: "/").map { Array(text[...$0].utf8) }
    }

    /// - Parameter isTaken: whether the API's pattern takes the text.
    func meaning(isTaken: Bool, windowsNames: DataTable?, abbreviations: DataTable?) -> ZoneMeaning {
        if let name = otherCase { return .otherCase(name) }
        if let offset = UTCOffset(text) { return .offset(offset) }
        if let name = entry(of: windowsNames) { return .windowsName(name) }
        if let names = entry(of: abbreviations) { return .abbreviation(names) }
        let names = meant
        return names.isEmpty && isTaken && hasKnownArea ? .unlisted : .unknown(names)
    }

    private var otherCase: String? { entry(of: zones) { zones.key($0) } }

    /// The value of a table's key, whatever its case.
    private func entry(of table: DataTable?) -> String? {
        guard let table else { return nil }
        return entry(of: table) { table.value($0) }
    }

    private func entry(of table: DataTable, _ result: (Int) -> String) -> String? {
        let wanted = Array(text.lowercased().utf8)
        return (0..<table.count).first { table.keyBytes($0).isLowerCased(wanted.span) }.map(result)
    }

    /// Whether it is an area of the database and something behind a slash.
    private var hasKnownArea: Bool { (0..<zones.count).contains { isInArea($0) } }

    private func isInArea(_ number: Int) -> Bool {
        guard let area else { return false }
        let name = zones.keyBytes(number)
        return name.count >= area.count && name.extracting(0..<area.count).equals(area.span)
    }

    /// The names that may be meant, the likeliest first.
    private var meant: [String] {
        let wanted = Self.folded(text)
        let same = (0..<zones.count).filter { zones.keyBytes($0).folds(to: wanted.span) }
        if !same.isEmpty { return same.map { zones.key($0) } }
        // A city without its area, or with another.
        let city = Array(wanted[((wanted.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...])
        let cities = (0..<zones.count).filter { number in
            let name = zones.keyBytes(number)
            return name.extracting(name.startOfLastPart..<name.count).folds(to: city.span)
        }
        if !cities.isEmpty { return cities.map { zones.key($0) } }
        if hasKnownArea { return nearCity.map { [$0] } ?? [] }
        // Short words are near to too many.
        guard text.utf8.count > 4 else { return [] }
        let limit = min(3, text.utf8.count / 4)
        let names = (0..<zones.count).map { zones.key($0) }
        return Spelling.nearest(to: text, among: names, limit: limit).map { [$0] } ?? []
    }

    /// A name of the same area that differs in few letters. Cities are close to each other (Munich and Zurich differ in
    /// two letters), so few is one letter in four.
    private var nearCity: String? {
        guard let slash = text.firstIndex(of: "/") else { return nil }
        let city = String(text[text.index(after: slash)...])
        let rest = (0..<zones.count).filter { isInArea($0) }.map { String(zones.key($0).dropFirst(text[...slash].count)) }
        let near = Spelling.nearest(to: city, among: rest, limit: max(1, city.utf8.count / 4))
        return near.map { text[...slash] + $0 }
    }

    /// Without case and without what stands between words.
    private static func folded(_ name: String) -> [UInt8] {
        let bytes = Array(name.lowercased().utf8)
        return bytes.indices.filter { !bytes.span.isJoint($0) }.map { bytes[$0] }
    }
}

extension Span<UInt8> {
    /// Whether a byte stands between words; a hyphen before a digit is a sign.
    fileprivate func isJoint(_ index: Int) -> Bool {
        switch self[index] {
        case UInt8(ascii: "_"), UInt8(ascii: " "), UInt8(ascii: "."): true
        case UInt8(ascii: "-"): index + 1 == count || !self[index + 1].isDigit
        default: false
        }
    }

    /// Whether a name of the database is this text in lower case.
    fileprivate func isLowerCased(_ text: borrowing Span<UInt8>) -> Bool {
        guard count == text.count else { return false }
        for index in 0..<count where self[index].lowerCased != text[index] { return false }
        return true
    }

    /// Whether a name of the database is this text in lower case and without what stands between words.
    fileprivate func folds(to text: borrowing Span<UInt8>) -> Bool {
        var position = 0
        for index in 0..<count where !isJoint(index) {
            guard position < text.count, self[index].lowerCased == text[position] else { return false }
            position += 1
        }
        return position == text.count
    }

    /// Where the city begins, or whatever stands behind the last slash.
    fileprivate var startOfLastPart: Int {
        var start = count
        while start > 0, self[start - 1] != UInt8(ascii: "/") { start -= 1 }
        return start
    }
}
