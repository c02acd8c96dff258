import ImageBuilderLint
import Reporting
import Workspace

/// The reports of a run, each with its sink.
struct Reports {
    private struct Open {
        var reporter: any Reporter
        var output = Output()
        let sink: ByteSink
        let name: String
        /// Whether what is written goes out at once.
        let isPrompt: Bool

        mutating func write(_ body: (inout any Reporter, inout Output) -> Void, isLast: Bool = false) throws(CommandError) {
            body(&reporter, &output)
            do throws(SystemError) {
                try sink.write(output.bytes)
                output.clear()
                if isLast || isPrompt { try sink.flush() }
            } catch {
                throw CommandError("The report can't be written to \(name): \(error). Choose another place, or make room there.")
            }
        }
    }

    private var reports: [Open] = []

    /// Opens, and so empties, the files of all reports: `ReportGuard` has to have looked at them.
    init(_ settings: CheckSettings, _ linter: Linter) throws(CommandError) {
        let rules = settings.targets.contains { $0.format == .sarif } ? linter.rules : []
        for target in settings.targets {
            var context = ReportContext(identity: linter.identity, rules: rules)
            context.text.isQuiet = settings.isQuiet
            context.text.isVerbose = settings.isVerbose
            if target.file == nil {
                context.text.color = settings.color.mode
                context.text.width = FileDescriptor.standardOutput.columns ?? context.text.width
            } else if settings.color == .always {
                context.text.color = .always
            }
            let (sink, name) = try Self.open(target.file)
            reports.append(
                Open(
                    reporter: target.format.reporter(context), sink: sink, name: name,
                    isPrompt: target.format.isLines))
        }
    }

    mutating func begin() throws(CommandError) {
        for index in reports.indices {
            try reports[index].write { $0.begin(into: &$1) }
        }
    }

    mutating func add(_ report: FileReport) throws(CommandError) {
        for index in reports.indices {
            try reports[index].write { $0.add(report, into: &$1) }
        }
    }

    mutating func finish(_ summary: RunSummary) throws(CommandError) {
        for index in reports.indices {
            try reports[index].write({ $0.finish(summary, into: &$1) }, isLast: true)
        }
    }

    private static func open(_ file: Path?) throws(CommandError) -> (ByteSink, name: String) {
        guard let file else { return (ByteSink(.standardOutput), "standard output") }
        do throws(SystemError) {
            return (ByteSink(try FileDescriptor.writing(file)), "`\(file.text)`")
        } catch {
            throw CommandError("The report file `\(file.text)` can't be opened: \(error). Choose another place for it.")
        }
    }
}
