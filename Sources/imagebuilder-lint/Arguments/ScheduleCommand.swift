import ArgumentParser

struct ScheduleCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "schedule",
            abstract: "Say what a schedule means, and when it runs next.",
            discussion: """
                With -, standard input has an expression a line, with a time zone and a start behind tabs if they differ \
                from the options; each line is answered by a JSON object on a line, in the same order.

                Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage; 3 a line's start can't be read.
                """)
    }

    @Argument(help: ArgumentHelp("A schedule expression, such as 'cron(0 2 ? * SUN *)'; - is standard input.", valueName: "expression"))
    var expression: String

    @Option(help: ArgumentHelp("The time zone in which the expression is read (default: UTC).", valueName: "name"))
    var timezone: String?

    @Option(help: ArgumentHelp("List the runs after this time, in UTC unless it carries an offset (default: now).", valueName: "YYYY-MM-DDTHH:MM"))
    var from: String?

    @Option(help: ArgumentHelp("How many runs are listed (default: 5).", valueName: "number"))
    var count: String?

    @Option(help: ArgumentHelp("text or json (default: text; json with -).", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("The least severity that makes the run fail: error, warning, info or never (default: error).", valueName: "severity"))
    var failOn: String?

    @Option(help: ArgumentHelp("auto, always or never (default: auto).", valueName: "when"))
    var color: String?
}
