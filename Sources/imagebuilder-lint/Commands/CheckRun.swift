import ImageBuilderLint
import Reporting
import Workspace

/// `check`: judges the inputs and writes the reports.
struct CheckRun {
    private let settings: CheckSettings

    init(_ arguments: CheckArguments, _ words: CommandLineWords) throws(CommandError) {
        settings = try CheckSettings(arguments, words)
    }

    func run() throws(CommandError) -> ExitCode {
        let linter = try Linter.build(
            settings.options, ruleFolder: settings.ruleFolder, current: settings.current)
        let found = Discovery.items(
            settings.paths, standardInput: settings.standardInput, format: settings.inputFormat)
        let items = try ReportGuard(settings, linter.identity).inputs(of: found)
        var reports = try Reports(settings, linter)
        var summary = RunSummary()
        var comparisons = 0
        try reports.begin()
        try Run(items, linter: linter, jobs: settings.jobs).judge { outcome throws(CommandError) in
            if !outcome.isFolder {
                summary.add(outcome.report)
            } else if outcome.report.notices.contains(where: \.isFailure) {
                summary.unreadable += 1
            }
            comparisons += outcome.report.comparisons
            try reports.add(outcome.report)
        }
        try reports.finish(summary)
        if let current = settings.current, comparisons == 0, !settings.isQuiet {
            Console.complain(
                "note: No request replaces what `\(current.name)` describes, so nothing was compared with it. Name a file with a request for UpdateImagePipeline.")
        }
        if summary.unreadable > 0 { return .unreadable }
        return settings.failOn.isReached(summary) ? .findings : .clean
    }
}
