import Documents

extension RequestScreen {
    /// Judges a text by its shape and by the checks that are bound to it.
    /// - Returns: false where that takes a closer look; what checks find is in `verdicts`.
    @inline(__always)
    mutating func isClean(_ location: TextLocation, as shape: Int, of member: Int?, _ slot: inout SlotValue) -> Bool {
        guard !scanner.isStopped else { return false }
        slot.start = UInt32(location.start)
        slot.count = UInt32(location.count)
        let place = member ?? registry.members.count + shape
        let needs = memory.needs(at: place) ?? learn(place, shape, member)
        if needs.isEmpty { return true }
        let texts = arena.reader
        if needs.contains(.memory), memory.knows(texts.text(at: location), at: place) { return true }
        return takesCloserLook(location, shape, member, place, needs, &slot)
    }

    /// Judges a text that is not known.
    private mutating func takesCloserLook(
        _ location: TextLocation, _ shape: Int, _ member: Int?, _ place: Int, _ needs: TextNeeds, _ slot: inout SlotValue
    ) -> Bool {
        let texts = arena.reader
        let text = texts.text(at: location)
        if needs.contains(.length), !hasLength(text, shape) {
            guard ignores(.length) else { return false }
            // Of an empty text, which has to be longer, nothing else is worth saying.
            if location.count == 0 { return true }
        }
        if needs.contains(.values), !isValue(text, shape), !ignores(.enum) { return false }
        if needs.contains(.pattern), !matches(text, shape), !ignores(.pattern) { return false }
        let before = verdicts.count
        verdicts.note = 0
        if needs.contains(.checks) {
            verdicts.place = slot.place
            run(registry.shapes[shape].bindings, text)
            if let member { run(registry.members[member].bindings, text) }
        }
        slot.note = verdicts.note
        // A note may hold for one request only.
        if needs.contains(.memory), verdicts.note == 0, verdicts.count == before { memory.remember(text, at: place) }
        return true
    }

    /// What texts of a place are judged by.
    private func learn(_ place: Int, _ shape: Int, _ member: Int?) -> TextNeeds {
        let record = registry.shapes[shape]
        let flags = member.map { registry.members[$0].flags } ?? 0
        let bindings = [record.bindings, member.map { registry.members[$0].bindings } ?? .empty].flatMap(\.indices)
        let checks = bindings.compactMap { rules.textChecks[$0] }
        var needs = TextNeeds()
        let isBounded = record.has(ShapeRecord.hasMinimum) || record.has(ShapeRecord.hasMaximum)
        let coversLength = record.has(ShapeRecord.lengthIsCovered) || flags & MemberRecord.lengthIsCovered != 0
        let coversPattern = record.has(ShapeRecord.patternIsCovered) || flags & MemberRecord.patternIsCovered != 0
        // Where the rules of a check that stands for the model's own facts are switched off, the model speaks.
        if isBounded, !(coversLength && checks.contains { $0.coversLength }) { needs.insert(.length) }
        if record.values.count > 0 { needs.insert(.values) }
        if record.pattern != noIndex, !(coversPattern && checks.contains { $0.coversPattern }) { needs.insert(.pattern) }
        if !checks.isEmpty { needs.insert(.checks) }
        if !needs.subtracting(.length).isEmpty { needs.insert(.memory) }
        memory.note(needs, at: place)
        return needs
    }

    private func hasLength(_ text: borrowing Span<UInt8>, _ shape: Int) -> Bool {
        let minimum = registry.shapes[shape].has(ShapeRecord.hasMinimum) ? Int(registry.shapes[shape].minimum) : 0
        let maximum = registry.shapes[shape].has(ShapeRecord.hasMaximum) ? Int(registry.shapes[shape].maximum) : Int.max
        // A scalar takes one to four bytes: most texts need no count.
        if text.count <= maximum && text.count >= minimum * 4 { return true }
        let count = text.scalarCount
        return count >= minimum && count <= maximum
    }

    private func isValue(_ text: borrowing Span<UInt8>, _ shape: Int) -> Bool {
        for index in registry.shapes[shape].values.indices
        where registry.text.equals(registry.textList[index], text) {
            return true
        }
        return false
    }

    private func matches(_ text: borrowing Span<UInt8>, _ shape: Int) -> Bool {
        registry.patterns.match(Int(registry.shapes[shape].pattern), text, checkMemory.matching) == .match
    }

    private mutating func run(_ bindings: Run, _ text: borrowing Span<UInt8>) {
        for index in bindings.indices {
            guard let check = rules.textChecks[index] else { continue }
            verdicts.claims = registry.bindings[index].rules
            let site = CheckSite(registry: registry, binding: registry.bindings[index], today: today, memory: checkMemory)
            check.judge(text, in: site, &verdicts)
        }
        verdicts.claims = .empty
    }
}
