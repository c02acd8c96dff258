// Writes JSON in every way that the standard allows: odd blanks, needless escapes, numbers of all spellings, names twice.

struct JSONGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func text() -> String { blank() + value(depth: 0) + blank() }

    private static let numbers = [
        "0", "-0", "7", "-12", "0.50", "1e5", "1E+05", "-0.0e-0", "2E-400", "1e400", "9007199254740993", "100000000000000000000000000000000",
        "0.1000000000000000055511151231257827", "60.0",
    ]
    private static let scalars = Array("aZ09 _-/:.é字😀\u{7F}\u{80}\u{85}\u{A0}\u{2028}\u{FEFF}\u{FFFD}\u{301}\u{10FFFF}".unicodeScalars)
    private static let escapes = [
        "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u00e9", "\\uD83D\\uDE00", "\\udbff\\uDFFF", "\\u0041", "\\uFFFF",
    ]

    private mutating func value(depth: Int) -> String {
        switch random.below(depth > 5 ? 6 : 10) {
        case 0: return "null"
        case 1: return random.oneIn(2) ? "true" : "false"
        case 2, 3: return random.pick(Self.numbers)
        case 4, 5: return string()
        case 6, 7: return list("[", "]", depth) { $0.value(depth: depth + 1) }
        default:
            return list("{", "}", depth) { $0.string() + $0.blank() + ":" + $0.blank() + $0.value(depth: depth + 1) }
        }
    }

    private mutating func list(_ open: String, _ close: String, _ depth: Int, _ item: (inout Self) -> String) -> String {
        var items: [String] = []
        for _ in 0..<random.below(5) {
            items.append(blank() + item(&self) + blank())
            // The same again: names may stand twice.
            if random.oneIn(12), let last = items.last { items.append(last) }
        }
        return open + (items.isEmpty ? blank() : items.joined(separator: ",")) + close
    }

    private mutating func string() -> String {
        var result = "\""
        for _ in 0..<random.below(random.oneIn(8) ? 40 : 6) {
            if random.oneIn(4) {
                result += random.pick(Self.escapes)
            } else {
                result.unicodeScalars.append(random.pick(Self.scalars))
            }
        }
        return result + "\""
    }

    private mutating func blank() -> String {
        random.oneIn(4) ? random.pick([" ", "\t", "\n", "\r\n", "\r", "   ", "\n\n  "]) : ""
    }
}
