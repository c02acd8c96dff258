import ImageBuilderLint
import Reporting
import Schedules
import Workspace

/// A forecast for people.
enum ForecastText {
    static func write(_ forecast: ScheduleForecast, _ color: ColorMode) -> [UInt8] {
        var output = Output()
        let question = forecast.question
        output.appendVisible(question.expression)
        output.append("\n")
        output.appendVisible(
            forecast.description.map { "\($0) (time zone \(question.timezone ?? "UTC"))" }
                ?? "This is no schedule that the service can read.")
        output.append("\n\n")
        if !forecast.runs.isEmpty {
            output.append("Next runs after \(question.start):\n")
            for run in forecast.runs { output.append(line(run)) }
            output.append("\n")
        }
        if let gaps = forecast.gaps {
            output.append(line(gaps) + "\n\n")
        }
        var options = TextOptions()
        options.color = color
        options.width = FileDescriptor.standardOutput.columns ?? options.width
        options.isQuiet = true
        var reporter = TextReporter(options)
        reporter.begin(into: &output)
        reporter.add(forecast.report, into: &output)
        return output.take()
    }

    /// The local time with its offset, UTC, and in one sentence what a change of the clocks does.
    private static func line(_ run: ScheduleForecast.Run) -> String {
        let time = "  \(run.local.weekdayName.prefix(3)) \(run.local)"
        let note = run.note.map { "  " + firstSentence($0) } ?? ""
        guard let instant = run.instant, let offset = run.offset else {
            return "\(time)        skipped          \(note)\n"
        }
        return "\(time)\(offset)  \(instant)\(note)\n"
    }

    private static func firstSentence(_ text: String) -> String {
        var sentence = ""
        var last: Character = " "
        for character in text {
            if last == "." && character == " " { return sentence }
            sentence.append(character)
            last = character
        }
        return sentence
    }

    private static func line(_ gaps: RunGaps) -> String {
        if gaps.shortest.minutes == gaps.longest.minutes { return "Between two runs: \(gaps.shortest.words)" }
        return """
            Between two runs of the coming years, by the clock:
              at least \(gaps.shortest.words), from \(gaps.shortest.start)
              at most \(gaps.longest.words), from \(gaps.longest.start)
            """
    }
}
