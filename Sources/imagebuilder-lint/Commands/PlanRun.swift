import ImageBuilderLint
import Reporting
import Workspace

/// `plan`: says what an update would do to the pipeline of a state.
struct PlanRun {
    enum Format: String, CaseIterable {
        case text, json
    }

    private let request: NamedFile
    private let current: NamedFile
    private let format: Format
    private let color: ColorChoice

    init(_ command: PlanCommand, _ words: CommandLineWords) throws(CommandError) {
        var mistakes: [String] = []
        format = command.format.flatMap { Choice.of($0, option: "--format", mistakes: &mistakes) } ?? .text
        color = command.color.flatMap { Choice.of($0, option: "--color", mistakes: &mistakes) } ?? .auto
        request = NamedFile(command.request, words)
        current = NamedFile(command.current, words)
        if request.path == nil, current.path == nil {
            mistakes.append("Standard input can't be the current state and the request at once. Name a file for one of them.")
        }
        guard mistakes.isEmpty else { throw CommandError(mistakes) }
    }

    func run() throws(CommandError) -> ExitCode {
        let linter = try Linter.build(
            Linter.Options(today: try Today.ofSystem()), ruleFolder: nil, current: current)
        let report = try plan(linter)
        let isRead = !report.notices.contains(where: \.isFailure)
        guard !isRead || report.plans.contains(where: { !$0.isForOtherResource }) else {
            throw CommandError(nothingToCompare(report))
        }
        switch format {
        case .text: try Console.say(PlanText.bytes(report, state: current.name, textOptions))
        case .json: try Console.say(PlanJSON.bytes(report, state: current.name, linter.identity))
        }
        return isRead ? .clean : .unreadable
    }

    private func plan(_ linter: Linter) throws(CommandError) -> PlanReport {
        do throws(InputError) {
            return linter.plan(try request.read(), name: request.name)
        } catch {
            return PlanReport(
                file: request.name, plans: [], notices: [Notice(kind: .unreadable, message: error.message)], source: [])
        }
    }

    private func nothingToCompare(_ report: PlanReport) -> String {
        guard let other = report.plans.first else {
            return "`\(request.name)` holds no update of what `\(current.name)` describes, so there is nothing to compare. Name a file with a request for UpdateImagePipeline."
        }
        return "`\(request.name)` updates `\(other.requestedResource ?? "")`, and `\(current.name)` is the state of `\(other.resource ?? "")`, so nothing was compared. Correct the ARN, or give the state of the pipeline that is updated."
    }

    private var textOptions: TextOptions {
        var options = TextOptions()
        options.color = color.mode
        options.width = FileDescriptor.standardOutput.columns ?? options.width
        return options
    }
}
