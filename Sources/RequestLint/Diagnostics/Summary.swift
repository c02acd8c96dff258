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

    public init() {}

    /// Adds one file's figures.
    public mutating func add(_ report: FileReport) {
        files += 1
        requests += report.requests
        suppressed += report.suppressed
        if report.requests == 0 && !report.notices.contains(where: \.isFailure) { passedOver += 1 }
        if report.notices.contains(where: \.isFailure) { unreadable += 1 }
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
