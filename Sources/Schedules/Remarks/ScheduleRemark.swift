/// Something worth knowing of a schedule that can be read: it may well do something else than its author meant.
///
///     let text = Array("cron(0 9 ? * 1-5 *)".utf8)
///     if let schedule = Schedule.read(text.span).schedule, let now = WallTime(year: 2026, month: 11, day: 23) {
///         for remark in schedule.remarks(in: text.span, after: now) {
///             remark.kind.rawValue                          // "classic-weekdays"
///             remark.message(in: text.span)                 // "`1-5` is Sunday to Thursday here: …"
///             remark.replacement(in: text.span)?.text       // "MON-FRI"
///         }
///     }
public struct ScheduleRemark: Sendable, Hashable {
    /// The kinds of remarks. The raw values are stable names.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// No year has the date: `30 2`.
        case neverFires = "never-fires"
        /// All runs are over.
        case past
        /// One run is left.
        case firesOnce = "fires-once"
        /// The date exists in leap years only.
        case leapDay = "leap-day"
        /// Weekdays in numbers that mean the working week or the weekend to classic cron, and other days here.
        case classicWeekdays = "classic-weekdays"
        /// Other weekdays in numbers.
        case weekdayNumbers = "weekday-numbers"
        /// A step that does not divide the hour, the day or the year.
        case unevenStep = "uneven-step"
        /// A step in Day, which begins anew with each month.
        case unevenDays = "uneven-days"
    }

    /// The bytes of the text that the remark is about.
    public let range: Range<Int>
    let reason: RemarkReason

    public var kind: Kind { reason.kind }

    /// What the schedule does, why, and what to write where something else is meant.
    ///
    /// - Parameter text: the text that was read.
    public func message(in text: borrowing Span<UInt8>) -> String {
        reason.message(text.quoted(range))
    }

    /// What was probably meant, or what says the same more plainly.
    ///
    /// - Parameter text: the text that was read.
    public func replacement(in text: borrowing Span<UInt8>) -> ScheduleProblem.Replacement? {
        reason.replacement.map { .init(range: range, text: $0.text, isSafe: $0.isSafe) }
    }
}

extension Schedule {
    /// What is worth knowing of a schedule. For an ordinary one nothing is, and that is found without allocating.
    ///
    /// - Parameters:
    ///   - text: the text that the schedule was read from.
    ///   - now: runs up to this minute count as past.
    public func remarks(in text: borrowing Span<UInt8>, after now: WallTime) -> [ScheduleRemark] {
        guard case .cron(let cron) = self else { return [] }
        var remarks: [ScheduleRemark] = []
        RunRemarks.add(cron, text, after: now, to: &remarks)
        if case .week(let days) = cron.days { WeekdayRemarks.add(days, text, to: &remarks) }
        if text.first(UInt8(ascii: "/"), in: 0..<text.count) != nil { StepRemarks.add(cron, text, to: &remarks) }
        return remarks
    }
}

extension FieldList {
    /// The fields of a text from which a cron schedule was read.
    init(ofCron text: borrowing Span<UInt8>) {
        let open = text.first(UInt8(ascii: "("), in: 0..<text.count).map { $0 + 1 } ?? 0
        let close = text.last(UInt8(ascii: ")"), in: open..<text.count) ?? text.count
        self.init(text, open..<close)
    }

    /// From the beginning of one field to the end of another.
    func range(from first: CronField, to last: CronField) -> Range<Int> {
        self[first].lowerBound..<self[last].upperBound
    }
}
