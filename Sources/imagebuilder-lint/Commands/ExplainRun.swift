import ImageBuilderLint
import Reporting
import Workspace

/// `explain`: prints a rule's page, with what its front matter says.
struct ExplainRun {
    private let rule: Rule
    private let color: ColorMode

    init(_ command: ExplainCommand, _ words: CommandLineWords) throws(CommandError) {
        var mistakes: [String] = []
        let color: ColorChoice? = command.color.flatMap { Choice.of($0, option: "--color", mistakes: &mistakes) }
        guard mistakes.isEmpty else { throw CommandError(mistakes) }
        self.color = (color ?? .auto).mode
        let options = Linter.Options(today: try Today.ofSystem())
        let rules = try Linter.build(options, ruleFolder: command.rules.map(words.path)).rules
        guard let rule = rules.first(where: { $0.id.description == command.rule }) else {
            let names = rules.map(\.id.description)
            let near = Spelling.nearest(to: command.rule, among: names).map { "Did you mean `\($0)`?" }
            throw CommandError("There is no rule `\(command.rule)`. \(near ?? "`\(Tool.name) rules` lists them all.")")
        }
        self.rule = rule
    }

    func run() throws(CommandError) -> ExitCode {
        var page = PageView(color)
        page.add(markdown)
        try page.print()
        return .clean
    }

    /// The page, with its front matter said in words below its headline.
    private var markdown: String {
        var lines = rule.page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let facts = "`\(rule.id)` · \(rule.severity.rawValue) · \(rule.evidence.rawValue) · \(rule.isOnByDefault ? "on" : "off") by default"
        let headline = lines.firstIndex { $0.hasPrefix("# ") } ?? -1
        lines.insert(contentsOf: ["", facts], at: headline + 1)
        lines += ["", "## Sources", ""] + rule.sources.map { "- \($0)" }
        return lines.joined(separator: "\n")
    }
}
