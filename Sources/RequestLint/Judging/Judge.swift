import Documents

/// Walks one request with a cursor and the registry: structure by the model, texts and structures by the bound checks.
struct Judge<C: Cursor>: ~Copyable {
    let registry: Registry
    let rules: ActiveRules
    var cursor: C
    let arena: SlotArena
    let context: CheckContext
    var verdicts: Verdicts
    private let texts: RequestTexts
    private let current: CurrentState?
    /// The keys of the last map: the memory is used again.
    private var keys = KeySet()

    init(
        registry: Registry, cursor: consuming C, arena: SlotArena, context: CheckContext,
        rules: ActiveRules, current: CurrentState?
    ) {
        self.current = current
        self.registry = registry
        self.rules = rules
        texts = RequestTexts(source: cursor.source, decoded: cursor.decoded)
        self.cursor = cursor
        self.arena = arena
        self.context = context
        arena.hold(texts)
        verdicts = Verdicts(registry: registry, rules: rules, texts: texts, explains: true)
    }

    /// Judges one request and returns what was found.
    mutating func judge(_ request: Place, operation: OperationRecord) -> Judgement {
        arena.reset()
        context.memory.begin()
        verdicts.path.removeAll()
        _ = value(request, as: Int(operation.shape))
        return verdicts.takeJudgement()
    }

    // MARK: Values

    /// Judges a value and returns its slot.
    private mutating func value(
        _ place: Place, as shapeIndex: Int, member: MemberRecord? = nil
    ) -> SlotValue {
        let shape = registry.shapes[shapeIndex]
        let kind = cursor.kind(of: place)
        var slot = SlotValue.absent
        slot.place = place
        slot.kind = kind
        slot.presence = .present
        if kind.isOpen { return open(place, kind, shapeIndex, member, slot) }
        switch shape.type {
        case .structure where kind == .object:
            structure(place, shape, &slot)
        case .list where kind == .array:
            list(place, shape, member, &slot)
        case .map where kind == .object:
            map(place, shape)
        case .string where kind == .string:
            string(place, cursor.text(of: place), shape, member, &slot)
        case .timestamp where kind == .string || kind == .number || kind == .integer || kind == .timestamp:
            break
        case .blob where kind == .string:
            break
        case .boolean where kind == .boolean:
            slot.start = booleanValue(place) ? 1 : 0
            noteAmbiguity(place)
        case .integer where kind == .integer, .long where kind == .integer:
            integer(place, shape, member, &slot)
        case .float where kind == .number || kind == .integer:
            break
        default:
            wrongType(place, kind, shape)
            // What it says can't be known, so nothing that depends on it is judged.
            slot.presence = .unknown
            slot.kind = .unknown
        }
        if cursor.certainty(of: place) != .certain || cursor.isAssumed(place) {
            weaken(&slot, cursor.certainty(of: place))
        }
        return slot
    }

    /// A value that is not known, or one of several, which are judged each.
    private mutating func open(
        _ place: Place, _ kind: ValueKind, _ shape: Int, _ member: MemberRecord?, _ slot: SlotValue
    ) -> SlotValue {
        if kind == .alternatives {
            var iteration = cursor.items(of: place)
            while let alternative = cursor.nextItem(&iteration) { _ = value(alternative, as: shape, member: member) }
        }
        var slot = slot
        slot.kind = .unknown
        slot.presence = cursor.certainty(of: place) == .maybe ? .maybe : .unknown
        return slot
    }

    /// Takes from a slot what structures can't rely on.
    private func weaken(_ slot: inout SlotValue, _ certainty: Certainty) {
        if certainty == .certain, slot.kind == .string {
            slot.textState = .assumed
            return
        }
        slot.kind = .unknown
        slot.presence = certainty == .maybe ? .maybe : .unknown
    }

    private func booleanValue(_ place: Place) -> Bool {
        BooleanText.value(texts.span(cursor.text(of: place)))
    }

    @inline(__always)
    private mutating func noteAmbiguity(_ place: Place) {
        guard let words = cursor.ambiguity(of: place) else { return }
        verdicts.report(shape: .ambiguousScalar, at: .value(place), message: words)
    }

    // MARK: Structures

