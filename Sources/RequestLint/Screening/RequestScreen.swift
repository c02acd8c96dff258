import Documents

/// Judges one request where it lies in JSON, and only says whether there is anything to say of it: by the same registry, slots
/// and checks as the Judge, which explains what there is. What it does not recognise, or is not sure of, it leaves to the way
/// through a document; so it may stop at whatever is rare, and needs no words, paths or places.
struct RequestScreen: ~Copyable {
    let registry: Registry
    let rules: ActiveRules
    let arena: SlotArena
    /// Reads slots and texts of the arena in place.
    let texts: SlotReader
    let context: CheckContext
    let memory: ScreeningMemory
    var scanner: JSONScanner
    var verdicts: Verdicts
    /// Which members of its shape the last request had, a bit each; of shapes with more members than bits, the first ones.
    private(set) var members: UInt64 = 0
    /// The last shape of which a member was unknown or missing, as happens where a request is one of another operation.
    private(set) var mismatched = -1

    /// - Parameter pointer: the same bytes, which stay where they are as long as this is used.
    init(
        _ bytes: [UInt8], at pointer: UnsafeBufferPointer<UInt8>, _ registry: Registry, _ rules: ActiveRules, desk: Desk
    ) {
        self.registry = registry
        self.rules = rules
        arena = desk.screeningArena
        context = desk.context
        memory = desk.screening
        scanner = JSONScanner(pointer)
        let bytes = RequestTexts(source: bytes, decoded: [])
        arena.hold(bytes)
        texts = arena.reader
        verdicts = Verdicts(registry: registry, rules: rules, texts: bytes, explains: false)
    }

    /// Whether there is nothing to say of the request in front, which the scanner has passed then.
    mutating func isClean(as shape: Int) -> Bool {
        arena.reset()
        context.memory.begin()
        verdicts.begin(isSummedUp: true)
        mismatched = -1
        var request = SlotValue.absent
        return scanner.next() == UInt8(ascii: "{") && structure(shape, &request) && verdicts.isEmpty
    }

    /// Whether nobody asks for one of the Judge's own problems.
    @inline(never)
    func ignores(_ problem: ShapeProblem) -> Bool {
        let rule = registry.shapeRules[problem.number]
        return rule == noIndex || !rules.isOn[Int(rule)]
    }

    // MARK: Values

    /// Judges the value in front, and keeps of it what structure checks read.
    /// - Returns: false where that takes a closer look.
    @inline(__always)
    private mutating func value(by plan: PlanReference, _ slot: inout SlotValue) -> Bool {
        let sign = scanner.next()
        slot.presence = .present
        slot.place = Place(scanner.position)
        let shape = plan.shape
        switch (plan.type, sign) {
        case (.string, UInt8(ascii: "\"")):
            slot.kind = .string
            return isClean(scanner.text(), by: plan, &slot)
        case (.structure, UInt8(ascii: "{")): return structure(shape, &slot)
        case (.list, UInt8(ascii: "[")): return list(shape, &slot)
        case (.map, UInt8(ascii: "{")): return map(shape, &slot)
        case (.boolean, UInt8(ascii: "t")):
            slot.kind = .boolean
            slot.start = 1
            _ = scanner.word("true")
        case (.boolean, UInt8(ascii: "f")):
            slot.kind = .boolean
            slot.start = 0
            _ = scanner.word("false")
        case (.integer, _), (.long, _):
            slot.kind = .integer
            return isInteger(in: shape)
        case (.timestamp, UInt8(ascii: "\"")), (.blob, UInt8(ascii: "\"")):
            slot.kind = .string
            _ = scanner.text()
        case (.timestamp, _), (.float, _): slot.kind = scanner.number().isInteger ? .integer : .number
        default: return false
        }
        return !scanner.isStopped
    }

    private mutating func isInteger(in shape: Int) -> Bool {
        if let number = scanner.shortInteger() { return registry.shapes[shape].takes(number) || ignores(.range) }
        let number = scanner.number()
        guard !scanner.isStopped, number.isInteger else { return false }
        let reader = texts
        return registry.shapes[shape].takes(IntegerText.value(reader.text(at: number.text))) || ignores(.range)
    }

    // MARK: Structures

    private mutating func structure(_ shape: Int, _ slot: inout SlotValue) -> Bool {
        let run = registry.shapes[shape].members
        guard arena.hasRoom(for: Int(run.count)) else { return false }
        let place = Place(scanner.position)
        scanner.advance()
        let frame = arena.addFrame(members: Int(run.count))
        slot.kind = .object
        slot.start = UInt32(truncatingIfNeeded: frame)
        var present: UInt64 = 0
        var required: UInt32 = 0
        var last = registry.members.count &+ shape
        if scanner.next() == UInt8(ascii: "}") {
            scanner.advance()
        } else {
            repeat {
                guard let member = memory.follower(of: last, &scanner) ?? otherMember(behind: last, of: shape) else {
                    mismatched = shape
                    return false
                }
                last = member
                let number = member &- Int(run.start)
                let bit: UInt64 = number < 64 ? 1 &<< UInt64(truncatingIfNeeded: number) : 0
                // One that stands twice is the Judge's to explain.
                guard present & bit == 0, bit != 0 || arena[frame &+ number].presence == .absent else { return false }
                present |= bit
                let plan = memory.plan(at: member)
                var value = SlotValue.absent
                guard self.value(by: plan, &value) else { return false }
                arena[frame &+ number] = value
                required &+= plan.required
            } while scanner.another("}")
            guard !scanner.isStopped else { return false }
        }
        members = present
        guard required == registry.shapes[shape].required || ignores(.required) else {
            mismatched = shape
            return false
        }
        if registry.shapes[shape].bindings.count > 0 { runChecks(registry.shapes[shape].bindings, frame, place, present) }
        // Of the first thing to say, nobody asks for more.
        return !verdicts.hasNoted
    }

