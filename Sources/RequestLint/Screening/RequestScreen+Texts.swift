import Documents

extension RequestScreen {
    /// Judges a text by its shape and by the checks that are bound to it.
    /// - Returns: false where that takes a closer look; what checks find is in `verdicts`.
    @inline(__always)
    mutating func isClean(_ location: TextLocation, as shape: Int, of member: Int?, _ slot: inout SlotValue) -> Bool {
        guard !scanner.isStopped else { return false }
        slot.start = UInt32(truncatingIfNeeded: location.start)
        slot.count = UInt32(truncatingIfNeeded: location.count)
        let needs = memory.needs(at: member ?? registry.members.count &+ shape)
        return needs.isEmpty || isClean(location, shape, member, needs, &slot)
    }

    @inline(never)
    private mutating func isClean(
        _ location: TextLocation, _ shape: Int, _ member: Int?, _ needs: TextNeeds, _ slot: inout SlotValue
    ) -> Bool {
        let place = member ?? registry.members.count + shape
        let needs = needs == .unknown ? learn(place, shape, member) : needs
        let reader = texts
        let text = reader.text(at: location)
        let remembers = needs.contains(.memory)
        if remembers, memory.knows(text, at: place) { return true }
        if needs.contains(.length), registry.shapes[shape].wrongLength(of: text) != nil {
            guard ignores(.length) else { return false }
            // Of an empty text, which has to be longer, nothing else is worth saying.
            if location.count == 0 { return true }
        }
        if needs.contains(.values), !registry.list(registry.shapes[shape].values, holds: text), !ignores(.enum) { return false }
        if needs.contains(.pattern),
            registry.patterns.match(Int(registry.shapes[shape].pattern), text, checkMemory.matching) != .match, !ignores(.pattern)
        {
            return false
        }
        verdicts.note = 0
        if needs.contains(.checks) {
            verdicts.place = slot.place
            run(registry.shapes[shape].bindings, text)
            if let member { run(registry.members[member].bindings, text) }
        }
        slot.note = verdicts.note
        // A note may hold for one request only.
        if remembers, verdicts.note == 0, !verdicts.hasNoted { memory.remember(text, at: place) }
        return !verdicts.hasNoted
    }

    /// What texts of a place are judged by.
    private func learn(_ place: Int, _ shape: Int, _ member: Int?) -> TextNeeds {
        let record = registry.shapes[shape]
        let flags = member.map { registry.members[$0].flags } ?? 0
        var (hasChecks, areLengthsChecked, arePatternsChecked) = (false, false, false)
        for bindings in [record.bindings, member.map { registry.members[$0].bindings } ?? .empty] {
            for index in bindings.indices {
                guard let check = rules.textChecks[index] else { continue }
                hasChecks = true
                areLengthsChecked = areLengthsChecked || check.coversLength
                arePatternsChecked = arePatternsChecked || check.coversPattern
            }
        }
        var needs = TextNeeds()
        let isBounded = record.has(ShapeRecord.hasMinimum) || record.has(ShapeRecord.hasMaximum)
        let coversLength = record.has(ShapeRecord.lengthIsCovered) || flags & MemberRecord.lengthIsCovered != 0
        let coversPattern = record.has(ShapeRecord.patternIsCovered) || flags & MemberRecord.patternIsCovered != 0
        // Where the rules of a check that stands for the model's own facts are switched off, the model speaks.
        if isBounded, !(coversLength && areLengthsChecked) { needs.insert(.length) }
        if record.values.count > 0 { needs.insert(.values) }
        if record.pattern != noIndex, !(coversPattern && arePatternsChecked) { needs.insert(.pattern) }
        if hasChecks { needs.insert(.checks) }
        if !needs.subtracting(.length).isEmpty { needs.insert(.memory) }
        memory.note(needs, at: place)
        return needs
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