    @inline(__always)
    private mutating func structure(_ place: Place, _ shape: ShapeRecord, _ slot: inout SlotValue) {
        guard arena.hasRoom(for: Int(shape.members.count)) else {
            verdicts.runOutOfRoom(at: .structure(place))
            slot.presence = .unknown
            slot.kind = .unknown
            return
        }
        let frame = arena.addFrame(members: Int(shape.members.count))
        var neighbours: [Bool]?
        slot.start = UInt32(frame)
        slot.isIncomplete = cursor.isIncomplete(place)
        var iteration = cursor.members(of: place)
        while let (key, value) = cursor.nextMember(&iteration) {
            let name = cursor.name(of: key)
            guard let number = cursor.member(key, named: texts.span(name), of: shape, in: registry) else {
                unknownMember(key, value, of: shape, in: place, beside: &neighbours)
                continue
            }
            let index = Int(shape.members.start) + number
            verdicts.path.push(member: index)
            if arena[frame + number].presence != .absent {
                duplicateKey(value, first: arena[frame + number].place)
            }
            let member = registry.members[index]
            let slotValue = self.value(value, as: Int(member.shape), member: member)
            arena[frame + number] = slotValue
            verdicts.path.pop()
        }
        if !slot.isIncomplete && shape.required > 0 {
            requiredMembers(of: shape, frame, in: place)
        }
        if shape.bindings.count > 0 {
            runStructureChecks(
                shape.bindings, frame, place, isComplete: !slot.isIncomplete,
                standing: standing(of: shape, frame))
        }
    }

    private mutating func requiredMembers(of shape: ShapeRecord, _ frame: Int, in place: Place) {
        for number in 0..<Int(shape.members.count)
        where arena[frame + number].presence == .absent {
            let member = registry.members[Int(shape.members.start) + number]
            guard member.has(MemberRecord.required) else { continue }
            let name = registry.text.string(member.name)
            verdicts.report(
                shape: .required, at: .structure(place), member: "/" + name,
                message: ShapeMessages.required(
                    cursor.naming(registry).written(member: number, in: shape) ?? name, of: shape, member: member,
                    registry))
        }
    }

    private mutating func runStructureChecks(
        _ bindings: Run, _ frame: Int, _ place: Place, isComplete: Bool, standing: Standing
    ) {
        let reader = arena.reader
        context.standing = standing
        defer { context.standing = .none }
        for index in bindings.indices {
            guard let check = rules.structureChecks[index] else { continue }
            let binding = registry.bindings.reference(index)
            verdicts.claims = binding.record.rules
            verdicts.place = place
            let site = CheckSite(context, binding)
            let structure = Structure(
                reader: reader, paths: registry.slots[binding.record.slots], frame: frame, place: place, isComplete: isComplete)
            check.judge(structure, in: site, &verdicts)
        }
        verdicts.claims = .empty
    }

    /// Whether the current state is that of the resource which the structure, if it is a whole request, replaces.
    private func standing(of shape: ShapeRecord, _ frame: Int) -> Standing {
        guard let current, current.requestShape.name == shape.name else { return .none }
        let reader = arena.reader
        let name = Slot(frame + Int(current.record.requestIdentity), of: reader)
        guard let identity = current.identity, let text = name.text else { return .same(current) }
        return text == identity ? .same(current) : .other(current)
    }

    private mutating func duplicateKey(_ value: Place, first: Place) {
        let name = verdicts.path.memberName(registry) ?? ""
        verdicts.report(
            shape: .duplicateKey, at: .key(value), message: ShapeMessages.duplicateKey(name),
            related: [RelatedSpot("It stands here first.", .key(first))])
    }

    /// By the numbers of a shape's members: whether an object has them, for messages.
    private mutating func members(in object: Place, of shape: ShapeRecord) -> [Bool] {
        var result = Array(repeating: false, count: Int(shape.members.count))
        var iteration = cursor.members(of: object)
        while let (key, _) = cursor.nextMember(&iteration) {
            let name = cursor.text(of: key)
            if let number = cursor.member(key, named: texts.span(name), of: shape, in: registry) { result[number] = true }
        }
        return result
    }

    /// - Parameter neighbours: the members that the object has, looked for once an object, so that many unknown ones stay cheap.
    private mutating func unknownMember(
        _ key: Place, _ value: Place, of shape: ShapeRecord, in object: Place, beside neighbours: inout [Bool]?
    ) {
        if verdicts.isFull { return }
        let name = text(of: key)
        verdicts.path.push(key: cursor.text(of: key))
        defer { verdicts.path.pop() }
        if cursor.isUnavailable(key) {
            return verdicts.report(
                shape: .unavailableMember, at: .key(value),
                message: ShapeMessages.unavailableMember(name, of: shape, registry, cursor.naming(registry)))
        }
        let present = neighbours ?? members(in: object, of: shape)
        neighbours = present
        let words = UnknownMember.remembered(name, of: shape, registry, cursor.naming(registry), context.memory).words(beside: present)
        verdicts.report(
            shape: .unknownMember, at: .key(value), message: words.message,
            fix: words.replacement.map { replacement in
                FixProposal(
                    "rename `\(name)` to `\(replacement)`", .unsafe,
                    [.renameKey(value, to: replacement)])
            })
    }

