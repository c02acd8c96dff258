/// The names that diagnostics repeat, each made once a worker.
final class ReportNames {
    private let registry: Registry
    /// By number; empty as long as nobody asked, for most files need none.
    private var rules: [Rule.ID?] = []
    private var operations: [String?] = []

    init(_ registry: Registry) {
        self.registry = registry
    }

    func rule(_ number: Int) -> Rule.ID {
        if rules.isEmpty { rules = Array(repeating: nil, count: registry.rules.count) }
        if let known = rules[number] { return known }
        let id = Rule.ID(registry.text.string(registry.rules[number].id))
        rules[number] = id
        return id
    }

    func operation(_ number: Int) -> String {
        if operations.isEmpty { operations = Array(repeating: nil, count: registry.operations.count) }
        if let known = operations[number] { return known }
        let name = registry.text.string(registry.operations[number].name)
        operations[number] = name
        return name
    }
}
