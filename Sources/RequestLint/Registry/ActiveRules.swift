/// The rules of a registry that are switched on, and the checks that can find what one of them claims. Made once a linter,
/// because a request has dozens of places where checks are bound.
struct ActiveRules: Sendable {
    /// By rule.
    let isOn: [Bool]
    /// By binding: its check, where it judges texts and anything that it can find is switched on.
    let textChecks: [(any TextCheck.Type)?]
    /// Whether all checks that sum up are switched on, wherever they are bound.
    let areSummedUp: Bool
    /// By binding: its check, where it judges structures and anything that it can find is switched on.
    let structureChecks: [(any StructureCheck.Type)?]
    /// By binding: the structures in which its check can find anything that is switched on.
    let gates: [Gate]

    /// - Parameter hasState: whether there is a current state to compare requests with.
    init(_ registry: Registry, isOn: [Bool], hasState: Bool) {
        self.isOn = isOn
        let checks = (0..<registry.bindings.count).map { index in
            let binding = registry.bindings[index]
            let listens = binding.rules.indices.contains { number in
                let rule = registry.bindingRules[number]
                return rule != noIndex && isOn[Int(rule)]
            }
            return listens ? Int(binding.check) : nil
        }
        textChecks = checks.map { $0.flatMap { registry.checks.textChecks[$0] } }
        areSummedUp = checks.indices.allSatisfy { index in
            checks[index] != nil || registry.checks.textChecks[Int(registry.bindings[index].check)]?.sumsUp != true
        }
        let structureChecks = checks.map { number -> (any StructureCheck.Type)? in
            guard let check = number.flatMap({ registry.checks.structureChecks[$0] }) else { return nil }
            return hasState || !check.comparesState ? check : nil
        }
        gates = structureChecks.indices.map { structureChecks[$0] == nil ? .shut : registry.bindings[$0].gate }
        self.structureChecks = structureChecks
    }
}
