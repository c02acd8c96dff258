/// A schedule of EC2 Image Builder, as it is written in `schedule.scheduleExpression`.
///
///     let reading = Schedule.read("cron(0 10 ? * MON-FRI *)")
///     reading.schedule    // .cron: ten o'clock on every weekday
///     reading.problems    // []
///
/// Where the service's documentation is silent, Quartz is followed: its parser is the best public model of the
/// service's (https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html).
public enum Schedule: Sendable, Hashable {
    /// `cron(minute hour day month day-of-week year)`.
    case cron(CronExpression)
    /// `rate(value unit)`.
    case rate(Rate)

    /// Reads a schedule expression. Any bytes may be given; an ordinary expression is read without allocating.
    ///
    /// - Parameter text: the decoded text, in UTF-8.
    public static func read(_ text: borrowing Span<UInt8>) -> ScheduleReading {
        var sink = ProblemSink()
        let schedule = WrapperReader.read(text, &sink)
        return ScheduleReading(
            schedule: sink.leavesNoSchedule ? nil : schedule, problems: sink.finish())
    }

    /// Reads a schedule expression from a string.
    public static func read(_ text: String) -> ScheduleReading {
        let bytes = Array(text.utf8)
        return read(bytes.span)
    }
}

/// What was read of a schedule expression.
public struct ScheduleReading: Sendable, Hashable {
    /// The schedule; nil where a problem leaves none (``ScheduleProblem/Kind/leavesNoSchedule``).
    public let schedule: Schedule?
    /// What is wrong or doubtful, in the order of the text.
    public let problems: [ScheduleProblem]
}
