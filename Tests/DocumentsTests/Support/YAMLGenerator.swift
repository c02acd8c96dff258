/// Writes YAML in every style, the same for the same seed: values for readers to be compared on.
struct YAMLGenerator {
    private var random: SeededGenerator
    private var lines: [String] = []
    private var anchors: [String] = []
    private var mappings: [String] = []
    private var anchorCount = 0
    private var keyCount = 0

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// One file of one or two documents.
    mutating func file() -> String {
        lines = []
        let isPair = random.oneIn(6)
        document(opens: isPair || random.oneIn(5))
        if isPair { document(opens: true) }
        let lineBreak = random.oneIn(6) ? "\r\n" : random.oneIn(12) ? "\r" : "\n"
        return (random.oneIn(12) ? "\u{FEFF}" : "") + lines.joined(separator: lineBreak)
            + (random.oneIn(6) ? "" : lineBreak)
    }

    private mutating func document(opens: Bool) {
        anchors = []
        mappings = []
        if opens { lines.append("---") }
        if random.oneIn(8) { lines.append("# a comment: with 'signs'") }
        if random.oneIn(4) { sequence(0, 0) } else { mapping(0, 0) }
        if random.oneIn(8) { lines.append("...") }
    }

    // MARK: Block collections

    private mutating func mapping(_ indent: Int, _ depth: Int) {
        let pad = String(repeating: " ", count: indent)
        if indent > 0, !mappings.isEmpty, random.oneIn(4) { lines.append(pad + "<<: *" + random.pick(mappings)) }
        for _ in 0...random.below(depth > 2 ? 2 : 5) {
            if random.oneIn(10) { lines.append(random.pick(["", pad + "# comment", "   "])) }
            if random.oneIn(20) {
                lines.append(pad + "? " + key())
                lines.append(pad + ":" + inline(indent))
                continue
            }
            value(pad + key() + ":", indent, depth, isMember: true)
        }
    }

    private mutating func sequence(_ indent: Int, _ depth: Int) {
        let pad = String(repeating: " ", count: indent)
        for _ in 0...random.below(4) {
            if depth < 3, random.oneIn(6) {
                // A compact collection starts on its item's line.
                let count = lines.count
                if random.oneIn(2) { sequence(indent + 2, depth + 1) } else { mapping(indent + 2, depth + 1) }
                if let first = lines[count...].firstIndex(where: { $0.hasPrefix(pad + "  ") && !$0.hasPrefix(pad + "   ") && !$0.hasPrefix(pad + "  #") }), first == count {
                    lines[count] = pad + "- " + lines[count].dropFirst(indent + 2)
                } else {
                    lines.insert(pad + "-", at: count)
                }
            } else {
                value(pad + "-", indent, depth, isMember: false)
            }
        }
    }

    /// Writes a value behind a key or hyphen.
    private mutating func value(_ head: String, _ indent: Int, _ depth: Int, isMember: Bool) {
        if depth < 4, random.oneIn(3) {
            let step = random.pick([1, 2, 2, 2, 4])
            var head = head
            var name: String?
            if random.oneIn(4) {
                anchorCount += 1
                name = "a\(anchorCount)"
                head += " &a\(anchorCount)"
            }
            if random.oneIn(12) { head += " !!map" }
            if random.oneIn(6) { head += " # why" }
            if random.oneIn(2) && !head.contains("!!map") {
                lines.append(head)
                sequence(isMember && random.oneIn(2) ? indent : indent + step, depth + 1)
                if let name { anchors.append(name) }
            } else {
                lines.append(head)
                mapping(indent + step, depth + 1)
                if let name {
                    anchors.append(name)
                    mappings.append(name)
                }
            }
            return
        }
        if random.oneIn(6) { return block(head, indent) }
        lines.append(head + inline(indent) + (random.oneIn(8) ? " # comment" : ""))
    }

    // MARK: Scalars

    private mutating func inline(_ indent: Int) -> String {
        switch random.below(12) {
        case 0: return ""
        case 1: return " " + flow(0)
        case 2 where !anchors.isEmpty: return " *" + random.pick(anchors)
        case 3:
            let tag = random.pick(["!!str ", "!Ref ", "!<tag:yaml.org,2002:str> ", "! ", "!Foo "])
            return " " + tag + scalar(indent, isFlow: false)
        case 4:
            anchorCount += 1
            let text = " &s\(anchorCount) " + scalar(indent, isFlow: false)
            anchors.append("s\(anchorCount)")
            return text
        default: return " " + scalar(indent, isFlow: false)
        }
    }

