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
            let node = Int(place.index)
            return isWritten(node) && !isTagged(node) ? (document.range(of: node), literal) : nil
        case .wrapInList(let place):
            return wrapInList(Int(place.index))
        case .renameKey(let place, let name):
            guard let key = paths.parent(of: Int(place.index))?.key else { return nil }
            return replaceText(key, nil, name)
        case .addMember(let object, let name, let value):
            return MemberWriter(document: document).edit(Int(object.index), name: name, value: value)
        }
    }

    /// Whether the value stands in the source by itself: not empty, and not brought in by an alias, whose anchor a change
    /// would change too.
    private func isWritten(_ node: Int) -> Bool {
        let record = document.nodes[node]
        return record.start < record.end && !record.flags.contains(.expanded)
    }

    /// Whether a tag says what the value is, whatever is written behind it.
    private func isTagged(_ node: Int) -> Bool { document.nodes[node].flags.contains(.tagged) }

    private func replaceText(
        _ node: Int, _ range: Range<Int>?, _ text: String
    ) -> (range: SourceRange, text: String)? {
        let record = document.nodes[node]
        guard isWritten(node), !record.flags.contains(.block) else { return nil }
        // Inside quotes the text has to need no escape; a plain scalar is replaced as a whole, in quotes where it needs them.
        guard !text.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" || $0 == "'" || $0.value < 0x20 }),
            document.syntax != .hcl || !text.contains("${") && !text.contains("%{")
        else { return nil }
        if record.inset > 0 || document.syntax == .hcl { return replacePiece(node, range, text) }
        guard record.flags.contains(.verbatim) else { return nil }
        let old = Array(document.string(of: node).utf8)
        let range = range ?? 0..<old.count
        let whole =
            String(decoding: old[..<range.lowerBound], as: UTF8.self) + text
            + String(decoding: old[range.upperBound...], as: UTF8.self)
        return (document.range(of: node), PlainText.isPlain(whole, inBrackets: isInBrackets(node)) ? whole : DataValue.quoted(whole))
    }

    /// A piece of a text in quotes, or of HCL.
    private func replacePiece(
        _ node: Int, _ range: Range<Int>?, _ text: String
    ) -> (range: SourceRange, text: String)? {
        let count = document.textLocation(of: node).count
        let range = range ?? 0..<count
        // An empty range has no place that could be replaced.
        guard !range.isEmpty else { return nil }
        let place = document.range(of: node, text: range)
        // The whole scalar, quotes and all, is marked where its pieces have no places.
        let isPlaced = place != document.range(of: node) || (document.nodes[node].inset == 0 && range.count == count)
        return isPlaced ? (place, text) : nil
    }

    /// Whether a bracket of YAML or JSON is open around a value, so that a comma would end it.
    private func isInBrackets(_ node: Int) -> Bool {
        var node = node
        while let parent = paths.parent(of: node) {
            if !document.nodes[parent.node].flags.contains(.blockCollection) { return true }
            node = parent.node
        }
        return false
    }

    private func wrapInList(_ node: Int) -> (range: SourceRange, text: String)? {
        let record = document.nodes[node]
        // A block's lines can't stand between brackets.
        guard isWritten(node), !isTagged(node), record.flags.isDisjoint(with: [.block, .blockCollection]) else { return nil }
        let range = document.range(of: node)
        let source = String(decoding: document.source.bytes[range.start..<range.end], as: UTF8.self)
        let signs = source.unicodeScalars
        guard record.kind == .plain, record.inset == 0 else { return (range, "[" + source + "]") }
        guard !signs.contains(where: { $0 == "\n" || $0 == "\r" }) else { return nil }
        guard signs.contains(where: { ",[]{}".unicodeScalars.contains($0) }) else { return (range, "[" + source + "]") }
        guard !signs.contains(where: { $0 == "\"" || $0 == "\\" }) else { return nil }
        return (range, "[\"" + source + "\"]")
    }
}

/// Texts that need no quotes in YAML.
enum PlainText {
    /// Whether a text can stand in YAML without quotes and stay a text; in brackets, a comma would end it.
    static func isPlain(_ text: String, inBrackets: Bool = false) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        let isSimple = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "()/_-+.*?,:".unicodeScalars.contains(scalar) || scalar == " " || scalar == "#"
        }
        let bytes = Array(text.utf8)
        return isSimple && !text.contains(" #") && !text.contains(": ") && !text.hasSuffix(" ") && !text.hasSuffix(":")
            && !(inBrackets && text.contains(",")) && PlainScalar.isText(bytes.span)
    }
}
