/// What a change of the clocks does to a run, in words.
extension ZonedRun {
    /// What happens to the clocks, what is known of the service, and what to do; nil for an ordinary run.
    ///
    /// For 02:30 on 28 March 2027 in Europe/Berlin: "On 2027-03-28 clocks go forward from 02:00 to 03:00, so 02:30 does not
    /// occur. Image Builder does not document what it does then; EventBridge Scheduler skips such a run. Choose a time
    /// outside of these hours, or a time zone without daylight saving such as Etc/UTC."
    public var explanation: String? {
        switch note {
        case .ordinary:
            nil
        case .skipped(let change):
            """
            \(change.sentence), so \(local.time) does not occur. Image Builder does not document what it does then; \
            EventBridge Scheduler skips such a run. \(advice)
            """
        case .repeated(let change):
            """
            \(change.sentence), so \(local.time) occurs twice, at \(change.before) and at \(change.after). Image Builder \
            does not document whether it runs once or twice then; EventBridge Scheduler runs once. \(advice)
            """
        }
    }

    private var advice: String {
        "Choose a time outside of these hours, or a time zone without daylight saving such as Etc/UTC."
    }
}

extension ClockChange {
    /// `On 2027-03-28 clocks go forward from 02:00 to 03:00`; with the dates where they differ.
    fileprivate var sentence: String {
        let movement = goesForward ? "go forward" : "go back"
        return oldTime.day == newTime.day
            ? "On \(oldTime.dateText) clocks \(movement) from \(oldTime.time) to \(newTime.time)"
            : "Clocks \(movement) from \(oldTime) to \(newTime)"
    }
}

extension WallTime {
    /// `2027-03-28`
    fileprivate var dateText: Substring { description.prefix { $0 != "T" } }

    /// `02:30`
    fileprivate var time: Substring { description.suffix(5) }
}
