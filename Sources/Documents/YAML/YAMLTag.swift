/// What a tag makes of a node. Tags of others, such as `!Ref`, make it unknown, and so do those of YAML's own that no
/// request can hold.
enum YAMLTag {
    private static let prefix = "tag:yaml.org,2002:"

    static func collection(_ kind: Node.Kind, _ tag: String?) -> Node.Kind {
        switch tag {
        case nil, "!": kind
        case prefix + "map": kind == .object ? kind : .alien
        case prefix + "seq": kind == .array ? kind : .alien
        default: .alien
        }
    }

    /// - Parameter isPlain: whether the text says by itself what it means, as plain scalars do.
    static func scalar(
        _ text: borrowing Span<UInt8>, isPlain: Bool, _ tag: String?
    ) -> (kind: Node.Kind, flags: Node.Flags) {
        switch tag {
        // The readers in Python take `!` for no tag, although the standard makes a text of what follows.
        case nil, "!": return (isPlain ? .plain : .string, [])
        case prefix + "str": return (.string, [])
        case prefix + "null": return (.null, [])
        case prefix + "int":
            return PlainScalar.resolve(text, schema: .yaml12) == .integer ? (.number, .integer) : (.alien, [])
        case prefix + "float":
            switch PlainScalar.resolve(text, schema: .yaml12) {
            case .integer, .float: return (.number, [])
            default: return (.alien, [])
            }
        case prefix + "bool":
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
