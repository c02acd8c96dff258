import Documents

/// What a scalar of a template is.
enum CloudFormationScalar {
    /// - Returns: nil where nobody knows what CloudFormation makes of it.
    static func kind(of node: Int, in document: Document, wanted: ShapeType) -> ValueKind? {
        let record = document.nodes[node]
        switch record.kind {
        case .string: return .string
        case .number: return record.flags.contains(.integer) ? .integer : .number
        case .true, .false: return .boolean
        case .null: return .null
        case .plain: return plain(node, document, wanted)
        case .object, .array, .alien, .template: return nil
        }
    }

    /// CloudFormation reads YAML 1.1. What is a text to one and not to the other reader is left alone where a text is wanted.
    private static func plain(_ node: Int, _ document: Document, _ wanted: ShapeType) -> ValueKind? {
        if wanted == .string, document.withText(of: node, { PlainScalar.ambiguity($0) != nil }) { return nil }
        switch document.withText(of: node, { PlainScalar.resolve($0, schema: .yaml11) }) {
        case .null: return .null
        case .boolean: return .boolean
        case .integer: return .integer
        case .float: return .number
        case .string, .timestamp: return .string
        }
    }
}
