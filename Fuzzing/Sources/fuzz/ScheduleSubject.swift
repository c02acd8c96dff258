// Schedule expressions: problems in place, replacements that help, and runs in order.
import Schedules

enum ScheduleSubject {
    static func test(_ bytes: [UInt8]) {
        let reading = Schedule.read(bytes.span)
        require(reading == Schedule.read(bytes.span), "the same text is read in two ways")
        var start = 0
        for problem in reading.problems {
            requirePlace(problem.range, in: bytes)
            if let related = problem.related { requirePlace(related, in: bytes) }
            require(problem.range.lowerBound >= start, "the problems are not in the order of the text")
            start = problem.range.lowerBound
            require(!problem.message(in: bytes.span).isEmpty, "a problem without words")
            if let replacement = problem.replacement(in: bytes.span) { requireHelp(replacement, problem, reading, bytes) }
        }
        require(
            (reading.schedule == nil) == reading.problems.contains { $0.kind.leavesNoSchedule },
            "a schedule beside a problem that leaves none, or none without such a problem")
        guard let schedule = reading.schedule, let now = WallTime(year: 2026, month: 11, day: 25) else { return }
        require(!schedule.words.isEmpty, "a schedule without words")
        _ = schedule.gaps(after: now)
        for remark in schedule.remarks(in: bytes.span, after: now) {
            require(!remark.message(in: bytes.span).isEmpty, "a remark without words")
        }
        if case .cron(let cron) = schedule { requireOrder(of: cron, after: now) }
    }

    private static func requirePlace(_ range: Range<Int>, in bytes: [UInt8]) {
        require(range.lowerBound >= 0 && range.upperBound <= bytes.count, "\(range) is outside \(bytes.count) bytes")
        require(!range.isEmpty || bytes.isEmpty, "an empty range at \(range)")
    }

    /// A replacement takes its problem away and brings none.
    private static func requireHelp(
        _ replacement: ScheduleProblem.Replacement, _ problem: ScheduleProblem, _ reading: ScheduleReading, _ bytes: [UInt8]
    ) {
        require(
            replacement.range.lowerBound >= 0 && replacement.range.upperBound <= bytes.count,
            "the replacement's range \(replacement.range) is outside \(bytes.count) bytes")
        var changed = bytes
        changed.replaceSubrange(replacement.range, with: Array(replacement.text.utf8))
        let after = Schedule.read(changed.span)
        require(
            after.problems.count < reading.problems.count,
            "the replacement for \(problem.kind) brings a problem: \(String(decoding: changed, as: UTF8.self)): \(after.problems.map(\.kind))")
    }

    /// The runs go forward, and each is the one before its next.
    private static func requireOrder(of cron: CronExpression, after now: WallTime) {
        var time = now
        for _ in 0..<4 {
            guard let next = cron.next(after: time) else { break }
            require(next > time, "the run after \(time) is \(next)")
            require(cron.next(after: WallTime(minutesSince1970: next.minutesSince1970 - 1)) == next, "\(next) is no run")
            require((cron.previous(before: next).map { $0 <= time } ?? true) || time == now, "a run before \(next) was passed over")
            time = next
        }
        require((cron.next(after: now) == nil) || cron.canFire, "a schedule that can't fire has a run")
    }
}
