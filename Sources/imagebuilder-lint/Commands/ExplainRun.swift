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
            throw CommandError("There is no rule `\(command.rule)`. \(Self.advice(command.rule, rules.map(\.id.description)))")
        }
        self.rule = rule
    }

    private static func advice(_ name: String, _ known: [String]) -> String {
        let category = known.filter { $0.hasPrefix(name.hasSuffix("/") ? name : name + "/") }
        if !category.isEmpty { return "It is a category; its rules are \(category.map { "`\($0)`" }.joined(separator: ", "))." }
        if let near = Spelling.nearest(to: name, among: known) { return "Did you mean `\(near)`?" }
        return "`\(Tool.name) rules` lists them all."
    }

    func run() throws(CommandError) -> ExitCode {
        try Console.say(PageView.bytes(of: markdown, color))
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
