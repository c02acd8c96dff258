import Reporting
import Workspace

/// A report that was asked for: its form and where it goes.
struct ReportTarget: Equatable {
    let format: ReportFormat
    /// nil is standard output.
    let file: Path?

    /// Reads `--format` options such as `text` and `sarif=out.sarif`.
    static func targets(_ options: [String], mistakes: inout [String]) -> [ReportTarget] {
        var targets: [ReportTarget] = []
        for option in options.isEmpty ? [ReportFormat.text.rawValue] : options {
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let format: ReportFormat = Choice.of(name, option: "--format", mistakes: &mistakes) else { continue }
            if parts.count == 2 && parts[1].isEmpty {
                mistakes.append("`--format \(option)` names no file. Write it behind the sign: `--format \(name)=report.\(name)`.")
                continue
            }
            let file = parts.count == 2 ? Path(String(parts[1])) : nil
            if targets.contains(where: { $0.file == file }) {
                mistakes.append(
                    "Two reports can't share \(file.map { "the file `\($0.text)`" } ?? "standard output"). Send one elsewhere: `--format \(name)=FILE`.")
            }
            targets.append(ReportTarget(format: format, file: file))
        }
        return targets
    }
}
