import ImageBuilderLint

/// What `--version` prints: the tool and the facts that are compiled into it.
enum VersionText {
    static let text: String = {
        guard let day = Day(year: 2026, month: 1, day: 1), let linter = try? Linter(Linter.Options(today: day)) else {
            return "\(Tool.name): the rules that belong into this program are missing"
        }
        let identity = linter.identity
        return """
            \(identity.name) \(identity.version)
            model: \(identity.model)
            time zones: tzdata \(identity.tzdata)
            """
    }()
}
