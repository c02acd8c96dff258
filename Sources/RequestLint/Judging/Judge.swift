import Documents

/// Walks one request with a cursor and the registry: structure by the model, texts and structures by the bound checks.
struct Judge<C: Cursor>: ~Copyable {
    let registry: Registry
    let rules: ActiveRules
    var cursor: C
    let arena: SlotArena
    let context: CheckContext
    /// What was learned of places and texts, here as in the screening.
    let memory: ScreeningMemory
    var verdicts: Verdicts
    private let texts: RequestTexts
    private let current: CurrentState?
    private let lastKeys: LastKeys

    init(
        registry: Registry, cursor: consuming C, desk: Desk, rules: ActiveRules, current: CurrentState?
    ) {
        self.current = current
        self.registry = registry
        self.rules = rules
        texts = RequestTexts(source: cursor.source, decoded: cursor.decoded)
        self.cursor = cursor
        arena = desk.arena
        context = desk.context
        memory = desk.screening
        lastKeys = desk.lastKeys
        arena.hold(texts)
        verdicts = Verdicts(registry: registry, rules: rules, texts: texts, explains: true)
    }

    /// Judges one request and returns what was found.
    mutating func judge(_ request: Place, operation: OperationRecord) -> Judgement {
        arena.reset()
        context.memory.begin()
        verdicts.begin(isSummedUp: C.readsTheAPIsForm)
        var slot = SlotValue.absent
        value(request, by: memory.plan(at: registry.members.count + Int(operation.shape), registry, rules), &slot)
        return verdicts.takeJudgement()
    }

    // MARK: Values

    /// Judges a value, and keeps of it what structure checks read.
    private mutating func value(_ place: Place, by plan: PlanReference, _ slot: inout SlotValue) {
        let kind = cursor.kind(of: place)
        slot.place = place
        slot.kind = kind
        slot.presence = .present
        if kind.isOpen { return open(place, kind, plan, &slot) }
        switch (plan.type, kind) {
        case (.structure, .object): structure(place, plan.shape, &slot)
        case (.list, .array): list(place, plan.shape, &slot)
        case (.map, .object): map(place, plan.shape)
        case (.string, .string): string(place, cursor.text(of: place), plan, &slot)
        case (.boolean, .boolean):
            slot.start = booleanValue(place) ? 1 : 0
            noteAmbiguity(place)
        case (.integer, .integer), (.long, .integer): integer(place, plan.shape)
        case (.timestamp, .string), (.timestamp, .number), (.timestamp, .integer), (.timestamp, .timestamp),
            (.blob, .string), (.float, .number), (.float, .integer):
            break
        default:
            wrongType(place, kind, registry.shapes[plan.shape])
            // What it says can't be known, so nothing that depends on it is judged.
            slot.presence = .unknown
            slot.kind = .unknown
        }
        if cursor.certainty(of: place) != .certain || cursor.isAssumed(place) {
            weaken(&slot, cursor.certainty(of: place))
        }
    }

    /// A value that is not known, or one of several, which are judged each.
    private mutating func open(_ place: Place, _ kind: ValueKind, _ plan: PlanReference, _ slot: inout SlotValue) {
        if kind == .alternatives {
            var iteration = cursor.items(of: place)
            while let alternative = cursor.nextItem(&iteration) {
                var unused = SlotValue.absent
                value(alternative, by: plan, &unused)
            }
        }
        slot.kind = .unknown
        slot.presence = cursor.certainty(of: place) == .maybe ? .maybe : .unknown
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
        verdicts.report(shape: .ambiguousScalar, at: .value(place), message: Words(words))
    }

    // MARK: Structures

    private mutating func structure(_ place: Place, _ shape: Int, _ slot: inout SlotValue) {
        let run = registry.shapes[shape].members
        guard arena.hasRoom(for: Int(run.count)) else {
            verdicts.runOutOfRoom(at: .structure(place))
            slot.presence = .unknown
            slot.kind = .unknown
            return
        }
        let frame = arena.addFrame(members: Int(run.count))
        var members = MemberTally()
        var neighbours: [Bool]?
        slot.start = UInt32(truncatingIfNeeded: frame)
        slot.isIncomplete = cursor.isIncomplete(place)
        var last = registry.members.count &+ shape
        var iteration = cursor.members(of: place)
        while let (key, value) = cursor.nextMember(&iteration) {
            guard let member = member(key, behind: last, of: shape) else {
                unknownMember(key, value, of: registry.shapes[shape], in: place, beside: &neighbours)
                continue
            }
            last = member
            let number = member &- Int(run.start)
            verdicts.path.push(member: member)
            let isTwice = arena[frame &+ number].presence != .absent
            if isTwice { duplicateKey(value, first: arena[frame &+ number].place) }
            let plan = memory.plan(at: member, registry, rules)
            var slot = SlotValue.absent
            self.value(value, by: plan, &slot)
            arena[frame &+ number] = slot
            verdicts.path.pop()
            members.add(number, slot.presence, required: isTwice ? 0 : plan.required)
        }
        if !slot.isIncomplete, members.required < registry.shapes[shape].required {
            requiredMembers(of: registry.shapes[shape], frame, in: place)
        }
        if registry.shapes[shape].bindings.count > 0 {
            runStructureChecks(shape, frame, place, isComplete: !slot.isIncomplete, members)
        }
    }

