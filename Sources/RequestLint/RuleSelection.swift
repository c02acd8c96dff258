/// Which rules run, and with which severity, by a run's options.
struct RuleSelection {
    private let registry: Registry
    private let ids: [String]

    init(_ registry: Registry) {
        self.registry = registry
        ids = (0..<registry.rules.count).map { registry.text.string(registry.rules[$0].id) }
    }

    /// - Returns: a severity for each rule, nil where it does not run.
    func severities(_ options: Linter.Options) throws(ConfigurationError) -> [Severity?] {
        var mistakes: [String] = []
        var result: [Severity?] = ids.indices.map { index in
            let record = registry.rules[index]
            let isOn = options.select.isEmpty && record.isOnByDefault != 0
            return isOn ? severity(record) : nil
        }
        for name in options.select {
            for index in rules(name, &mistakes) { result[index] = severity(registry.rules[index]) }
        }
        // A severity that is given for a rule switches it on, unless another option leaves it out.
        for (name, severity) in options.severities {
            let isRule = ids.contains(name)
            for index in rules(name, &mistakes)
            where result[index] != nil || (isRule && options.select.isEmpty) {
                result[index] = severity
            }
        }
        for name in options.ignore {
            for index in rules(name, &mistakes) { result[index] = nil }
        }
        guard mistakes.isEmpty else { throw ConfigurationError(mistakes) }
        return result
    }

    private func severity(_ record: RuleRecord) -> Severity? {
        Severity(weight: UInt8(truncatingIfNeeded: record.severity))
    }

    /// The rules that a name stands for: a rule's id, or a category with or without its slash.
    private func rules(_ name: String, _ mistakes: inout [String]) -> [Int] {
        let category = name.hasSuffix("/") ? name : name + "/"
        let found = ids.indices.filter { ids[$0] == name || ids[$0].hasPrefix(category) }
        if found.isEmpty {
            let categories = Set(ids.map { String($0.prefix { $0 != "/" }) + "/" })
            let near = Spelling.nearest(to: name, among: ids + categories.sorted())
            mistakes.append(
                "There is no rule or category `\(name)`.\(near.map { " Did you mean `\($0)`?" } ?? " `rules` lists them all.")")
        }
        return Array(found)
    }
}
