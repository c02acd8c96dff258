// Values in YAML's block style, one member or item a line.
import Documents

extension DataValue {
    /// A member of a block mapping; its first line has no indent of its own.
    /// - Parameter indent: the blanks in front of the mapping's keys.
    func yaml(named name: String, indent: String, newline: String) -> String {
        let key = Self.yamlText(name)
        switch self {
        case .object(let members) where !members.isEmpty:
            return key + ":" + newline + indent + "  " + yaml(indent: indent + "  ", newline: newline)
        case .list(let items) where !items.isEmpty:
            return key + ":" + newline + indent + "  " + yaml(indent: indent + "  ", newline: newline)
        default: return key + ": " + yaml(indent: indent, newline: newline)
        }
    }

    private func yaml(indent: String, newline: String) -> String {
        switch self {
        case .object(let members) where !members.isEmpty:
            members.map { $0.value.yaml(named: $0.name, indent: indent, newline: newline) }
                .joined(separator: newline + indent)
        case .list(let items) where !items.isEmpty:
            items.map { "- " + $0.yaml(indent: indent + "  ", newline: newline) }
                .joined(separator: newline + indent)
        case .text(let text): Self.yamlText(text)
        default: json
        }
    }

    private static func yamlText(_ text: String) -> String {
        PlainText.isPlain(text) ? text : quoted(text)
    }
}