    private mutating func key() -> String {
        keyCount += 1
        return random.pick(["key\(keyCount)", "'it''s \(keyCount)'", "\"q\\t\(keyCount)\"", "ä\(keyCount)", "two words \(keyCount)", "k\(keyCount)/~x"])
    }

    private mutating func flow(_ depth: Int) -> String {
        var items: [String] = []
        let isMap = random.oneIn(2)
        for _ in 0..<random.below(4) {
            let item = depth < 3 && random.oneIn(4) ? flow(depth + 1) : scalar(0, isFlow: true)
            items.append(isMap ? key() + ": " + item : item)
        }
        let body = items.joined(separator: random.pick([", ", ",", " , "]))
        return isMap ? "{" + body + "}" : "[" + body + (items.isEmpty || !random.oneIn(5) ? "" : ",") + "]"
    }

    private static let words = [
        "on", "yes", "No", "12:30", "1_000", "012", "0o14", "1e3", ".5", "~", "null", "true", "3", "-7", "1.50", "0x1F",
        "2026-11-23", "x", "one", "two", "drei", "käse", "字", "😀", "a#b", "c:d", "e-f", "(0)", "http://x/y", "arn:aws:x:y",
        "cron(0 0 * * ? *)", "1.x.x", "*", "&", "!", "|", "it's", "\"q\"", "%", "@", "- x", "k: v", "", " ", "é\u{301}",
    ]
    private static let plain = words.filter { word in
        guard let first = word.unicodeScalars.first else { return false }
        return !"*&!|%@-\" ".unicodeScalars.contains(first) && !word.contains(": ")
    }

    private mutating func scalar(_ indent: Int, isFlow: Bool) -> String {
        let pad = String(repeating: " ", count: indent + 2)
        switch random.below(5) {
        case 0:
            var text = words(from: Self.words).replacing("'", with: "''")
            if !isFlow, random.oneIn(4) { text += "\n" + pad + "more" + (random.oneIn(2) ? "\n\n" + pad + "and more" : "") }
            return quoted("'", text)
        case 1:
            var text = words(from: Self.words).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            if random.oneIn(2) { text += random.pick(["\\n", "\\t", "\\u00e9", "\\x41", "\\U0001F600", "\\\\", "\\0", "\\e", "\\/", "\\_"]) + "z" }
            if !isFlow, random.oneIn(4) { text += "\n" + pad + "more" + (random.oneIn(2) ? " \\\n" + pad + "and more" : "") }
            return quoted("\"", text)
        case 2 where !isFlow:
            return words(from: Self.plain) + "\n" + pad + "next" + (random.oneIn(2) ? "\n\n" + pad + "last" : "")
        default:
            let text = words(from: Self.plain)
            return isFlow ? text.filter { !",[]{}".contains($0) } : text
        }
    }

    private mutating func words(from pool: [String]) -> String {
        (0...random.below(3)).map { _ in random.pick(pool) }.joined(separator: " ")
    }

    private func quoted(_ sign: String, _ text: String) -> String { sign + text + sign }

    private mutating func block(_ head: String, _ indent: Int) {
        let step = random.pick([1, 2, 2, 3])
        let pad = String(repeating: " ", count: indent + step)
        var header = random.pick(["|", ">"])
        let isExplicit = random.oneIn(4)
        if isExplicit { header += String(step) }
        header += random.pick(["", "-", "+"])
        lines.append(head + " " + header + (random.oneIn(6) ? " # header" : ""))
        for line in 0...random.below(5) {
            if random.oneIn(4) && line > 0 { lines.append(random.pick(["", pad, String(pad.dropLast())])) }
            let lead = random.oneIn(4) && (line > 0 || isExplicit) ? "  " : ""
            lines.append(pad + lead + words(from: Self.words.filter { !$0.isEmpty && $0 != " " }) + (random.oneIn(8) ? "  " : ""))
        }
        if random.oneIn(4) { lines.append("") }
    }
}
