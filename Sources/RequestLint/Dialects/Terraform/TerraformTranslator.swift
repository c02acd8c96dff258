import Documents

/// Translates the arguments of a resource into a request, along the shapes of the model.
struct TerraformTranslator {
    let registry: Registry
    let naming: TerraformNaming
    let provider: TerraformProvider
    let document: Document
    /// What expressions come to; nil where the document is a plan or state, whose values are what they are.
    let values: TerraformValues?
    let budget: ExpansionBudget
    var builder: TranslationBuilder
    /// What the provider refuses in the resource at hand.
    var findings: [Finding] = []

    init(
        _ document: Document, _ registry: Registry, _ naming: TerraformNaming, _ provider: TerraformProvider,
        _ values: TerraformValues?, _ budget: ExpansionBudget
    ) {
        self.registry = registry
        self.naming = naming
        self.provider = provider
        self.document = document
        self.values = values
        self.budget = budget
        builder = TranslationBuilder(document, naming: naming, isWritten: values != nil, budget)
    }

    /// Translates one resource and returns the number of the request.
    /// - Parameter unknown: in a plan, what is not known yet, in the form of the body.
    mutating func translate(_ body: Int, unknown: Int?, as shape: ShapeRecord) -> Int {
        let number = builder.nextValue
        structure(body, unknown, shape, .certain, isResource: true)
        return number
    }

    // MARK: Values

    func resolve(_ node: Int) -> Resolution {
        if let values { return values.resolve(node) }
        return isUnset(node) ? .absent : .node(node)
    }

    /// Providers keep what nobody set as empty texts and lists.
    private func isUnset(_ node: Int) -> Bool {
        let record = document.nodes[node]
        switch record.kind {
        case .null: return true
        case .string: return document.textLocation(of: node).count == 0
        case .array: return isEmpty(node)
        default: return false
        }
    }

    mutating func value(
        _ resolution: Resolution, at node: Int, _ unknown: Int?, _ shape: ShapeRecord, _ certainty: Certainty
    ) {
        switch resolution {
        case .node(let node): literal(node, unknown, shape, certainty)
        case .text(let text, let own, let node): self.text(text, at: node, shape, certainty.within(own))
        case .list, .alternatives, .unknown, .absent: builder.unknown(from: node, certainty)
        }
    }

    private mutating func text(_ text: ComposedText, at node: Int, _ shape: ShapeRecord, _ certainty: Certainty) {
        switch shape.type {
        case .structure, .list, .map: builder.unknown(from: node, certainty)
        default:
            builder.scalar(
                ScalarConversion.kind(of: .string, text.bytes.span, wanted: shape.type), text, from: node, certainty)
        }
    }

    mutating func literal(_ node: Int, _ unknown: Int?, _ shape: ShapeRecord, _ certainty: Certainty) {
        switch (shape.type, document.nodes[node].kind) {
        case (.structure, .object): structure(node, unknown, shape, certainty)
        case (.structure, .array): block(node, unknown, shape, certainty)
        // Providers send no empty maps and lists.
        case (.map, .object) where isEmpty(node), (.list, .array) where isEmpty(node):
            builder.unknown(from: node, .maybe)
        case (.map, .object): map(node, shape, certainty)
        case (.list, .array): list(node, unknown, shape, certainty)
        case (.list, .object) where registry.shapes[Int(shape.element)].type == .structure:
            // The only block of its type.
            builder.openList(from: node, certainty)
            structure(node, unknown, registry.shapes[Int(shape.element)], .certain)
            builder.close()
        case (_, .object):
            builder.openObject(from: node, certainty)
            builder.close()
        case (_, .array):
            builder.openList(from: node, certainty)
            builder.close()
        default: scalar(node, shape, certainty)
        }
    }

    private mutating func scalar(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty) {
        let record = document.nodes[node]
        let own: ValueKind
        switch record.kind {
        case .string: own = .string
        case .number: own = record.flags.contains(.integer) ? .integer : .number
        case .true, .false: own = .boolean
        default: return builder.unknown(from: node, certainty)
        }
        if own == .integer, isZero(node), shape.has(ShapeRecord.hasMinimum), shape.minimum > 0, values == nil {
            // What nobody set is 0 in a state.
            return builder.unknown(from: node, .maybe)
        }
        builder.scalar(
            document.withText(of: node) { ScalarConversion.kind(of: own, $0, wanted: shape.type) }, from: node, certainty)
    }

    private func isEmpty(_ node: Int) -> Bool { Int(document.nodes[node].next) == node + 1 }

    private func isZero(_ node: Int) -> Bool { document.withText(of: node) { $0.equals("0") } }

    /// A block that stands once at most, in a list: so JSON may write it, and plans do.
    private mutating func block(_ node: Int, _ unknown: Int?, _ shape: ShapeRecord, _ certainty: Certainty) {
        let items = document.items(of: node)
        guard items.count == 1, document.nodes[items[0]].kind == .object else { return builder.unknown(from: node, certainty) }
        structure(items[0], unknown.flatMap { document.items(of: $0).first }, shape, certainty)
    }

    private mutating func list(_ node: Int, _ unknown: Int?, _ shape: ShapeRecord, _ certainty: Certainty) {
        builder.openList(from: node, certainty)
        items(of: node, unknown, shape)
        builder.close()
    }

    mutating func items(of node: Int, _ unknown: Int?, _ shape: ShapeRecord) {
        let element = registry.shapes[Int(shape.element)]
        let unknownItems = unknown.map { document.items(of: $0) } ?? []
        for (number, item) in document.items(of: node).enumerated() {
            let unknown = number < unknownItems.count ? unknownItems[number] : nil
            if isUnknown(unknown) {
                builder.unknown(from: item)
            } else {
                value(resolve(item), at: item, unknown, element, .certain)
            }
        }
    }

    private mutating func map(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty) {
        builder.openObject(from: node, certainty)
        for (key, value) in document.members(of: node) {
            guard isName(key) else {
                builder.noteIncomplete()
                continue
            }
            let resolution = resolve(value)
            guard !resolution.isAbsent else { continue }
            builder.key(key, member: nil)
            self.value(resolution, at: value, nil, registry.shapes[Int(shape.element)], .certain)
        }
        builder.close()
    }

    /// Whether a key is known: no expression, and no template of the JSON syntax.
    private func isName(_ key: Int) -> Bool {
        guard document.nodes[key].kind == .string else { return false }
        return document.syntax == .hcl || values == nil
            || !document.withText(of: key) { text in (0..<text.count).contains { text[$0] == UInt8(ascii: "$") } }
    }
}
