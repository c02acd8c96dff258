import Documents

/// Translates the properties of a resource into a request, along the shapes of the model. What it finds goes to a builder.
struct RequestTranslator {
    private let registry: Registry
    private let naming: CloudFormationNaming
    private var values: TemplateValues
    private let document: Document
    /// Macros may add and change anything: then nothing is missing, and nothing is one too many.
    private var isComplete: Bool { !values.template.hasMacros }

    init(_ template: Template, _ registry: Registry, _ naming: CloudFormationNaming) {
        self.registry = registry
        self.naming = naming
        values = TemplateValues(template)
        document = template.document
    }

    /// Translates one resource and returns the number of the request.
    func translate(
        _ resource: Template.Resource, _ entry: ResourceTypes.Entry, _ builder: inout TranslationBuilder
    ) -> Int {
        let number = builder.nextValue
        let condition = document.member("Condition", of: resource.node).map { document.string(of: $0) }
        guard let properties = document.member("Properties", of: resource.node) else {
            builder.openObject(from: resource.node, isIncomplete: !isComplete)
            builder.close()
            return number
        }
        guard Expression(document, properties) == nil, document.nodes[properties].kind == .object else {
            builder.unknown(from: properties)
            return number
        }
        within(condition).structure(properties, entry.shape, .certain, alternatives: entry.type.alternatives, &builder)
        return number
    }

    /// The same where a condition is decided, if there is one.
    private func within(_ condition: String?) -> RequestTranslator {
        guard let condition else { return self }
        var inner = self
        inner.values.conditions.append(condition)
        return inner
    }

    // MARK: Values

    private func value(
        _ resolution: Resolution, at node: Int, as shape: ShapeRecord, _ certainty: Certainty, _ builder: inout TranslationBuilder
    ) {
        switch resolution {
        case .node(let node): literal(node, shape, certainty, &builder)
        case .text(let text, let own, let node): self.text(text, at: node, shape, certainty.within(own), &builder)
        case .list(let items, let own): list(items, at: node, shape, certainty.within(own), &builder)
        case .alternatives(let all, let condition): alternatives(all, condition, at: node, shape, certainty, &builder)
        case .unknown, .absent: builder.unknown(from: node, certainty)
        }
    }

    private func text(
        _ text: ComposedText, at node: Int, _ shape: ShapeRecord, _ certainty: Certainty, _ builder: inout TranslationBuilder
    ) {
        switch shape.type {
        case .structure, .list, .map: builder.unknown(from: node, certainty)
        default:
            let kind = ScalarConversion.kind(of: .string, text.bytes.span, wanted: shape.type)
            if naming.knows(text.bytes.span, asValueOf: shape) { return builder.unknown(from: node, certainty) }
            builder.scalar(kind, text, from: node, certainty)
        }
    }

    private func alternatives(
        _ all: [Resolution], _ condition: String?, at node: Int, _ shape: ShapeRecord, _ certainty: Certainty,
        _ builder: inout TranslationBuilder
    ) {
        let there = all.filter { !$0.isAbsent }
        let own = certainty.within(there.count < all.count ? .maybe : .possible)
        let inner = within(condition)
        if there.count == 1 {
            inner.value(there[0], at: node, as: shape, own, &builder)
        } else {
            builder.openAlternatives(from: node, own)
            for resolution in there { inner.value(resolution, at: node, as: shape, .possible, &builder) }
            builder.close()
        }
    }

    private func literal(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty, _ builder: inout TranslationBuilder) {
        switch (shape.type, document.contentKind(of: node)) {
        case (.structure, .object): structure(node, shape, certainty, &builder)
        case (.map, .object): map(node, shape, certainty, &builder)
        case (.list, .array): list(node, shape, certainty, &builder)
        case (_, .object):
            builder.openObject(from: node, certainty)
            builder.close()
        case (_, .array):
            builder.openList(from: node, certainty)
            builder.close()
        default: scalar(node, shape, certainty, &builder)
        }
    }

    private func scalar(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty, _ builder: inout TranslationBuilder) {
        guard let own = CloudFormationScalar.kind(of: node, in: document, wanted: shape.type) else {
            return builder.unknown(from: node, certainty)
        }
        if own == .string, shape.type == .string, shape.values.count == 0 { return builder.scalar(own, from: node, certainty) }
        let kind = document.withText(of: node) { text in
            naming.knows(text, asValueOf: shape) ? nil : ScalarConversion.kind(of: own, text, wanted: shape.type)
        }
        guard let kind else { return builder.unknown(from: node, certainty) }
        builder.scalar(kind, from: node, certainty)
    }

    // MARK: Structures

    private func structure(
        _ node: Int, _ shape: ShapeRecord, _ certainty: Certainty, alternatives: [String] = [],
        _ builder: inout TranslationBuilder
    ) {
        builder.openObject(from: node, certainty, isIncomplete: !isComplete)
        let differences = naming.differences(of: shape)
        var key = node + 1
        let end = Int(document.nodes[node].next)
        while key < end {
            let value = Int(document.nodes[key].next)
            guard value < end else { break }
            let meaning = document.withText(of: key) { name in
                Expression.isFunction(name) ? .function : naming.meaning(of: name, in: shape, differences)
            }
            property(key, value, meaning, shape, alternatives, &builder)
            key = Int(document.nodes[value].next)
        }
        builder.close()
    }

    private func property(
        _ key: Int, _ value: Int, _ meaning: CloudFormationNaming.Meaning, _ shape: ShapeRecord, _ alternatives: [String],
        _ builder: inout TranslationBuilder
    ) {
        switch meaning {
        case .member(let number):
            let resolution = values.resolve(value)
            guard !resolution.isAbsent else { return }
            builder.key(key, member: number)
            let member = registry.members[Int(shape.members.start) + number]
            self.value(resolution, at: value, as: registry.shapes[Int(member.shape)], .certain, &builder)
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

    private func map(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty, _ builder: inout TranslationBuilder) {
        builder.openObject(from: node, certainty, isIncomplete: !isComplete)
        for (key, value) in document.members(of: node) {
            if document.withText(of: key, { Expression.isFunction($0) }) {
                builder.noteIncomplete()
                continue
            }
            let resolution = values.resolve(value)
            guard !resolution.isAbsent else { continue }
            builder.key(key, member: nil)
            self.value(resolution, at: value, as: registry.shapes[Int(shape.element)], .certain, &builder)
        }
        builder.close()
    }

    private func list(_ node: Int, _ shape: ShapeRecord, _ certainty: Certainty, _ builder: inout TranslationBuilder) {
        builder.openList(from: node, certainty, isIncomplete: !isComplete)
        let element = registry.shapes[Int(shape.element)]
        var item = node + 1
        let end = Int(document.nodes[node].next)
        while item < end {
            let resolution = values.resolve(item)
            if !resolution.isAbsent { value(resolution, at: node, as: element, .certain, &builder) }
            item = Int(document.nodes[item].next)
        }
        builder.close()
    }

    private func list(
        _ items: [Resolution], at node: Int, _ shape: ShapeRecord, _ certainty: Certainty, _ builder: inout TranslationBuilder
    ) {
        guard shape.type == .list else { return builder.unknown(from: node, certainty) }
        builder.openList(from: node, certainty, isIncomplete: !isComplete)
        for item in items where !item.isAbsent {
            value(item, at: node, as: registry.shapes[Int(shape.element)], .certain, &builder)
        }
        builder.close()
    }
}
