import ImageBuilderLint
import Reporting
import Schedules
import Workspace

/// `schedule`: says what schedules mean and when they run next.
struct ScheduleRun {
    private let settings: ScheduleSettings
    private var forecaster = Forecaster()
    private var summary = RunSummary()

    init(_ command: ScheduleCommand) throws(CommandError) {
        settings = try ScheduleSettings(command)
    }

    mutating func run() throws(CommandError) -> ExitCode {
        guard let expression = settings.expression else { return try answerLines() }
        return try answer(expression)
    }

    private mutating func answer(_ expression: String) throws(CommandError) -> ExitCode {
        let question = ScheduleForecast.Question(
            expression: expression, timezone: settings.timezone, start: settings.start, count: settings.count)
        let forecast = try forecaster.forecast(question)
        summary.add(forecast.report)
        switch settings.format {
        case .text: try Console.say(ForecastText.write(forecast, settings.color.mode))
        case .json: try Console.say(ForecastJSON.line(forecast))
        }
        return exitCode
    }

    private var exitCode: ExitCode {
        if summary.unreadable > 0 { return .unreadable }
        return settings.failOn.isReached(summary) ? .findings : .clean
    }

    // MARK: Standard input

    private mutating func answerLines() throws(CommandError) -> ExitCode {
        var lines = LineReader(.standardInput)
        let sink = ByteSink(.standardOutput)
        var number = 0
        while true {
            // Who waits for the answers to the lines so far gets them.
            if !lines.hasLine { try Self.exchange { () throws(SystemError) in try sink.flush() } }
            guard let line = try Self.exchange({ () throws(SystemError) in try lines.next() }) else { break }
            number += 1
            let answer = try answer(line, number: number)
            try Self.exchange { () throws(SystemError) in try sink.write(answer) }
        }
        try Self.exchange { () throws(SystemError) in try sink.flush() }
        return exitCode
    }

    /// Reads or writes.
    private static func exchange<Result>(_ action: () throws(SystemError) -> Result) throws(CommandError) -> Result {
        do throws(SystemError) {
            return try action()
        } catch {
            throw CommandError("Lines can't be read or answered: \(error). Send them from a file, or the answers elsewhere.")
        }
    }

    /// The answer to a line: the expression, and behind tabs the time zone and the start.
    private mutating func answer(_ line: [UInt8], number: Int) throws(CommandError) -> [UInt8] {
        let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        var question = ScheduleForecast.Question(
            expression: parts[0], timezone: settings.timezone, start: settings.start, count: settings.count)
        if parts.count > 1, !parts[1].isEmpty { question.timezone = parts[1] }
        if parts.count > 2, !parts[2].isEmpty {
            if let start = ScheduleSettings.start(parts[2]) {
                question.start = start
            } else {
                Console.complain("error: line \(number): `\(parts[2])` is no start, so no runs are listed. \(ScheduleSettings.startAdvice)")
                question.count = 0
                summary.unreadable += 1
            }
        }
        let forecast = try forecaster.forecast(question)
        summary.add(forecast.report)
        return ForecastJSON.line(forecast)
    }
}

/// Makes forecasts, with the linter of the day on which each starts.
struct Forecaster {
    private var last: (day: Day, linter: Linter)?

    mutating func forecast(_ question: ScheduleForecast.Question) throws(CommandError) -> ScheduleForecast {
        ScheduleForecast(question, by: try linter(for: question.start))
    }

    private mutating func linter(for start: Instant) throws(CommandError) -> Linter {
        let time = start.utc
        guard let day = Day(year: time.year, month: time.month, day: time.day) else {
            throw CommandError("\(start) lies in no year of the calendar. Write another start.")
        }
        if let last, last.day == day { return last.linter }
        let linter = try Linter.build(Linter.Options(today: day), ruleFolder: nil)
        last = (day, linter)
        return linter
    }
}
