import ImageBuilderLint
import Reporting
import Workspace

/// What a `check` does, understood from its arguments.
struct CheckSettings {
    var options: Linter.Options
    /// The user's own rule pages lie here.
    var ruleFolder: Path?
    /// What updates are compared with.
    var current: NamedFile?
    var paths: [Path]
    /// The name of standard input, where it is read.
    var standardInput: String?
    var inputFormat: InputFormat
    var targets: [ReportTarget]
    var failOn: FailureLevel
    var color: ColorChoice
    /// nil is one a processor.
    var jobs: Int?
    var isQuiet: Bool
    var isVerbose: Bool

    /// - Throws: everything that is wrong with the arguments, at once.
    init(_ arguments: CheckArguments, _ words: CommandLineWords) throws(CommandError) {
        var mistakes: [String] = []
        targets = ReportTarget.targets(arguments.format, mistakes: &mistakes)
        inputFormat = arguments.inputFormat.flatMap { Choice.of($0, option: "--input-format", mistakes: &mistakes) } ?? .auto
        failOn = arguments.failOn.flatMap { Choice.of($0, option: "--fail-on", mistakes: &mistakes) } ?? .error
        color = arguments.color.flatMap { Choice.of($0, option: "--color", mistakes: &mistakes) } ?? .auto
        jobs = arguments.jobs.flatMap { Self.jobs($0, &mistakes) }
        (paths, standardInput) = Self.inputs(arguments, words, &mistakes)
        ruleFolder = arguments.rules.map(words.path)
        current = arguments.current.map { NamedFile($0, words) }
        if let current, current.path == nil, standardInput != nil {
            mistakes.append("Standard input can't be the current state and a request at once. Name a file for one of them.")
        }
        isQuiet = arguments.isQuiet
        isVerbose = arguments.isVerbose
        if isQuiet && isVerbose {
            mistakes.append("`--quiet` and `--verbose` ask for opposites. Leave one out.")
        }
        let today = Today.day(arguments.today, &mistakes)
        let severities = Self.severities(arguments.severity, &mistakes)
        guard let today, mistakes.isEmpty else { throw CommandError(mistakes) }
        options = Linter.Options(today: today)
        options.select = Self.list(arguments.select)
        options.ignore = Self.list(arguments.ignore)
        options.severities = severities
        options.operation = arguments.operation.map(Operation.init(name:))
    }

    private static func inputs(
        _ arguments: CheckArguments, _ words: CommandLineWords, _ mistakes: inout [String]
    ) -> (paths: [Path], standardInput: String?) {
        let paths = arguments.paths.filter { $0 != "-" }
        let readsInput = paths.count < arguments.paths.count
        guard let name = arguments.stdinFilename else {
            let isEmpty = arguments.paths.isEmpty
            return (isEmpty ? [Path(".")] : paths.map(words.path), readsInput ? "<stdin>" : nil)
        }
        if !readsInput && !paths.isEmpty {
            mistakes.append("`--stdin-filename` names standard input, which is not read. Add `-`, or leave the option out.")
        }
        return (paths.map(words.path), name)
    }

    private static func jobs(_ text: String, _ mistakes: inout [String]) -> Int? {
        if let number = Int(text), (1...512).contains(number) { return number }
        mistakes.append("`--jobs \(text)` is no number of files or pieces of streams to judge at once. Write a whole number from 1 to 512.")
        return nil
    }

    private static func severities(
        _ options: [String], _ mistakes: inout [String]
    ) -> [(name: String, severity: Severity?)] {
        var result: [(name: String, severity: Severity?)] = []
        for option in list(options) {
            let parts = option.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty else {
                mistakes.append("`--severity \(option)` lacks a rule or its severity. Write `RULE=warning`, such as `shape/enum=warning`.")
                continue
            }
            let level: SeverityLevel? = Choice.of(parts[1], option: "--severity \(parts[0])=", mistakes: &mistakes)
            if let level { result.append((parts[0], level.severity)) }
        }
        return result
    }

    /// The items of comma-separated lists.
    private static func list(_ options: [String]) -> [String] {
        options.flatMap { $0.split(separator: ",").map(String.init) }
    }
}
