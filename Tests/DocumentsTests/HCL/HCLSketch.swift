// A document of HCL as one line: `{key: value}` for objects, `<...>` for unknowns, `@...` for plain references, and
// `~(...)` for templates with their pieces.
import Documents

extension Document {
    static func of(hcl text: String, limits: ReadLimits = .standard) -> Document {
        .read(Source(name: "test.tf", bytes: Array(text.utf8)), as: .hcl, limits: limits)
    }

    var sketch: String { roots.map { sketch($0) }.joined(separator: " ") }

    func sketch(_ node: Int) -> String {
        let record = nodes[node]
        let mark = record.flags.contains(.incomplete) ? "..." : ""
        switch record.kind {
        case .object:
            return "{" + memberNodes(of: node).map { "\(sketchKey($0.key)): \(sketch($0.value))" }.joined(separator: ", ") + mark + "}"
        case .array: return "[" + itemNodes(of: node).map { sketch($0) }.joined(separator: ", ") + mark + "]"
        case .template: return "~(" + itemNodes(of: node).map { sketch($0) }.joined(separator: ", ") + ")"
        case .string: return string(of: node).debugDescription
        case .alien: return record.flags.contains(.reference) ? "@" + string(of: node) : "<" + string(of: node) + ">"
        default: return string(of: node)
        }
    }

    private func sketchKey(_ node: Int) -> String {
        nodes[node].kind == .string ? string(of: node) : sketch(node)
    }

    /// The sketch of one argument's value, `a = ...`.
    static func value(_ expression: String) -> String {
        let document = Document.of(hcl: "a = " + expression + "\n")
        guard document.problems.isEmpty else { return "problem: " + document.problems[0].message }
        return document.memberNodes(of: 0).first.map { document.sketch($0.value) } ?? "nothing"
    }
}
