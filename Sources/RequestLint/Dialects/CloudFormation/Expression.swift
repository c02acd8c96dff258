import Documents

/// An intrinsic function as it is written: `!Sub text`, `Fn::Sub: text`, `{"Fn::Sub": "text"}`.
struct Expression {
    enum Function {
        case ref, getAtt, sub, join, `if`, select, split, findInMap, condition
        /// What it gives is not known from the template.
        case other
    }

    let function: Function
    /// The node that is the argument; for a short tag the tagged node itself, read by its content.
    let argument: Int
    let isTagged: Bool

    /// - Returns: nil where the node is a value of its own.
    @inline(__always)
    init?(_ document: Document, _ node: Int) {
        let expression: Expression? =
            switch document.nodes[node].kind {
            case .alien: Self.tagged(node, in: document)
            case .object: Self.object(node, in: document)
            default: nil
            }
        guard let expression else { return nil }
        self = expression
    }

    private init(_ function: Function, _ argument: Int, isTagged: Bool) {
        self.function = function
        self.argument = argument
        self.isTagged = isTagged
    }

    private static func tagged(_ node: Int, in document: Document) -> Expression? {
        guard let tag = document.tag(of: node) else { return nil }
        let function: Function =
            switch tag {
            case "Ref": .ref
            case "GetAtt": .getAtt
            case "Sub": .sub
            case "Join": .join
            case "If": .if
            case "Select": .select
            case "Split": .split
            case "FindInMap": .findInMap
            case "Condition": .condition
            default: .other
            }
        return Expression(function, node, isTagged: true)
    }

    private static func object(_ node: Int, in document: Document) -> Expression? {
        let key = node + 1
        let end = Int(document.nodes[node].next)
        guard key < end else { return nil }
        let value = Int(document.nodes[key].next)
        // A function stands alone in its object.
        guard value < end, Int(document.nodes[value].next) == end,
            let function = document.withText(of: key, { Self.function(named: $0) })
        else { return nil }
        return Expression(function, value, isTagged: false)
    }

    private static func function(named name: borrowing Span<UInt8>) -> Function? {
        if name.equals("Ref") { return .ref }
        if name.equals("Condition") { return .condition }
        guard isFunction(name) else { return nil }
        if name.equals("Fn::Sub") { return .sub }
        if name.equals("Fn::GetAtt") { return .getAtt }
        if name.equals("Fn::Join") { return .join }
        if name.equals("Fn::If") { return .if }
        if name.equals("Fn::Select") { return .select }
        if name.equals("Fn::Split") { return .split }
        if name.equals("Fn::FindInMap") { return .findInMap }
        return .other
    }

    /// Whether a key is a function's name, which no property is.
    static func isFunction(_ name: borrowing Span<UInt8>) -> Bool {
        name.count > 4 && name[2] == UInt8(ascii: ":") && name.extracting(0..<4).equals("Fn::")
    }

    func argumentIsScalar(in document: Document) -> Bool {
        document.contentKind(of: argument).isScalar && (isTagged || document.tag(of: argument) == nil)
    }
}

extension Node.Kind {
    var isScalar: Bool {
        switch self {
        case .string, .number, .true, .false, .null, .plain: true
        case .object, .array, .alien, .template: false
        }
    }
}
