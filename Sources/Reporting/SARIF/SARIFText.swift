/// Text for a SARIF message object, in which braces are placeholders (3.11.5) and `[text](target)` is a link (3.11.6).
///
/// Braces are doubled as the standard says. Brackets get their backslash only where they would form a link, because consumers that show messages as they are are the rule.
func sarifMessage(_ text: String) -> String {
    let bytes = text.utf8.span
    // Most messages have none of them.
    if !text.isEmpty, !bytes.holds(UInt8(ascii: "{")), !bytes.holds(UInt8(ascii: "}")), !bytes.holds(UInt8(ascii: "]")) {
        return text
    }
    var escaped = ""
    let hasLink = text.utf8.indices.contains {
        text.utf8[$0...].starts(with: "](".utf8)
    }
    for scalar in text.unicodeScalars {
        switch scalar {
        case "{": escaped += "{{"
        case "}": escaped += "}}"
        case "[" where hasLink: escaped += "\\["
        case "]" where hasLink: escaped += "\\]"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    // A message must not be empty: code scanning refuses the whole upload.
    return escaped.isEmpty ? "No message." : escaped
}

/// `schedule/five-fields` as `ScheduleFiveFields`.
func pascalCase(_ id: String) -> String {
    var name = ""
    var startsWord = true
    for scalar in id.unicodeScalars {
        guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
            startsWord = true
            continue
        }
        name += startsWord ? scalar.properties.uppercaseMapping : String(scalar)
        startsWord = false
    }
    return name
}

/// The first paragraph of a rule's page on one line; nil where it has none.
func firstParagraph(ofPage page: String) -> String? {
    var paragraph: [Substring] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
        let isBlank = line.allSatisfy(\.isWhitespace)
        if isBlank && paragraph.isEmpty { continue }
        if paragraph.isEmpty && line.hasPrefix("# ") { continue }
        if isBlank || line.hasPrefix("#") || line.hasPrefix("```") { break }
        paragraph.append(line)
    }
    return paragraph.isEmpty ? nil : paragraph.joined(separator: " ")
}
