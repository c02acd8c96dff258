import RequestLint

/// How many findings each named resource of a run has, in the order in which they were met: the overview behind a long
/// text report. Its memory does not grow with the run.
struct ResourceTally: Sendable {
    private struct Entry {
        let resource: String
        let file: String
        var errors = 0
        var warnings = 0
        var infos = 0

        mutating func add(_ severity: Severity) {
            switch severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .info: infos += 1
            }
        }

        /// Such as `2 errors, 1 warning`; what there is none of is left out.
        var figures: String {
            [(errors, "error"), (warnings, "warning"), (infos, "info")].filter { $0.0 > 0 }
                .map { $0.0.counted($0.1) }.joined(separator: ", ")
        }
    }

    /// As many as fit a screen.
    private static let most = 20
    private var entries: [Entry] = []
    /// Resources that are not among the entries.
    private var surplus = 0

    mutating func add(_ report: FileReport) {
        var numbers: [String: Int] = [:]
        var others: Set<String> = []
        for diagnostic in report.diagnostics {
            guard let resource = diagnostic.resource, !others.contains(resource) else { continue }
            // A stream has many reports of one name.
            let known = numbers[resource]
                ?? entries.lastIndex { $0.resource == resource && $0.file == report.file }
            if known == nil, entries.count == Self.most {
                others.insert(resource)
                continue
            }
            let number = known ?? entries.count
            if known == nil { entries.append(Entry(resource: resource, file: report.file)) }
            numbers[resource] = number
            entries[number].add(diagnostic.severity)
        }
        surplus += others.count
    }

    /// Writes the overview; nothing where it would repeat what one resource's findings have said.
    func write(_ color: ColorMode, into output: inout Output) {
        guard entries.count > 1 else { return }
        output.styled(.message, color) { $0.append("By resource:") }
        output.append("\n")
        let resources = entries.map { Cell($0.resource) }
        let files = entries.map { Cell($0.file) }
        let widths = (resources.map(\.columns).max() ?? 0, files.map(\.columns).max() ?? 0)
        for (number, entry) in entries.enumerated() {
            output.append("  ")
            resources[number].write(padded: widths.0, into: &output)
            output.append("  ")
            files[number].write(padded: widths.1, into: &output)
            output.append("  \(entry.figures)\n")
        }
        if surplus > 0 { output.append("  and \(surplus) more\n") }
        output.append("\n")
    }
}

/// A text of a table, and the columns that it takes.
private struct Cell {
    private let text: [UInt8]
    let columns: Int

    init(_ text: String) {
        var output = Output()
        columns = text.unicodeScalars.reduce(0) { $0 + output.appendVisible($1) }
        self.text = output.take()
    }

    func write(padded width: Int, into output: inout Output) {
        output.append(contentsOf: text)
        output.append(UInt8(ascii: " "), times: width - columns)
    }
}
