public import Documents

/// Something about a file that is neither a finding nor success: it could not be read, or held no request.
public struct Notice: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The file could not be opened or read.
        case unreadable
        /// The text is not in the form that its name or content promises.
        case syntax
        /// The bytes are not UTF-8.
        case encoding
        /// A documented limit was reached; the rest of the file was not judged.
        case limit
        /// The file holds no request that is recognised.
        case noRequest = "no-request"
        /// An envelope or option names an operation that the service does not have.
        case unknownOperation = "unknown-operation"
        /// Something beside the files, such as git, did not answer.
        case environment
    }

    public let kind: Kind
    public let message: String
    /// Absent where the whole file is meant.
    public let region: Region?

    package init(kind: Kind, message: String, region: Region? = nil) {
        self.kind = kind
        self.message = message
        self.region = region
    }

    /// Whether some input was not judged because of it, so that the run can't count as a success.
    public var isFailure: Bool {
        switch kind {
        case .unreadable, .syntax, .encoding, .limit, .unknownOperation: true
        case .noRequest, .environment: false
        }
    }
}

/// What the linter says of one source, or of one piece of a stream: the diagnostics by offset, then rule, and the notices.
public struct FileReport: Sendable {
    public let file: String
    public let diagnostics: [Diagnostic]
    public let notices: [Notice]
    /// How many requests were found and judged.
    public let requests: Int
    /// How many findings the author silenced.
    public let suppressed: Int
    /// How many requests were compared with the current state of the run.
    public let comparisons: Int
    /// How many lines of a stream held something else than a request.
    public let linesPassedOver: Int
    /// Where `source` starts in the file: behind its start in the later pieces of a stream.
    public let start: StreamPosition
    /// The source, for reporters that show its lines. Empty where it could not be read, and where there is nothing to show.
    public let source: [UInt8]

    package init(
        file: String, diagnostics: [Diagnostic], notices: [Notice], requests: Int,
        suppressed: Int, comparisons: Int = 0, linesPassedOver: Int = 0, start: StreamPosition = .start,
        source: [UInt8]
    ) {
        self.file = file
        self.diagnostics = diagnostics
        self.notices = notices
        self.requests = requests
        self.suppressed = suppressed
        self.comparisons = comparisons
        self.linesPassedOver = linesPassedOver
        self.start = start
        self.source = source
    }

    /// A report for a file, or the rest of a stream, that was never judged.
    package init(file: String, notice: Notice, start: StreamPosition = .start) {
        self.init(
            file: file, diagnostics: [], notices: [notice], requests: 0, suppressed: 0, start: start, source: [])
    }
}