    // MARK: Lists and maps

    @inline(__always)
    private mutating func list(
        _ place: Place, _ shape: ShapeRecord, _ member: MemberRecord?, _ slot: inout SlotValue
    ) {
        slot.isIncomplete = cursor.isIncomplete(place)
        slot.start = noIndex
        var count = 0
        var position = 0
        var last = -1
        var iteration = cursor.items(of: place)
        while let item = cursor.nextItem(&iteration) {
            verdicts.path.push(item: position)
            let value = self.value(item, as: Int(shape.element))
            verdicts.path.pop()
            position += 1
            if value.presence == .maybe {
                // What may be absent is no row of the list, and nothing can be said of the list's end.
                slot.isIncomplete = true
                continue
            }
            guard arena.hasRoom(for: 1) else {
                verdicts.runOutOfRoom(at: .value(item))
                slot.isIncomplete = true
                break
            }
            arena.append(value)
            let index = arena.count - 1
            if last < 0 {
                slot.start = UInt32(index)
            } else {
                arena[last].next = UInt32(index)
            }
            last = index
            count += 1
        }
        slot.count = UInt32(count)
        size(place, count, shape, isIncomplete: slot.isIncomplete)
    }

    @inline(__always)
    private mutating func map(_ place: Place, _ shape: ShapeRecord) {
        var count = 0
        var isIncomplete = cursor.isIncomplete(place)
        // Maps inside this one, which no service has, need a set of their own.
        var seen = KeySet()
        swap(&seen, &keys)
        seen.removeAll()
        defer { keys = seen }
        var iteration = cursor.members(of: place)
        while let (key, value) = cursor.nextMember(&iteration) {
            let name = cursor.name(of: key)
            verdicts.path.push(key: name)
            if let first = seen.insert(name, value, in: texts) {
                verdicts.report(
                    shape: .duplicateKey, at: .key(value),
                    message: ShapeMessages.duplicateKey(texts.string(name)),
                    related: [RelatedSpot("It stands here first.", .key(first))])
            }
            judgeKey(key, shape)
            if self.value(value, as: Int(shape.element)).presence == .maybe { isIncomplete = true } else { count += 1 }
            verdicts.path.pop()
        }
        size(place, count, shape, isIncomplete: isIncomplete)
    }

    private mutating func judgeKey(_ key: Place, _ shape: ShapeRecord) {
        guard shape.key != noIndex else { return }
        isKey = true
        defer { isKey = false }
        switch cursor.keyKind(of: key) {
        case .string:
            var unused = SlotValue.absent
            string(key, cursor.name(of: key), registry.shapes[Int(shape.key)], nil, &unused)
        case .unknown: break
        case let kind:
            let name = text(of: key)
            let member = verdicts.path.memberName(registry)
            verdicts.report(
                shape: .type, at: .value(key), message: ShapeMessages.keyType(kind, name, member))
        }
    }

    private mutating func size(
        _ place: Place, _ count: Int, _ shape: ShapeRecord, isIncomplete: Bool
    ) {
        guard shape.isBelow(Int64(count)) && !isIncomplete || shape.isAbove(Int64(count)) else { return }
        let subject = verdicts.path.subject(registry, texts)
        verdicts.report(
            shape: .length, at: .value(place),
            message: ShapeMessages.size(count, shape, subject))
    }

    // MARK: Scalars

    /// Whether the text at hand is a map's key, which has no value of its own to mark.
    private var isKey = false

    @inline(__always)
    private mutating func string(
        _ place: Place, _ location: TextLocation, _ shape: ShapeRecord, _ member: MemberRecord?,
        _ slot: inout SlotValue
    ) {
        noteAmbiguity(place)
        slot.start = UInt32(location.start)
        slot.count = UInt32(location.count)
        slot.textState = location.isDecoded ? .decoded : .verbatim
        if shape.flags & (ShapeRecord.hasMinimum | ShapeRecord.hasMaximum) != 0
            && !(shape.has(ShapeRecord.lengthIsCovered) && runs(shape.bindings) { $0.coversLength })
            && !(member?.has(MemberRecord.lengthIsCovered) ?? false && runs(member?.bindings) { $0.coversLength })
        {
            // Of an empty text, which has to be longer, nothing else is worth saying.
            if length(place, location, shape), location.count == 0 { return }
        }
        if shape.values.count > 0 { enumeration(place, location, shape) }
        if shape.pattern != noIndex
            && !(shape.has(ShapeRecord.patternIsCovered) && runs(shape.bindings) { $0.coversPattern })
            && !(member?.has(MemberRecord.patternIsCovered) ?? false && runs(member?.bindings) { $0.coversPattern })
        {
            pattern(place, location, shape)
        }
        verdicts.note = 0
        if shape.bindings.count > 0 { runTextChecks(shape.bindings, location, place) }
        if let member, member.bindings.count > 0 { runTextChecks(member.bindings, location, place) }
        slot.note = verdicts.note
    }