    /// The member that a key means, by its record.
    /// - Parameter last: the member before, which most often is followed by the same one.
    @inline(__always)
    private mutating func member(_ key: Place, behind last: Int, of shape: Int) -> Int? {
        let name = cursor.name(of: key)
        if C.readsTheAPIsForm, let follower = memory.follower(of: last, named: texts.span(name)) { return follower }
        guard let number = cursor.member(key, named: texts.span(name), of: registry.shapes[shape], in: registry) else { return nil }
        let member = Int(registry.shapes[shape].members.start) + number
        if C.readsTheAPIsForm { memory.note(member, behind: last) }
        return member
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
        _ shape: Int, _ frame: Int, _ place: Place, isComplete: Bool, _ members: MemberTally
    ) {
        let bindings = registry.shapes[shape].bindings
        if current != nil { context.standing = standing(of: registry.shapes[shape], frame) }
        defer { if current != nil { context.standing = .none } }
        var site = CheckSite(context, registry.bindings.reference(Int(bindings.start)))
        var structure = Structure(
            reader: arena.reader, paths: registry.slots[.empty], frame: frame, place: place, isComplete: isComplete)
        // Of what is not known to be there, or not to be, a gate can't say that a check finds nothing.
        let isKnown = isComplete && members.areAllPresent
        verdicts.place = place
        for index in bindings.indices where !isKnown || rules.gates[index].isOpen(to: members.present) {
            guard let check = rules.structureChecks[index] else { continue }
            let binding = registry.bindings.reference(index)
            verdicts.claims = binding.record.rules
            site.move(to: binding)
            structure.move(to: registry.slots[binding.record.slots])
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

    private mutating func list(_ place: Place, _ shape: Int, _ slot: inout SlotValue) {
        let plan = memory.plan(at: registry.members.count + Int(registry.shapes[shape].element), registry, rules)
        slot.isIncomplete = cursor.isIncomplete(place)
        slot.start = noIndex
        var count = 0
        var position = 0
        var last = -1
        var iteration = cursor.items(of: place)
        while let item = cursor.nextItem(&iteration) {
            verdicts.path.push(item: position)
            var value = SlotValue.absent
            self.value(item, by: plan, &value)
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
        size(place, count, registry.shapes[shape], isIncomplete: slot.isIncomplete)
    }

    private mutating func map(_ place: Place, _ shape: Int) {
        let plan = memory.plan(at: registry.members.count + Int(registry.shapes[shape].element), registry, rules)
        var count = 0
        var isIncomplete = cursor.isIncomplete(place)
        // Maps inside this one, which no service has, need a set of their own.
        var seen = KeySet()
        swap(&seen, &lastKeys.keys)
        seen.removeAll()
        defer { lastKeys.keys = seen }
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
            judgeKey(key, registry.shapes[shape].key)
            var slot = SlotValue.absent
            self.value(value, by: plan, &slot)
            if slot.presence == .maybe { isIncomplete = true } else { count += 1 }
            verdicts.path.pop()
        }
        size(place, count, registry.shapes[shape], isIncomplete: isIncomplete)
    }

    private mutating func judgeKey(_ key: Place, _ shape: UInt32) {
        guard shape != noIndex else { return }
        isKey = true
        defer { isKey = false }
        switch cursor.keyKind(of: key) {
        case .string:
            var unused = SlotValue.absent
            string(key, cursor.name(of: key), memory.plan(at: registry.members.count + Int(shape), registry, rules), &unused)
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
        _ place: Place, _ location: TextLocation, _ plan: PlanReference, _ slot: inout SlotValue
    ) {
        noteAmbiguity(place)
        slot.start = UInt32(location.start)
        slot.count = UInt32(location.count)
        slot.textState = location.isDecoded ? .decoded : .verbatim
        if !plan.needs.isEmpty { slot.note = text(place, location, plan) }
    }

    /// Judges a text by its shape and by the checks that are bound to it.
    /// - Returns: what a check noted of it.
    private mutating func text(_ place: Place, _ location: TextLocation, _ plan: PlanReference) -> UInt32 {
        let needs = plan.needs
        // Of a text that was filled in, checks see less.
        let remembers = needs.contains(.memory) && !cursor.isAssumed(place)
        if remembers, memory.knows(texts.span(location), at: plan.place) { return 0 }
        let before = verdicts.remarks
        let shape = plan.shape
        // Of an empty text, which has to be longer, nothing else is worth saying.
        if needs.contains(.length), length(place, location, registry.shapes[shape]), location.count == 0 { return 0 }
        if needs.contains(.values) { enumeration(place, location, registry.shapes[shape]) }
        if needs.contains(.pattern) { pattern(place, location, registry.shapes[shape]) }
        verdicts.note = 0
        if needs.contains(.checks) {
            if registry.shapes[shape].bindings.count > 0 { runTextChecks(registry.shapes[shape].bindings, location, place) }
            if plan.place < registry.members.count, registry.members[plan.place].bindings.count > 0 {
                runTextChecks(registry.members[plan.place].bindings, location, place)
            }
        }
        // A note may hold for one request only.
        if remembers, verdicts.note == 0, verdicts.remarks == before, !verdicts.isFull { memory.remember(texts.span(location), at: plan.place) }
        return verdicts.note
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
    private mutating func integer(_ place: Place, _ shape: Int) {
        noteAmbiguity(place)
        let value = IntegerText.value(texts.span(cursor.text(of: place)))
        if !registry.shapes[shape].takes(value) { wrongNumber(place, registry.shapes[shape]) }
    }

    private mutating func wrongNumber(_ place: Place, _ shape: ShapeRecord) {
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
