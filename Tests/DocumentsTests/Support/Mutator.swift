/// Damages texts: flipped bits, cuts, insertions, repetitions, pieces of one in another.
struct Mutator {
    private var random: SeededGenerator
    private let seeds: [[UInt8]]

    init(seed: UInt64, seeds: [[UInt8]]) {
        random = SeededGenerator(seed: seed)
        self.seeds = seeds
    }

    private static let signs = Array("{}[]:,\"'\\-?*&!|>#%@`~<=\n\r\t \u{0}/0eE.+u<<tfn".utf8)
    private static let snippets: [[UInt8]] = [
        "\\u00e9", "\\ud800", "\\ud83d\\ude00", "\\x41", "<<: *a", "&a ", "*a", "!!str ", "!Ref ", "!<x> ", "? ", "- ", "---\n", "...\n", "|2-\n",
        ">\n ", "\r\n", "\n\n", "  ", "\t", "{{", "}}", "null", "1e9", "%YAML 1.1\n", "é", "😀", "\u{FEFF}", "\u{85}", "\u{2028}", "# c", ": ", "''", "\"\"", "[[[[", "{a: ", "${", "$${", "%{ if x }", "<<E\n", "<<-EOT\n", "\nEOT\n", "/*", "\n}\n", "\na \"b\" {\n", " = ",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]]

    mutating func next() -> [UInt8] {
        var bytes = random.pick(seeds)
        for _ in 0...random.below(4) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = random.below(bytes.count + 1)
        switch random.below(8) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
        case 1 where place < bytes.count: bytes[place] = random.pick(Self.signs)
        case 2: bytes.insert(random.pick(Self.signs), at: place)
        case 3: bytes.insert(contentsOf: random.pick(Self.snippets), at: place)
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + random.below(6)))
        case 5 where random.oneIn(3): bytes.removeSubrange(place...)
        case 6:
            let other = random.pick(seeds)
            let start = random.below(other.count + 1)
            bytes.insert(contentsOf: other[start..<min(other.count, start + random.below(40))], at: place)
        case 7:
            let piece = Array(bytes[place..<min(bytes.count, place + random.below(12))])
            for _ in 0..<random.below(4) { bytes.insert(contentsOf: piece, at: place) }
        default: bytes.append(random.pick(Self.signs))
        }
    }
}

/// What mutations start from.
enum FuzzSeeds {
    static let json: [[UInt8]] = [
        #"{"imagePipelineArn": "arn:aws:x", "schedule": {"scheduleExpression": "cron(0 0 * * ? *)"}, "a": [true, null, -1.5e3]}"#,
        "[\n  {\"é\\n\": \"\\u00e9\\ud83d\\ude00\", \"\": {}},\n  [], 0, \"字😀\"\n]\n",
        #"{"a":{"b":{"c":[[[1,2],[3]],{"d":"e\\f\"g"}]}},"a":2}"#,
    ].map { Array($0.utf8) }

    static let yaml: [[UInt8]] = [
        "imagePipelineArn: arn:aws:x\nschedule:\n  scheduleExpression: cron(0 0 * * ? *)\ntags: {a: 'it''s', \"b\": [1, 2]}\n",
        "base: &a {b: 1, c: [x, y]}\none:\n  <<: *a\n  d: &d \"e\\tf\"\ntwo: [*a, *d]\n---\n- !Ref x\n- ? k\n  : v\n",
        "text: |+\n  one\n    two\n\nfold: >-\n  three\n  four\n\nplain: five\n  six\nlast: !!int \"5\" # comment\n",
        "- - a\n  - b: c\n    é: 😀\n-\n  d:\n- &x !Foo {e: &y f}\n- *y\n- \"a \\\n   b\"\n",
    ].map { Array($0.utf8) }
}
