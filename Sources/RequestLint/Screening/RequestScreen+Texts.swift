import Documents

extension RequestScreen {
    /// Judges a text by its shape and by the checks that are bound to it.
    /// - Returns: false where that takes a closer look.
    @inline(__always)
    mutating func isClean(_ location: TextLocation, by plan: PlanReference, _ slot: inout SlotValue) -> Bool {
        guard !scanner.isStopped else { return false }
        slot.start = UInt32(truncatingIfNeeded: location.start)
        slot.count = UInt32(truncatingIfNeeded: location.count)
        if plan.needs.isEmpty { return true }
        let reader = texts
        let remembers = plan.needs.contains(.memory)
        return remembers && memory.knows(reader.text(at: location), at: plan.place) || isCleanText(location, by: plan, &slot)
    }

    @inline(never)
    private mutating func isCleanText(
        _ location: TextLocation, by plan: PlanReference, _ slot: inout SlotValue
    ) -> Bool {
        let (place, shape, needs) = (plan.place, plan.shape, plan.needs)
        let reader = texts
        let text = reader.text(at: location)
        if needs.contains(.length), registry.shapes[shape].wrongLength(of: text) != nil {
            guard ignores(.length) else { return false }
            // Of an empty text, which has to be longer, nothing else is worth saying.
            if location.count == 0 { return true }
        }
        if needs.contains(.values), !registry.list(registry.shapes[shape].values, holds: text), !ignores(.enum) { return false }
        if needs.contains(.pattern) {
            switch registry.patterns.match(Int(registry.shapes[shape].pattern), text, context.memory.matching) {
            case .match: break
            case .noMatch: if !ignores(.pattern) { return false }
            // That nothing is known is said whatever is switched off.
            case .gaveUp: return false
            }
        }
        verdicts.note = 0
        if needs.contains(.checks) {
            verdicts.place = slot.place
            if registry.shapes[shape].bindings.count > 0 { run(registry.shapes[shape].bindings, text) }
            if place < registry.members.count, registry.members[place].bindings.count > 0 {
                run(registry.members[place].bindings, text)
            }
        }
        slot.note = verdicts.note
        // A note may hold for one request only.
        if needs.contains(.memory), verdicts.note == 0, !verdicts.hasNoted { memory.remember(text, at: place) }
        return !verdicts.hasNoted
    }

    private mutating func run(_ bindings: Run, _ text: borrowing Span<UInt8>) {
        for index in bindings.indices {
            guard let check = rules.textChecks[index] else { continue }
            let binding = registry.bindings.reference(index)
            verdicts.claims = binding.record.rules
            let site = CheckSite(context, binding)
            check.judge(text, in: site, &verdicts)
        }
        verdicts.claims = .empty
    }
}
