import Documents

/// Reads what a resource is like now from the answer of its service: the whole response, or the resource alone.
struct StateReader {
    private let document: Document
    private let registry: Registry
    private var cursor: NodeCursor

    static func read(
        _ file: Linter.StateFile, _ registry: Registry
    ) throws(ConfigurationError) -> CurrentState {
        let source = Source(name: file.name, bytes: file.bytes)
        let document = Document.read(source, as: Language.of(file.bytes, name: file.name))
        var reader = StateReader(document: document, registry: registry)
        return try reader.read()
    }

    private init(document: Document, registry: Registry) {
        self.document = document
        self.registry = registry
        cursor = CurrentState.cursor(document)
    }

    private mutating func read() throws(ConfigurationError) -> CurrentState {
        // What the reader repaired, such as a trailing comma, it has read.
        if let problem = document.problems.first(where: \.isFatal) {
            throw error(problem.range, "The current state can't be read. \(problem.message)")
        }
        guard document.roots.count == 1, let root = document.roots.first.map({ Place($0) }) else {
            throw error(
                document.nonEmpty(0, 1),
                "The current state is \(document.roots.isEmpty ? "empty" : "\(document.roots.count) documents"), and one resource is compared. \(advice)")
        }
        var strange: ConfigurationError?
        for number in 0..<registry.states.count {
            let record = registry.states[number]
            guard let resource = resource(in: root, record) else { continue }
            if let mistake = mistakenIdentity(resource, record) {
                strange = mistake
                continue
            }
            if let mistake = mistakenKind(resource, registry.shapes[Int(record.shape)], record) { throw mistake }
            return CurrentState(document: document, record: record, resource: resource, registry: registry)
        }
        throw strange ?? error(document.range(of: Int(root.index)).first, nothingFound)
    }

    /// The object that describes the resource: inside the response, or the root itself where that has a name.
    private mutating func resource(in root: Place, _ record: StateRecord) -> Place? {
        if let inner = cursor.member(registry.text.string(record.member), of: root) { return inner }
        return cursor.member(registry.text.string(record.identity), of: root) == nil ? nil : root
    }

    // MARK: Mistakes

    /// What names the resource has to be what the update takes as its name.
    private mutating func mistakenIdentity(_ resource: Place, _ record: StateRecord) -> ConfigurationError? {
        let name = registry.text.string(record.identity)
        guard let place = cursor.member(name, of: resource), cursor.kind(of: place) == .string else { return nil }
        let request = registry.shapes[Int(record.requestShape)]
        let member = registry.members[Int(request.members.start) + Int(record.requestIdentity)]
        let shape = registry.shapes[Int(member.shape)]
        let text = cursor.string(of: place)
        guard shape.pattern != noIndex,
            registry.patterns.match(Int(shape.pattern), Array(text.utf8).span, MatchMemory()) == .noMatch
        else { return nil }
        let operation = registry.text.string(registry.operations[Int(record.operation)].name)
        return error(
            document.range(of: Int(place.index)),
            "The current state is of `\(ShapeMessages.clipped(text))`, which \(operation) does not take as `\(registry.text.string(member.name))`. \(advice)")
    }

    /// A member of another kind than the service answers was not written by it.
    private mutating func mistakenKind(
        _ object: Place, _ shape: ShapeRecord, _ record: StateRecord
    ) -> ConfigurationError? {
        guard cursor.kind(of: object) == .object else {
            return wrongKind(object, registry.text.string(record.member), shape, record)
        }
        var iteration = cursor.members(of: object)
        while let (key, value) = cursor.nextMember(&iteration) {
            guard let member = registry.member(at: cursor.string(of: key), of: shape) else { continue }
            let inner = registry.shapes[Int(member.record.shape)]
            let kind = cursor.kind(of: value)
            if kind == .null { continue }
            if !fits(kind, inner.type) {
                return wrongKind(value, cursor.string(of: key), inner, record)
            }
            if inner.type == .structure, let mistake = mistakenKind(value, inner, record) { return mistake }
        }
        return nil
    }

    /// Texts and numbers are not told apart: nobody loses a setting by that.
    private func fits(_ kind: ValueKind, _ type: ShapeType) -> Bool {
        switch type {
        case .structure, .map: kind == .object
        case .list: kind == .array
        case .boolean: kind == .boolean
        default: kind == .string || kind == .integer || kind == .number
        }
    }

    private func wrongKind(
        _ place: Place, _ name: String, _ shape: ShapeRecord, _ record: StateRecord
    ) -> ConfigurationError {
        error(
            document.range(of: Int(place.index)),
            "`\(name)` of the current state is not \(ShapeMessages.article(shape.type)), as \(registry.text.string(record.read)) answers it. \(advice)")
    }

    private var nothingFound: String {
        let members = (0..<registry.states.count).map { number in
            let record = registry.states[number]
            return "`\(registry.text.string(record.member))` or `\(registry.text.string(record.identity))`"
        }
        return "The current state holds no resource: its first object has no member \(members.joined(separator: ", ")). \(advice)"
    }

    private var advice: String {
        let commands = (0..<registry.states.count).map {
            "`\(registry.text.string(registry.states[$0].command))`"
        }
        return "Save what \(commands.joined(separator: " or ")) prints, and name that file."
    }

    private func error(_ range: SourceRange, _ message: String) -> ConfigurationError {
        let place = LineTable(document.source.bytes).position(at: range.start)
        return ConfigurationError(["\(document.source.name):\(place.line):\(place.column): \(message)"])
    }
}

extension SourceRange {
    /// Its first byte, where the whole would say no more.
    fileprivate var first: SourceRange { SourceRange(start: start, end: start + 1) }
}
