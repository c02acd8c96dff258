package import RequestLint
package import Schedules

/// What a schedule means, when it runs next, and what the rules say of it.
package struct ScheduleForecast: Sendable {
    /// What is asked of a schedule.
    package struct Question: Sendable {
        package var expression: String
        /// Nil is UTC, as for the service.
        package var timezone: String?
        /// The runs are those after it; its day in UTC is "today" to the rules.
        package var start: Instant
        /// How many runs are wanted.
        package var count: Int

        package init(expression: String, timezone: String?, start: Instant, count: Int) {
            self.expression = expression
            self.timezone = timezone
            self.start = start
            self.count = count
        }
    }

    /// A run to come.
    package struct Run: Sendable, Hashable {
        /// What the clocks of the time zone show.
        package let local: WallTime
        /// Nil where the clocks skip the time.
        package let instant: Instant?
        /// Nil where the clocks skip the time.
        package let offset: Schedules.UTCOffset?
        /// What a change of the clocks does to the run.
        package let note: String?
    }

    package let question: Question
    /// Whether nothing in the expression or the time zone is an error.
    package let isValid: Bool
    /// The words of the expression; nil where it can't be read.
    package let description: String?
    package let runs: [Run]
    /// What the rules say, in regions of the report's source.
    package let report: FileReport
    private let schedule: Schedule?
    private let rules: TimeZoneRules?

    /// - Parameter linter: built for the day of the question's start.
    package init(_ question: Question, by linter: Linter) {
        self.question = question
        let source = ScheduleSource(question)
        report = source.report(by: linter)
        schedule = Schedule.read(question.expression).schedule
        rules = question.timezone.map { TimeZoneRules(named: $0) } ?? .utc
        isValid = schedule != nil && rules != nil && !report.diagnostics.contains { $0.severity == .error }
        guard let schedule, let rules, isValid else {
            description = schedule?.words
            runs = []
            return
        }
        runs = Self.runs(schedule, rules, question)
        description = schedule.words + (runs.isEmpty && question.count > 0 ? "; no run is left after \(question.start)" : "")
    }

    /// Nil where fewer than two runs are left, or nothing is known of them.
    package var gaps: RunGaps? {
        guard let schedule, let rules, isValid else { return nil }
        return schedule.gaps(after: rules.wallTime(at: question.start))
    }

    private static func runs(_ schedule: Schedule, _ rules: TimeZoneRules, _ question: Question) -> [Run] {
        switch schedule {
        case .cron(let cron):
            return ZonedRuns(of: cron, in: rules, after: question.start).prefix(question.count).map { run in
                Run(
                    local: run.local, instant: run.instant, offset: run.instant == nil ? nil : run.offset,
                    note: run.explanation)
            }
        case .rate(let rate):
            return rate.runs(from: question.start).prefix(question.count).map { instant in
                Run(local: rules.wallTime(at: instant), instant: instant, offset: rules.offset(at: instant), note: nil)
            }
        }
    }
}
