/// Reads the usual forms of `check` in microseconds. It knows nothing of help and mistakes: those are the full parser's.
enum QuickParser {
    /// - Returns: nil where the full parser has to look.
    static func parse(_ words: [String]) -> CheckArguments? {
        guard words.first == "check" else { return nil }
        var arguments = CheckArguments()
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            guard word.hasPrefix("-"), word != "-" else {
                arguments.paths.append(word)
                continue
            }
            switch word {
            case "--quiet": arguments.isQuiet = true
            case "--verbose": arguments.isVerbose = true
            default:
                guard set(word, &rest, &arguments) else { return nil }
            }
        }
        return arguments
    }

    /// Reads `--option value` or `--option=value`.
    private static func set(
        _ word: String, _ rest: inout ArraySlice<String>, _ arguments: inout CheckArguments
    ) -> Bool {
        var option = word[...]
        var value: String
        if let equals = word.firstIndex(of: "=") {
            option = word[..<equals]
            value = String(word[word.index(after: equals)...])
        } else {
            guard let next = rest.popFirst(), !next.hasPrefix("-") else { return false }
            value = next
        }
        if value.isEmpty { return false }
        switch option {
        case "--stdin-filename": arguments.stdinFilename = value
        case "--input-format": arguments.inputFormat = value
        case "--operation": arguments.operation = value
        case "--format": arguments.format.append(value)
        case "--select": arguments.select.append(value)
        case "--ignore": arguments.ignore.append(value)
        case "--severity": arguments.severity.append(value)
        case "--fail-on": arguments.failOn = value
        case "--today": arguments.today = value
        case "--color": arguments.color = value
        case "--jobs": arguments.jobs = value
        case "--rules": arguments.rules = value
        case "--current": arguments.current = value
        default: return false
        }
        return true
    }
}
