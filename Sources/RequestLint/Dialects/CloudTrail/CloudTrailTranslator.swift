import Documents

/// Translates the parameters of events into requests. They are the API's own; what differs is that CloudTrail leaves out
/// what must not or need not be told.
struct CloudTrailTranslator {
    private let registry: Registry
    private let file: Document
    /// Members that are there because SDKs fill them in.
    private let filledIn: [String]
    private(set) var builder: TranslationBuilder

    init(_ file: Document, _ registry: Registry, filledIn: [String], _ budget: ExpansionBudget) {
        self.filledIn = filledIn
        self.file = file
        self.registry = registry
        // Nobody writes events, so no change of them is proposed.
        builder = TranslationBuilder(file, naming: APINaming(registry), isWritten: false, budget)
    }

    /// Translates the parameters of one call and returns the number of the request.
    mutating func translate(_ parameters: Int, of event: CloudTrailEvent, as shape: ShapeRecord) -> Int {
        let number = builder.nextValue
        structure(parameters, event, shape)
        return number
    }

    private mutating func value(_ node: Int, _ event: CloudTrailEvent, _ shape: ShapeRecord) {
        let record = event.document.nodes[node]
        switch (shape.type, record.kind) {
        case (.structure, .object): structure(node, event, shape)
        case (.map, .object):
            openObject(node, event)
            for (key, value) in event.document.members(of: node) {
                self.key(key, event, member: nil)
                self.value(value, event, registry.shapes[Int(shape.element)])
            }
            builder.close()
        case (.list, .array):
            openList(node, event)
            for item in event.document.items(of: node) { value(item, event, registry.shapes[Int(shape.element)]) }
            builder.close()
        case (_, .object):
            openObject(node, event)
            builder.close()
        case (_, .array):
            openList(node, event)
            builder.close()
        default: scalar(node, event)
        }
    }

    private func isIncomplete(_ node: Int, _ event: CloudTrailEvent) -> Bool {
        event.document.nodes[node].flags.contains(.incomplete)
    }

    private mutating func openObject(_ node: Int, _ event: CloudTrailEvent) {
        builder.openObject(from: event.origin(of: node), isIncomplete: isIncomplete(node, event))
        place(node, event)
    }

    private mutating func openList(_ node: Int, _ event: CloudTrailEvent) {
        builder.openList(from: event.origin(of: node), isIncomplete: isIncomplete(node, event))
        place(node, event)
    }

    private mutating func unknown(_ node: Int, _ event: CloudTrailEvent, _ certainty: Certainty = .certain) {
        builder.unknown(from: event.origin(of: node), certainty)
        place(node, event)
    }

    /// Of an event that is a text itself, the value's own place in that text: of structures, the bracket.
    private mutating func place(_ node: Int, _ event: CloudTrailEvent) {
        guard event.home != nil else { return }
        let record = event.document.nodes[node]
        let start = Int(record.start)
        let content = event.document.contentRange(of: node)
        let isStructure = record.kind == .object || record.kind == .array
        builder.place(inText: isStructure ? start..<start + 1 : content.start..<content.end)
    }

    // MARK: Structures

    private mutating func structure(_ node: Int, _ event: CloudTrailEvent, _ shape: ShapeRecord) {
        openObject(node, event)
        // "If a field is truncated, omitted is present with a value of true", says the reference of record contents.
        let isTruncated = event.document.member("omitted", of: node).map { event.document.nodes[$0].kind == .true } ?? false
        if isTruncated { builder.noteIncomplete() }
        for (key, value) in event.document.members(of: node) {
            if filledIn.contains(event.document.string(of: key)) { continue }
            if let member = member(key, event, shape) {
                self.key(key, event, member: member)
                self.value(value, event, registry.shapes[Int(registry.members[Int(shape.members.start) + member].shape)])
            } else if event.isFailed, !isTruncated {
                self.key(key, event, member: nil)
                unknown(value, event)
            } else {
                // What the service took knows more of it than this version does.
                builder.noteIncomplete()
            }
        }
        builder.close()
    }

    private func member(_ key: Int, _ event: CloudTrailEvent, _ shape: ShapeRecord) -> Int? {
        event.document.withText(of: key) { registry.member(named: $0, of: shape) }
    }

    private mutating func key(_ node: Int, _ event: CloudTrailEvent, member: Int?) {
        if let home = event.home {
            builder.key(Array(event.document.string(of: node).utf8), from: home, member: member)
            place(node, event)
        } else {
            builder.key(node, member: member)
        }
    }

    // MARK: Scalars

    private mutating func scalar(_ node: Int, _ event: CloudTrailEvent) {
        let record = event.document.nodes[node]
        let kind: ValueKind
        switch record.kind {
        case .string where isHidden(node, event): return unknown(node, event)
        case .string: kind = .string
        case .number: kind = record.flags.contains(.integer) ? .integer : .number
        case .true, .false: kind = .boolean
        // Whether a parameter without a value was sent is not told.
        default: return unknown(node, event, .maybe)
        }
        if let home = event.home {
            builder.scalar(kind, text(of: node, event.document, in: home), from: home, .certain)
            place(node, event)
        } else {
            builder.scalar(kind, from: node)
        }
    }

    /// Whether something else stands in place of a value that must not be told, as the events of many services have it:
    /// https://docs.aws.amazon.com/sns/latest/dg/logging-using-cloudtrail.html.
    private func isHidden(_ node: Int, _ event: CloudTrailEvent) -> Bool {
        event.document.withText(of: node) { text in
            if text.equals("HIDDEN_DUE_TO_SECURITY_REASONS") { return true }
            return text.count >= 3 && (0..<text.count).allSatisfy { text[$0] == UInt8(ascii: "*") }
        }
    }

    /// A scalar of an event that is a text itself: its bytes are that text's, unless they are escaped there once more.
    private func text(of node: Int, _ inner: Document, in home: Int) -> ComposedText {
        var text = ComposedText()
        let location = inner.textLocation(of: node)
        let range = location.start..<location.start + location.count
        if location.isDecoded {
            let content = inner.contentRange(of: node)
            text.add(Array(inner.decodedText[range]), by: home, content.start..<content.end, isFilledIn: false)
        } else {
            text.add(file, home, range)
        }
        return text
    }
}
