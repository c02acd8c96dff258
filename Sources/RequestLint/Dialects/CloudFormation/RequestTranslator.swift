import Documents

/// Translates the properties of a resource into a request, along the shapes of the model.
struct RequestTranslator {
    let registry: Registry
    let naming: CloudFormationNaming
    var values: TemplateValues
    var builder: TranslationBuilder

    private var document: Document { values.template.document }
    /// Macros may add and change anything: then nothing is missing, and nothing is one too many.
    private var isComplete: Bool { !values.template.hasMacros }

    init(_ template: Template, _ registry: Registry, _ naming: CloudFormationNaming) {
        self.registry = registry
        self.naming = naming
        values = TemplateValues(template)
        builder = TranslationBuilder(template.document, naming: naming, template.budget)
    }

    /// Translates one resource and returns the number of the request.
    mutating func translate(_ resource: Template.Resource, _ entry: ResourceTypes.Entry) -> Int {
        let number = builder.nextValue
        values.conditions = document.member("Condition", of: resource.node).map { [document.string(of: $0)] } ?? []
        guard let properties = document.member("Properties", of: resource.node) else {
            builder.openObject(from: resource.node, isIncomplete: !isComplete)
            builder.close()
            return number
        }
        guard Expression(document, properties) == nil, document.nodes[properties].kind == .object else {
            builder.unknown(from: properties)
            return number
        }
        structure(properties, entry.shape, .certain, alternatives: entry.type.alternatives)
        return number
    }

    // MARK: Values

    private mutating func value(_ resolution: Resolution, at node: Int, as shape: ShapeRecord, _ certainty: Certainty) {
        switch resolution {
        case .node(let node): literal(node, shape, certainty)
        case .text(let text, let own, let node): self.text(text, at: node, shape, certainty.within(own))
        case .list(let items, let own): list(items, at: node, shape, certainty.within(own))
        case .alternatives(let all, let condition): alternatives(all, condition, at: node, shape, certainty)
        case .unknown, .absent: builder.unknown(from: node, certainty)
        }
    }

    private mutating func text(_ text: ComposedText, at node: Int, _ shape: ShapeRecord, _ certainty: Certainty) {
        switch shape.type {
        case .structure, .list, .map: builder.unknown(from: node, certainty)
        default:
            let kind = ScalarConversion.kind(of: .string, text.bytes.span, wanted: shape.type)
            if naming.knows(text.bytes.span, asValueOf: shape) { return builder.unknown(from: node, certainty) }
            builder.scalar(kind, text, from: node, certainty)
        }
    }

    private mutating func alternatives(
        _ all: [Resolution], _ condition: String?, at node: Int, _ shape: ShapeRecord, _ certainty: Certainty
    ) {
        let there = all.filter { !$0.isAbsent }
        let own = certainty.within(there.count < all.count ? .maybe : .possible)
        let before = values.conditions
        if let condition { values.conditions.append(condition) }
        if there.count == 1 {
            value(there[0], at: node, as: shape, own)
        } else {
            builder.openAlternatives(from: node, own)
            for resolution in there { value(resolution, at: node, as: shape, .possible) }
            builder.close()
        }
        values.conditions = before
    }

    private mutating func literal(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty) {
        let document = document
        switch (shape.type, document.contentKind(of: node)) {
        case (.structure, .object): structure(node, shape, certainty)
        case (.map, .object): map(node, shape, certainty)
        case (.list, .array): list(node, shape, certainty)
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
        let document = document
        guard let own = CloudFormationScalar.kind(of: node, in: document, wanted: shape.type) else {
            return builder.unknown(from: node, certainty)
        }
        if own == .string, shape.type == .string, shape.values.count == 0 { return builder.scalar(own, from: node, certainty) }
        let naming = naming
        let kind = document.withText(of: node) { text in
            naming.knows(text, asValueOf: shape) ? nil : ScalarConversion.kind(of: own, text, wanted: shape.type)
        }
        guard let kind else { return builder.unknown(from: node, certainty) }
        builder.scalar(kind, from: node, certainty)
    }

    // MARK: Structures

    private mutating func structure(
        _ node: Int, _ shape: ShapeRecord, _ certainty: Certainty, alternatives: [String] = []
    ) {
        builder.openObject(from: node, certainty, isIncomplete: !isComplete)
        let document = document
        let naming = naming
        let differences = naming.differences(of: shape)
        var key = node + 1
        let end = Int(document.nodes[node].next)
        while key < end {
            let value = Int(document.nodes[key].next)
            guard value < end else { break }
            let meaning = document.withText(of: key) { name in
                Expression.isFunction(name) ? .function : naming.meaning(of: name, in: shape, differences)
            }
            property(key, value, meaning, shape, alternatives)
            key = Int(document.nodes[value].next)
        }
        builder.close()
    }

    private mutating func property(
        _ key: Int, _ value: Int, _ meaning: CloudFormationNaming.Meaning, _ shape: ShapeRecord, _ alternatives: [String]
    ) {
        switch meaning {
        case .member(let number):
            let resolution = values.resolve(value)
            guard !resolution.isAbsent else { return }
            builder.key(key, member: number)
            let member = registry.members[Int(shape.members.start) + number]
            self.value(resolution, at: value, as: registry.shapes[Int(member.shape)], .certain)
        case .unavailable(let number):
            guard !values.resolve(value).isAbsent else { return }
            builder.unavailableKey(key, member: number)
            builder.unknown(from: value)
        case .unknown:
            guard isComplete, !values.resolve(value).isAbsent else { return }
            builder.key(key, member: nil)
            builder.unknown(from: value)
        case .other:
            if !alternatives.isEmpty, alternatives.contains(document.string(of: key)) { builder.noteIncomplete() }
        // What a function beside properties brings, nobody knows.
        case .function: builder.noteIncomplete()
        }
    }

    private mutating func map(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty) {
        builder.openObject(from: node, certainty, isIncomplete: !isComplete)
        for (key, value) in document.members(of: node) {
            if document.withText(of: key, { Expression.isFunction($0) }) {
                builder.noteIncomplete()
                continue
            }
            let resolution = values.resolve(value)
            guard !resolution.isAbsent else { continue }
            builder.key(key, member: nil)
            self.value(resolution, at: value, as: registry.shapes[Int(shape.element)], .certain)
        }
        builder.close()
    }

    private mutating func list(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty) {
        let document = document
        builder.openList(from: node, certainty, isIncomplete: !isComplete)
        let element = registry.shapes[Int(shape.element)]
        var item = node + 1
        let end = Int(document.nodes[node].next)
        while item < end {
            let resolution = values.resolve(item)
            if !resolution.isAbsent { value(resolution, at: node, as: element, .certain) }
            item = Int(document.nodes[item].next)
        }
        builder.close()
    }

    private mutating func list(_ items: [Resolution], at node: Int, _ shape: ShapeRecord, _ certainty: Certainty) {
        guard shape.type == .list else { return builder.unknown(from: node, certainty) }
        builder.openList(from: node, certainty, isIncomplete: !isComplete)
        for item in items where !item.isAbsent {
            value(item, at: node, as: registry.shapes[Int(shape.element)], .certain)
        }
        builder.close()
    }
}
