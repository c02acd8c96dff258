import ImageBuilderLint
import Schedules
import Workspace

/// What a `schedule` does, understood from its arguments.
struct ScheduleSettings {
    enum Format: String, CaseIterable {
        case text, json
    }

    /// Nil where expressions come from standard input.
    let expression: String?
    let timezone: String?
    let start: Instant
    let count: Int
    let format: Format
    let failOn: FailureLevel
    let color: ColorChoice

    /// - Throws: everything that is wrong with the arguments, at once.
    init(_ command: ScheduleCommand) throws(CommandError) {
        var mistakes: [String] = []
        expression = command.expression == "-" ? nil : command.expression
        timezone = command.timezone
        start = Self.start(command.from, &mistakes)
        count = Self.count(command.count, &mistakes)
        let format: Format? = command.format.flatMap { Choice.of($0, option: "--format", mistakes: &mistakes) }
        self.format = format ?? (expression == nil ? .json : .text)
        failOn = command.failOn.flatMap { Choice.of($0, option: "--fail-on", mistakes: &mistakes) } ?? .error
        color = command.color.flatMap { Choice.of($0, option: "--color", mistakes: &mistakes) } ?? .auto
        if expression == nil && format == .text {
            mistakes.append("`--format text` is for one expression, and lines of standard input are answered in JSON. Leave it out.")
        }
        guard mistakes.isEmpty else { throw CommandError(mistakes) }
    }

    private static func start(_ text: String?, _ mistakes: inout [String]) -> Instant {
        let now = Instant(secondsSince1970: Machine.secondsSince1970)
        guard let text else { return now }
        if let instant = start(text) { return instant }
        mistakes.append("`--from \(text)` is no start. \(startAdvice)")
        return now
    }

    /// A time in the years that an expression can have.
    static func start(_ text: String) -> Instant? {
        Instant(text).flatMap { (1970...2199).contains($0.utc.year) ? $0 : nil }
    }

    static let startAdvice =
        "Write YYYY-MM-DDTHH:MM, such as 2026-11-23T09:00 or 2026-11-23T09:00+01:00, in the years 1970 to 2199."

    private static func count(_ text: String?, _ mistakes: inout [String]) -> Int {
        guard let text else { return 5 }
        if let number = Int(text), (0...1000).contains(number) { return number }
        mistakes.append("`--count \(text)` is no number of runs to list. Write a whole number from 0 to 1000.")
        return 5
    }
}