    /// The member that the key in front means, by its record; the scanner passes the colon.
    /// - Parameter last: the member before, which most often is followed by the same one.
    private mutating func otherMember(behind last: Int, of shape: Int) -> Int? {
        guard scanner.next() == UInt8(ascii: "\"") else { return nil }
        let name = scanner.text()
        let reader = texts
        guard scanner.skip(":"), let number = registry.member(named: reader.text(at: name), of: registry.shapes[shape]) else { return nil }
        let member = Int(registry.shapes[shape].members.start) + number
        _ = memory.plan(at: member, registry, rules)
        memory.note(member, behind: last)
        return member
    }

    /// - Parameter present: the members that are there, a bit each.
    private mutating func runChecks(_ bindings: Run, _ frame: Int, _ place: Place, _ present: UInt64) {
        var site = CheckSite(context, registry.bindings.reference(Int(bindings.start)))
        var structure = Structure(
            reader: texts, paths: registry.slots[.empty], frame: frame, place: place, isComplete: true)
        verdicts.place = place
        for index in bindings.indices where rules.gates[index].isOpen(to: present) {
            guard let check = rules.structureChecks[index] else { continue }
            let binding = registry.bindings.reference(index)
            verdicts.claims = binding.record.rules
            site.move(to: binding)
            structure.move(to: registry.slots[binding.record.slots])
            check.judge(structure, in: site, &verdicts)
        }
        verdicts.claims = .empty
    }

    // MARK: Lists and maps

    private mutating func list(_ shape: Int, _ slot: inout SlotValue) -> Bool {
        scanner.advance()
        slot.kind = .array
        slot.start = noIndex
        var count = 0
        var last = -1
        let element = registry.members.count + Int(registry.shapes[shape].element)
        let plan = memory.plan(at: element, registry, rules)
        if scanner.next() == UInt8(ascii: "]") {
            scanner.advance()
        } else {
            repeat {
                var item = SlotValue.absent
                guard value(by: plan, &item), arena.hasRoom(for: 1) else { return false }
                arena.append(item)
                if last < 0 { slot.start = UInt32(arena.count - 1) } else { arena[last].next = UInt32(arena.count - 1) }
                last = arena.count - 1
                count &+= 1
            } while scanner.another("]")
        }
        slot.count = UInt32(count)
        return !scanner.isStopped && (registry.shapes[shape].takes(Int64(count)) || ignores(.length))
    }

    /// Maps with more keys are left to the Judge, which does not compare them pair by pair.
    private static let mostKeys = 64

    private mutating func map(_ shape: Int, _ slot: inout SlotValue) -> Bool {
        scanner.advance()
        slot.kind = .object
        guard registry.shapes[shape].key != noIndex else { return false }
        let key = registry.members.count + Int(registry.shapes[shape].key)
        let element = registry.members.count + Int(registry.shapes[shape].element)
        let (keyPlan, plan) = (memory.plan(at: key, registry, rules), memory.plan(at: element, registry, rules))
        // No other slots may lie between those of the keys, with which others are compared.
        guard plan.type == .string else { return false }
        var count = 0
        let first = arena.count
        if scanner.next() == UInt8(ascii: "}") {
            scanner.advance()
        } else {
            repeat {
                guard count < Self.mostKeys, scanner.next() == UInt8(ascii: "\"") else { return false }
                let name = scanner.text()
                var unused = SlotValue.absent
                guard scanner.skip(":"), arena.hasRoom(for: 1), isNew(name, since: first),
                    isClean(name, by: keyPlan, &unused), value(by: plan, &unused)
                else { return false }
                count &+= 1
            } while scanner.another("}")
        }
        return !scanner.isStopped && (registry.shapes[shape].takes(Int64(count)) || ignores(.length))
    }

    /// Whether no slot from a number on has the same text, which is added to them.
    private mutating func isNew(_ key: TextLocation, since first: Int) -> Bool {
        let reader = texts
        for index in first..<arena.count where reader.text(of: reader[index]).equals(reader.text(at: key)) { return false }
        var slot = SlotValue.absent
        slot.start = UInt32(truncatingIfNeeded: key.start)
        slot.count = UInt32(truncatingIfNeeded: key.count)
        arena.append(slot)
        return true
    }
}
