// The command line from its words to its exit code.
import ImageBuilderLint
import Workspace

enum Tool {
    static let name = "imagebuilder-lint"

    static func run(_ words: CommandLineWords) -> ExitCode {
        Machine.prepareProcess()
        do throws(CommandError) {
            // Building the full parser costs more than judging a file, so the common line goes past it.
            if let arguments = QuickParser.parse(words.texts) {
                return try CheckRun(arguments, words).run()
            }
            return try CommandParser.run(words)
        } catch {
            for message in error.messages { Console.complain("error: \(message)") }
            return .usage
        }
    }
}

/// How a run ends. The greater number wins where several hold, but for `usage`, with which nothing more is done.
enum ExitCode: Int32 {
    /// Nothing at or above the severity of `--fail-on`.
    case clean = 0
    case findings = 1
    /// The command line or its configuration is wrong, or a report can't be written.
    case usage = 2
    /// Some input could not be read or parsed.
    case unreadable = 3
}

/// Why the command line can't do what it was asked: sentences that say what is wrong, why, and what to do.
struct CommandError: Error {
    let messages: [String]

    init(_ messages: [String]) {
        self.messages = messages
    }

    init(_ message: String) {
        messages = [message]
    }
}
