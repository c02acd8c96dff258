// The commands as the full parser knows them: names, help, and nothing that is done.
import ArgumentParser

struct RootCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Tool.name,
            abstract: "Judges EC2 Image Builder requests before the service does.",
            version: VersionText.text,
            subcommands: [
                CheckCommand.self, PlanCommand.self, ScheduleCommand.self, ExplainCommand.self, RulesCommand.self,
            ])
    }
}

struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: "Judge the requests in files, folders or standard input.",
            discussion: """
                A file holds API requests in JSON or YAML, as --cli-input-json and SDK calls take them: one, a list, or \
                {"operation": "UpdateImagePipeline", "request": {...}}; CloudFormation templates; Terraform in its own \
                syntax, in JSON, as a plan or state; or CloudTrail events. A stream (*.ndjson, *.jsonl) holds a request or an \
                event a line, and may have any length. What is compressed with gzip is decompressed. In a folder, *.json, \
                *.yaml, *.yml, *.template, *.tf, *.ndjson, *.jsonl, *.json.gz, *.ndjson.gz and *.jsonl.gz are judged; hidden \
                folders, links to folders and what git ignores are left out.

                Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage or configuration; \
                3 some input could not be read or parsed.
                """)
    }

    @Argument(help: ArgumentHelp("Files and folders; - is standard input. Without any, the current folder.", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("What standard input is called in reports; its ending says the language.", valueName: "name"))
    var stdinFilename: String?

    @Option(help: ArgumentHelp("auto: by name and content; ndjson: all inputs are streams, a JSON value a line (default: auto).", valueName: "format"))
    var inputFormat: String?

    @Option(help: ArgumentHelp("The operation of requests that do not say it. Without it, it is recognised by the members.", valueName: "name"))
    var operation: String?

    @Option(help: ArgumentHelp("text, json, sarif or ndjson (a JSON object a line, as it goes); with =FILE, the report goes there. Repeat it for several reports.", valueName: "format"))
    var format: [String] = []

    @Option(help: ArgumentHelp("Run these rules or categories (schedule/) only; repeat it, or separate with commas.", valueName: "rules"))
    var select: [String] = []

    @Option(help: ArgumentHelp("Leave out these rules or categories; repeat it, or separate with commas.", valueName: "rules"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Change a severity: RULE=error, warning, info or off; repeat it, or separate with commas.", valueName: "rule=severity"))
    var severity: [String] = []

    @Option(help: ArgumentHelp("The least severity that makes the run fail: error, warning, info or never (default: error).", valueName: "severity"))
    var failOn: String?

    @Option(help: ArgumentHelp("What \"today\" means to rules (default: the date in UTC).", valueName: "YYYY-MM-DD"))
    var today: String?

    @Option(help: ArgumentHelp("auto, always or never (default: auto).", valueName: "when"))
    var color: String?

    @Option(help: ArgumentHelp("How many files or pieces of streams are judged at once (default: the number of processors).", valueName: "number"))
    var jobs: String?

    @Option(help: ArgumentHelp("A folder of rule pages of your own, judged beside the built-in ones.", valueName: "dir"))
    var rules: String?

    @Option(help: ArgumentHelp("What the pipeline is like now: what aws imagebuilder get-image-pipeline printed. Updates of it are compared with it.", valueName: "state"))
    var current: String?

    @Flag(help: "Findings and failures only: no notes and no summary.")
    var quiet = false

    @Flag(help: "Also say which of the named files hold no request.")
    var verbose = false

    var arguments: CheckArguments {
        CheckArguments(
            paths: paths, stdinFilename: stdinFilename, inputFormat: inputFormat, operation: operation, format: format, select: select,
            ignore: ignore, severity: severity, failOn: failOn, today: today, color: color, jobs: jobs,
            rules: rules, current: current, isQuiet: quiet, isVerbose: verbose)
    }
}

struct PlanCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: "Say what an update would do to a pipeline: what is kept, changed, removed and reset.",
            discussion: """
                An update replaces the whole pipeline, so whatever its request leaves out is removed or reset. The current \
                state is what aws imagebuilder get-image-pipeline --image-pipeline-arn ARN printed.

                Exit codes: 0 the plan is printed; 2 wrong usage, or nothing to compare; 3 the request could not be read \
                or parsed.
                """)
    }

    @Argument(help: ArgumentHelp("The file with the update; - is standard input.", valueName: "request"))
    var request: String

    @Option(help: ArgumentHelp("What the pipeline is like now; - is standard input.", valueName: "state"))
    var current: String

    @Option(help: ArgumentHelp("text or json (default: text).", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("auto, always or never (default: auto).", valueName: "when"))
    var color: String?
}

struct ExplainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "explain", abstract: "Print the page of a rule.")
    }

    @Argument(help: ArgumentHelp("The rule's id, such as shape/required.", valueName: "rule"))
    var rule: String

    @Option(help: ArgumentHelp("auto, always or never (default: auto).", valueName: "when"))
    var color: String?

    @Option(help: ArgumentHelp("A folder of rule pages of your own.", valueName: "dir"))
    var rules: String?
}

struct RulesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rules",
            abstract: "List every rule: severity, evidence, whether it is on, what it is bound to, sources.")
    }

    @Option(help: ArgumentHelp("text or json (default: text).", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("A folder of rule pages of your own.", valueName: "dir"))
    var rules: String?
}
