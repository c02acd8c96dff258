import ArgumentParser
import ImageBuilderLint
import Workspace

/// Understands every command line, and explains those that are wrong.
enum CommandParser {
    static func run(_ words: CommandLineWords) throws(CommandError) -> ExitCode {
        try checkCommand(words)
        var command: any ParsableCommand
        do {
            command = try RootCommand.parseAsRoot(words.texts)
        } catch {
            return try answer(error)
        }
        switch command {
        case let check as CheckCommand: return try CheckRun(check.arguments, words).run()
        case let plan as PlanCommand: return try PlanRun(plan, words).run()
        case let explain as ExplainCommand: return try ExplainRun(explain, words).run()
        case let rules as RulesCommand: return try RulesRun(rules, words).run()
        case let schedule as ScheduleCommand:
            var run = try ScheduleRun(schedule)
            return try run.run()
        case is RootCommand:
            // Nothing was judged, which must not look like success.
            Console.complain(help: RootCommand.helpMessage())
            return .usage
        default:
            // The parser's own commands, such as `help`, answer by throwing.
            do {
                try command.run()
            } catch {
                return try answer(error)
            }
            return .clean
        }
    }

    /// Help and the version are what the parser throws when asked for them.
    private static func answer(_ error: any Error) throws(CommandError) -> ExitCode {
        let message = RootCommand.fullMessage(for: error)
        guard RootCommand.exitCode(for: error) != .success else {
            try Console.say(message)
            return .clean
        }
        let fault = RootCommand.message(for: error)
        guard !fault.isEmpty, message.hasPrefix("Error: " + fault) else {
            Console.complain(help: message)
            return .usage
        }
        // The fault names what was written, and what follows it is the parser's own.
        Console.complain("error: " + fault)
        let help = message.dropFirst("Error: ".count + fault.count).drop { $0 == "\n" }
        if !help.isEmpty { Console.complain(help: String(help)) }
        return .usage
    }

    /// The parser takes an unknown command for a stray value; this says what was probably meant.
    private static func checkCommand(_ words: CommandLineWords) throws(CommandError) {
        let known = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let word = words.texts.first, !word.hasPrefix("-"), !known.contains(word) else { return }
        throw CommandError("There is no command `\(word)`. \(advice(word, known, words))")
    }

    private static func advice(_ word: String, _ known: [String], _ words: CommandLineWords) -> String {
        if let near = Spelling.nearest(to: word, among: known) { return "Did you mean `\(near)`?" }
        let isFile = (try? FileStatus.of(words.path(word))) != nil
        if isFile { return "To judge a file, write `\(Tool.name) check \(word)`." }
        return "Write \(known.dropLast().joined(separator: ", ")) or help."
    }
}