    /// Whether a check that stands for the model's own facts runs here: where its rules are switched off, the model speaks.
    private func runs(_ bindings: Run?, _ covers: (any TextCheck.Type) -> Bool) -> Bool {
        bindings?.indices.contains { rules.textChecks[$0].map(covers) ?? false } ?? false
    }

    private mutating func runTextChecks(_ bindings: Run, _ text: TextLocation, _ place: Place) {
        let reader = arena.reader
        for index in bindings.indices {
            guard let check = rules.textChecks[index] else { continue }
            let binding = registry.bindings.reference(index)
            verdicts.claims = binding.record.rules
            verdicts.place = place
            let site = CheckSite(context, binding, isAssumed: cursor.isAssumed(place))
            check.judge(reader.text(at: text), in: site, &verdicts)
        }
        verdicts.claims = .empty
    }

    /// - Returns: whether the length is wrong.
    private mutating func length(_ place: Place, _ text: TextLocation, _ shape: ShapeRecord) -> Bool {
        guard let count = shape.wrongLength(of: texts.span(text)) else { return false }
        let subject = verdicts.path.subject(registry, texts, isKey: isKey)
        verdicts.report(
            shape: .length, at: .value(place),
            message: ShapeMessages.length(count, shape, subject))
        return true
    }

    @inline(__always)
    private mutating func enumeration(_ place: Place, _ text: TextLocation, _ shape: ShapeRecord) {
        if registry.list(shape.values, holds: texts.span(text)) { return }
        if verdicts.isFull { return }
        let value = self.text(of: place)
        let words = ShapeMessages.enumeration(
            value, shape, verdicts.path.memberName(registry), registry)
        let range = 0..<text.count
        verdicts.report(
            shape: .enum, at: .value(place), message: words.message,
            fix: words.replacement.map { replacement in
                FixProposal(
                    "write `\(replacement)`", .unsafe,
                    [.replaceText(place, range, with: replacement)])
            })
    }

    @inline(__always)
    private mutating func pattern(_ place: Place, _ text: TextLocation, _ shape: ShapeRecord) {
        switch registry.patterns.match(Int(shape.pattern), texts.span(text), context.memory.matching) {
        case .match: return
        case .gaveUp:
            verdicts.giveUp(at: .value(place), on: registry.patterns.source(Int(shape.pattern)))
        case .noMatch:
            let value = self.text(of: place)
            let member = verdicts.path.memberName(registry)
            let source = registry.patterns.source(Int(shape.pattern))
            let isKey = isKey
            verdicts.report(
                shape: .pattern, at: .value(place),
                message: ShapeMessages.pattern(value, member, source, isKey: isKey))
        }
    }

    @inline(__always)
    private mutating func integer(
        _ place: Place, _ shape: ShapeRecord, _ member: MemberRecord?, _ slot: inout SlotValue
    ) {
        noteAmbiguity(place)
        let value = IntegerText.value(texts.span(cursor.text(of: place)))
        guard !shape.takes(value) else { return }
        let subject = verdicts.path.subject(registry, texts)
        let written = text(of: place)
        verdicts.report(
            shape: .range, at: .value(place), message: ShapeMessages.range(written, shape, subject))
    }

    private mutating func wrongType(_ place: Place, _ kind: ValueKind, _ shape: ShapeRecord) {
        if verdicts.isFull { return }
        let value = kind == .object || kind == .array ? "" : text(of: place)
        let words = ShapeMessages.type(
            kind, value, shape, verdicts.path.subject(registry, texts), registry)
        verdicts.report(
            shape: .type, at: .value(place), message: words.message,
            fix: words.change.map { change in
                switch change {
                case .literal(let literal):
                    FixProposal(
                        "write `\(literal)`", .unsafe, [.replaceValue(place, literal: literal)])
                case .list:
                    FixProposal("put the value into a list", .unsafe, [.wrapInList(place)])
                }
            })
    }

    /// The text of a scalar, for messages.
    private func text(of place: Place) -> String {
        texts.string(cursor.text(of: place))
    }
}
