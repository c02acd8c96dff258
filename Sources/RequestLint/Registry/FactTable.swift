/// A table of facts while a registry is being compiled: `key<TAB>value` lines behind a comment with the release.
struct FactTable {
    let name: String
    var release = ""
    var entries: [(key: String, value: String)] = []

    init(_ file: RuleSource) {
        let base = file.path.split(separator: "/").last.map(String.init) ?? file.path
        name = base.hasSuffix(".tsv") ? String(base.dropLast(4)) : base
        for line in file.text.split(separator: "\n") {
            if line.hasPrefix("#") {
                if release.isEmpty { release = line.dropFirst().trimmed }
                continue
            }
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            entries.append((String(parts[0]), parts.count > 1 ? String(parts[1]) : ""))
        }
        // Look-ups compare bytes.
        entries.sort { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    }
}

/// By which members an operation's requests are recognised.
struct OperationMarker {
    let operation: String
    let all: [String]
    let any: [String]
    let none: [String]

    static func read(_ file: RuleSource, _ mistakes: inout [String]) -> [OperationMarker] {
        guard let root = JSONFile(file, &mistakes) else { return [] }
        return root.items.map { entry in
            func names(_ key: String) -> [String] { entry[key]?.items.compactMap(\.string) ?? [] }
            return OperationMarker(
                operation: entry["operation"]?.string ?? "", all: names("all"), any: names("any"),
                none: names("none"))
        }
    }
}
