import ImageBuilderLint
import Reporting
import Workspace

/// Keeps reports from being written over what the run reads: a slip such as `--format json=request.json` must not cost the
/// user a file.
struct ReportGuard {
    /// The files of reports that exist already.
    private var targets: [FileStatus.Identity: Path] = [:]
    private let current: Path?
    private let identity: ToolIdentity

    init(_ settings: CheckSettings, _ identity: ToolIdentity) {
        current = settings.current?.path
        self.identity = identity
        for file in settings.targets.compactMap(\.file) {
            if let status = try? FileStatus.of(file), !status.isFolder { targets[status.identity] = file }
        }
    }

    /// The items to judge: all but the reports of an earlier run, which this one writes anew.
    /// - Throws: where a report would overwrite an input.
    func inputs(of items: [RunItem]) throws(CommandError) -> [RunItem] {
        if targets.isEmpty { return items }
        if let current, target(current) != nil {
            throw CommandError("The report would overwrite `\(current.text)`, which is read. Choose another place for the report.")
        }
        var inputs: [RunItem] = []
        for item in items {
            guard case .input(let input) = item, case .file(let path) = input.place, let target = target(path) else {
                inputs.append(item)
                continue
            }
            if input.origin != .found {
                throw CommandError("The report would overwrite `\(path.text)`, which is read. Choose another place for the report.")
            }
            guard isReport(target) else {
                throw CommandError("The report would overwrite `\(path.text)`, which was found in a folder that is judged. Choose another place for the report, or an ending that no input has, such as .report.")
            }
        }
        return inputs
    }

    private func target(_ path: Path) -> Path? {
        (try? FileStatus.of(path)).flatMap { targets[$0.identity] }
    }

    /// Whether nothing is lost with the file: it is empty, or holds a report of this tool.
    private func isReport(_ file: Path) -> Bool {
        guard let (start, end) = InputReader.edges(of: file, count: 1_024) else { return false }
        return start.isEmpty || ReportFormat.allCases.contains { $0.isReport(start: start, end: end, identity) }
    }
}
