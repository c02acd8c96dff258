import Documents

/// Writes a proposed change in the words of the source's language: quotes, escapes, brackets.
struct FixWriter {
    let document: Document
    let paths: NodePaths

    /// The replacement of one range; nil where the change can't be written without a look at the rest.
    func edit(_ change: FixProposal.Change) -> (range: SourceRange, text: String)? {
        switch change {
        case .replaceText(let place, let range, let text):
            return replaceText(Int(place.index), range, text)
        case .replaceValue(let place, let literal):
            return (document.range(of: Int(place.index)), literal)
        case .wrapInList(let place):
            let node = Int(place.index)
            guard let source = sourceText(node) else { return nil }
            return (document.range(of: node), "[" + source + "]")
        case .renameKey(let place, let name):
            guard let key = paths.parent(of: Int(place.index))?.key else { return nil }
            return replaceText(key, nil, name)
        case .addMember(let object, let name, let value):
            return MemberWriter(document: document).edit(Int(object.index), name: name, value: value)
        }
    }

    private func replaceText(
        _ node: Int, _ range: Range<Int>?, _ text: String
    ) -> (range: SourceRange, text: String)? {
        let record = document.nodes[node]
        guard !record.flags.contains(.expanded), !record.flags.contains(.block) else { return nil }
        // Inside quotes the text has to need no escape; a plain scalar is replaced as a whole, in quotes where it needs them.
        guard !text.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" || $0 == "'" || $0.value < 0x20 })
        else { return nil }
        if record.inset > 0 {
            let count = document.textLocation(of: node).count
            return (document.range(of: node, text: range ?? 0..<count), text)
        }
        guard record.flags.contains(.verbatim) else { return nil }
        let old = Array(document.string(of: node).utf8)
        let range = range ?? 0..<old.count
        let whole =
            String(decoding: old[..<range.lowerBound], as: UTF8.self) + text
            + String(decoding: old[range.upperBound...], as: UTF8.self)
        return (document.range(of: node), PlainText.isPlain(whole) ? whole : "\"\(whole)\"")
    }

    private func sourceText(_ node: Int) -> String? {
        let record = document.nodes[node]
        guard !record.flags.contains(.expanded), !record.flags.contains(.block) else { return nil }
        let range = document.range(of: node)
        return String(decoding: document.source.bytes[range.start..<range.end], as: UTF8.self)
    }
}

/// Texts that need no quotes in YAML.
enum PlainText {
    /// Whether a text can stand in a YAML block without quotes and stay a text.
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        let isSimple = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "()/_-+.*?,:".unicodeScalars.contains(scalar) || scalar == " " || scalar == "#"
        }
        let bytes = Array(text.utf8)
        return isSimple && !text.contains(" #") && !text.contains(": ") && !text.hasSuffix(" ") && !text.hasSuffix(":")
            && PlainScalar.resolve(bytes.span, schema: .yaml12) == .string
            && PlainScalar.ambiguity(bytes.span) == nil
    }
}
