/// What a tag makes of a node. Tags of others, such as `!Ref`, make it unknown, and so do those of YAML's own that no
/// request can hold.
enum YAMLTag {
    /// Tags of YAML's own that requests can hold.
    private enum Own {
        case mapping, sequence, string, null, integer, float, boolean
    }

    private static func own(_ tag: borrowing Span<UInt8>) -> Own? {
        let prefix: StaticString = "tag:yaml.org,2002:"
        guard tag.count > prefix.utf8CodeUnitCount, tag.extracting(0..<prefix.utf8CodeUnitCount).isEqual(to: prefix)
        else { return nil }
        let name = tag.extracting(prefix.utf8CodeUnitCount..<tag.count)
        if name.isEqual(to: "str") { return .string }
        if name.isEqual(to: "int") { return .integer }
        if name.isEqual(to: "map") { return .mapping }
        if name.isEqual(to: "seq") { return .sequence }
        if name.isEqual(to: "bool") { return .boolean }
        if name.isEqual(to: "float") { return .float }
        return name.isEqual(to: "null") ? .null : nil
    }

    /// Whether there is no tag. The readers in Python take `!` for none, although the standard makes a text of what follows.
    private static func isNone(_ tag: borrowing Span<UInt8>) -> Bool {
        tag.isEmpty || (tag.count == 1 && tag[0] == UInt8(ascii: "!"))
    }

    /// - Parameter tag: empty where there is none.
    static func collection(_ kind: Node.Kind, _ tag: borrowing Span<UInt8>) -> Node.Kind {
        if isNone(tag) { return kind }
        switch own(tag) {
        case .mapping where kind == .object: return kind
        case .sequence where kind == .array: return kind
        default: return .alien
        }
    }

    /// - Parameters:
    ///   - isPlain: whether the text says by itself what it means, as plain scalars do.
    ///   - tag: empty where there is none.
    static func scalar(
        _ text: borrowing Span<UInt8>, isPlain: Bool, _ tag: borrowing Span<UInt8>
    ) -> (kind: Node.Kind, flags: Node.Flags) {
        if isNone(tag) { return (isPlain ? .plain : .string, []) }
        switch own(tag) {
        case .string: return (.string, [])
        case .null: return (.null, [])
        case .integer:
            return PlainScalar.resolve(text, schema: .yaml12) == .integer ? (.number, .integer) : (.alien, [])
        case .float:
            switch PlainScalar.resolve(text, schema: .yaml12) {
            case .integer, .float: return (.number, [])
            default: return (.alien, [])
            }
        case .boolean:
            // The constructor takes the words of YAML 1.1, in any case.
            for word in ["true", "yes", "on"] where isWord(text, word) { return (.true, []) }
            for word in ["false", "no", "off"] where isWord(text, word) { return (.false, []) }
            return (.alien, [])
        default: return (.alien, [])
        }
    }

    private static func isWord(_ text: borrowing Span<UInt8>, _ word: String) -> Bool {
        let letters = Array(word.utf8)
        guard text.count == letters.count else { return false }
        for index in letters.indices where text[index] | 0x20 != letters[index] { return false }
        return true
    }
}

extension Span<UInt8> {
    fileprivate func isEqual(to other: StaticString) -> Bool {
        guard count == other.utf8CodeUnitCount else { return false }
        return other.withUTF8Buffer { buffer in
            let letters = buffer.span
            for index in 0..<letters.count where self[index] != letters[index] { return false }
            return true
        }
    }
}
