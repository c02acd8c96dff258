/// The few forms that the keys and values of a rule page's front matter have.
enum FrontMatter {
    /// Whether a text can be a key.
    static func isKey(_ text: Substring) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_" }
            && text.first != "-"
    }

    /// One text, or the items of a list in brackets; and whether every quote in the list is closed. Patterns and messages
    /// are never lists.
    static func values(of key: String, _ text: Substring) -> (values: [String], isClosed: Bool) {
        let trimmed = text.trimmed
        if trimmed.isEmpty { return ([], true) }
        let isText = key == "pattern" || key == "message"
        guard !isText, trimmed.hasPrefix("["), trimmed.hasSuffix("]") else { return ([unquoted(trimmed[...])], true) }
        var items: [Substring] = []
        var quote: Character?
        let body = trimmed.dropFirst().dropLast()
        var start = body.startIndex
        for index in body.indices {
            let character = body[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'", body[start..<index].allSatisfy({ $0 == " " }) {
                quote = character
            } else if character == "," {
                items.append(body[start..<index])
                start = body.index(after: index)
            }
        }
        items.append(body[start...])
        if items.count == 1, items[0].trimmed.isEmpty { return ([], quote == nil) }
        return (items.map { unquoted($0) }, quote == nil)
    }

    /// Without blanks and quotes at either end.
    static func unquoted(_ text: Substring) -> String {
        let trimmed = text.trimmed
        guard trimmed.count >= 2, let first = trimmed.first, first == trimmed.last,
            first == "\"" || first == "'"
        else { return trimmed }
        return String(trimmed.dropFirst().dropLast())
    }
}
