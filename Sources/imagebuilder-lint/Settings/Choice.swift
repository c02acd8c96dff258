import ImageBuilderLint

/// The value of an option that takes one of a few words.
enum Choice {
    /// - Returns: the value, or nil after saying what is wrong with it.
    static func of<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String, option: String, mistakes: inout [String]
    ) -> Value? {
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: text, among: known).map { " Did you mean `\($0)`?" } ?? ""
        let list = known.dropLast().joined(separator: ", ") + " or " + (known.last ?? "")
        mistakes.append("`\(option)` takes \(list), not `\(text)`.\(near)")
        return nil
    }
}

/// The least severity that makes a run fail.
enum FailureLevel: String, CaseIterable {
    case error, warning, info, never

    func isReached(_ summary: RunSummary) -> Bool {
        switch self {
        case .error: summary.errors > 0
        case .warning: summary.errors + summary.warnings > 0
        case .info: summary.errors + summary.warnings + summary.infos > 0
        case .never: false
        }
    }
}

/// The severities that `--severity` gives.
enum SeverityLevel: String, CaseIterable {
    case error, warning, info, off

    /// nil switches a rule off.
    var severity: Severity? { Severity(rawValue: rawValue) }
}
