import RequestLint

/// Notices that a report puts behind all findings, and that wait for the end of the run: a few a file, or one a broken line
/// of a stream. Of a run that has too many of them the rest is counted, so that no stream fills the memory.
struct KeptNotices: Sendable {
    struct Entry: Sendable {
        /// Empty where no file is meant.
        let file: String
        let notice: Notice
    }

    private let most: Int
    private var entries: [Entry] = []
    private var surplus = 0
    private var surplusHasFailure = false

    init(most: Int = 100_000) {
        self.most = most
    }

    mutating func add(_ report: FileReport) {
        for notice in report.notices {
            if entries.count < most {
                entries.append(Entry(file: report.file, notice: notice))
            } else {
                surplus += 1
                if notice.isFailure { surplusHasFailure = true }
            }
        }
    }

    /// What the report lists. The last entry tells of those that it does not.
    var listed: [Entry] {
        guard surplus > 0 else { return entries }
        let notice = Notice(
            kind: surplusHasFailure ? .limit : .noRequest,
            message: "The run has \(surplus.counted("more notice")); a report of this form lists \(most). Take `--format ndjson`, which lists all.")
        return entries + [Entry(file: "", notice: notice)]
    }
}
