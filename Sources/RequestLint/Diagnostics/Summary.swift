/// The figures of a whole run.
public struct RunSummary: Sendable, Hashable {
    public var files = 0
    /// Files that held no request and were passed over.
    public var passedOver = 0
    public var requests = 0
    public var errors = 0
    public var warnings = 0
    public var infos = 0
    public var suppressed = 0
    /// Files of which some part could not be read or parsed.
    public var unreadable = 0
    /// Lines of streams that held something else than a request.
    public var linesPassedOver = 0

    /// What the pieces of the last file have shown so far.
    private var isPassedOver = false
    private var isUnreadable = false

    public init() {}

    /// Adds the figures of one file, or of the next piece of a stream: its pieces follow one another, the first one first.
    public mutating func add(_ report: FileReport) {
        if report.start == .start {
            files += 1
            passedOver += 1
            isPassedOver = true
            isUnreadable = false
        }
        requests += report.requests
        suppressed += report.suppressed
        linesPassedOver += report.linesPassedOver
        let isFailure = report.notices.contains(where: \.isFailure)
        if isPassedOver, report.requests > 0 || isFailure {
            passedOver -= 1
            isPassedOver = false
        }
        if isFailure, !isUnreadable {
            unreadable += 1
            isUnreadable = true
        }
        for diagnostic in report.diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .info: infos += 1
            }
        }
    }
}

/// What made a report: for the head of every report format.
public struct ToolIdentity: Sendable, Hashable {
    public let name: String
    public let version: String
    /// Where the API's shapes come from, such as `botocore 1.44.5`.
    public let model: String
    /// The release of the time zone database, such as `2026f`.
    public let tzdata: String

    package init(name: String, version: String, model: String, tzdata: String) {
        self.name = name
        self.version = version
        self.model = model
        self.tzdata = tzdata
    }
}
