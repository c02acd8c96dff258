import ImageBuilderLint
import Reporting
import Workspace

/// `rules`: lists every rule with what its front matter says.
struct RulesRun {
    enum Format: String, CaseIterable {
        case text, json
    }

    private let format: Format
    private let rules: [Rule]

    init(_ command: RulesCommand, _ words: CommandLineWords) throws(CommandError) {
        var mistakes: [String] = []
        format = command.format.flatMap { Choice.of($0, option: "--format", mistakes: &mistakes) } ?? .text
        guard mistakes.isEmpty else { throw CommandError(mistakes) }
        let options = Linter.Options(today: try Today.ofSystem())
        rules = try Linter.build(options, ruleFolder: command.rules.map(words.path)).rules
    }

    func run() throws(CommandError) -> ExitCode {
        try Console.say(format == .text ? text : json)
        return .clean
    }

    private var text: String {
        rules.map { rule in
            """
            \(rule.id)  \(rule.severity.rawValue), \(rule.evidence.rawValue), \(rule.isOnByDefault ? "on" : "off") by default
              \(rule.title)
              on: \(rule.places.joined(separator: ", "))
              sources: \(rule.sources.joined(separator: ", "))

            """
        }.joined(separator: "\n")
    }

    private var json: String {
        var json = JSONWriter()
        json.beginArray(.lines)
        for rule in rules {
            json.beginObject()
            json.member("rule", rule.id.description)
            json.member("title", rule.title)
            json.member("severity", rule.severity.rawValue)
            json.member("evidence", rule.evidence.rawValue)
            json.member("default", rule.isOnByDefault)
            json.member("check", rule.check)
            json.member("problem", rule.problem)
            json.member("places", rule.places)
            json.member("sources", rule.sources)
            json.endObject()
        }
        json.endArray()
        json.endLine()
        return String(decoding: json.take(), as: UTF8.self)
    }
}
