public import Documents

/// Judges requests by a registry of rules. Build one, keep it, use it from any number of threads.
///
/// It prints nothing, holds no global state, and asks neither the clock nor the network.
public struct Linter: Sendable {
    /// What a run judges, and how.
    public struct Options: Sendable {
        /// Rules (`schedule/five-fields`) or categories (`schedule/`) to run. Empty: the rules that are on by default.
        public var select: [String] = []
        /// Rules or categories that do not run.
        public var ignore: [String] = []
        /// Severities that differ from the pages', by rule or category; `nil` switches a rule off.
        public var severities: [(name: String, severity: Severity?)] = []
        /// The operation of requests that do not say it. `nil`: recognised by their members.
        public var operation: Operation?
        /// What "today" means to rules that depend on the date.
        public var today: Day
        /// Pages of rules beside the built-in ones.
        public var pages: [Page] = []
        /// What the resource of an update is like now. With it, updates are compared with what they replace.
        public var current: StateFile?

        public init(today: Day) {
            self.today = today
        }
    }

    /// A rule page of a user's own: its path under the rule folder and its text.
    public struct Page: Sendable, Hashable {
        /// `category/name.md`.
        public var path: String
        public var text: String

        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// What a resource is like now, as the service answered: for Image Builder, what `aws imagebuilder get-image-pipeline` printed.
    public struct StateFile: Sendable, Hashable {
        /// The file's name, for the report; its ending says the language (`.json`, `.yaml`, `.yml`, `.tf`).
        public var name: String
        /// JSON or YAML: the response, or the resource inside it.
        public var bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// How a source came to be judged.
    public enum Origin: Sendable, Hashable {
        /// It was handed over to be judged: whatever stands in the way is reported.
        case given
        /// Its file was named, perhaps by a hook that names everything that changed: one that bears no trace of the service
        /// gets a notice and is not parsed, and one that bears a faint trace and can't be parsed gets no more than a notice.
        case named
        /// It was found in a folder: one that bears no trace of the service is passed over.
        case found
    }

    let engine: Engine

    package init(service: Service, options: Options) throws(ConfigurationError) {
        engine = try Engine(service: service, options: options)
    }

    /// Every rule, by id, with the severity its page gives it.
    public var rules: [Rule] { engine.rules }

    /// Every operation of the service, by name.
    public var operations: [Operation] { engine.operations }

    /// Versions of the tool and of the facts compiled into it.
    public var identity: ToolIdentity { engine.identity }

    /// Judges every request in the bytes.
    /// - Parameters:
    ///   - bytes: JSON, YAML or HCL, or a stream of JSON with a value a line.
    ///   - name: the file's name, for the report; its ending says the language (`.json`, `.yaml`, `.yml`, `.tf`, `.ndjson`,
    ///     `.jsonl`).
    ///   - origin: how the bytes came here, which decides what is said of those that hold no request.
    public func check(_ bytes: [UInt8], name: String, origin: Origin = .given) -> FileReport {
        engine.check(bytes, name: name, origin: origin)
    }

    /// Judges a piece of a stream: whole lines, each a JSON value that may be a request, an envelope or a list of them.
    ///
    /// What is said of a line depends on that line alone, so the pieces of a stream may be judged on any threads, and a
    /// stream of any length takes the memory of a few pieces. In the order of the pieces, the reports are the report of the
    /// stream; `RunSummary` counts them as one file.
    /// - Parameters:
    ///   - lines: lines that end with LF or CR LF; the last one of the stream needs no end.
    ///   - name: the stream's name, for the report.
    ///   - start: where the piece starts, which all places in the report count from; `advanced(over:)` tells it of the next.
    ///   - origin: how the stream came here: where it was not given, lines of other tools that are no JSON are passed over.
    /// - Returns: the diagnostics by line, with `document` as the number of the line from 0, and a notice for each line that
    ///   can't be parsed or mentions the service without a request. Blank lines and lines of others are passed over.
    public func checkLines(
        _ lines: [UInt8], name: String, at start: StreamPosition = .start, origin: Origin = .given
    ) -> FileReport {
        engine.checkLines(lines, name: name, at: start, origin: origin)
    }

    /// Says what each update in the bytes would do to the resource of the options' current state.
    /// - Parameters:
    ///   - bytes: JSON, YAML or HCL.
    ///   - name: the file's name; its ending says the language (`.json`, `.yaml`, `.yml`, `.tf`).
    /// - Returns: no plan where the options have no current state.
    public func plan(_ bytes: [UInt8], name: String) -> PlanReport {
        engine.plan(bytes, name: name)
    }
}

/// An operation of the service, such as `UpdateImagePipeline`.
public struct Operation: Sendable, Hashable, CustomStringConvertible {
    public let name: String

    public var description: String { name }

    /// A linter that is built with a name that the service does not have says so.
    public init(name: String) {
        self.name = name
    }
}

/// A calendar day, in the proleptic Gregorian calendar.
public struct Day: Sendable, Hashable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// - Returns: nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...lengths[month - 1]).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }
}

/// A mistake in the options, in a user's rule pages or in the current state.
public struct ConfigurationError: Error, Sendable, Hashable {
    /// One sentence for each mistake: what is wrong, why, and what to do. Mistakes in pages start with `path:line: `, those in the current state with `path:line:column: `.
    public let messages: [String]

    package init(_ messages: [String]) {
        self.messages = messages
    }
}

extension Linter {
    /// What the two ways to judge JSON say of the same bytes, for the test that holds them together.
    /// - Returns: how many requests are well by a look at the bytes, nil where that can't tell; and the report by way of a
    ///   document.
    @_spi(Benchmarking) public func bothWays(_ bytes: [UInt8]) -> (screened: Int?, explained: FileReport) {
        // At two desks, so that neither way goes by what the other one has learned.
        engine.withDesk { desk in
            engine.withDesk { other in
                (
                    engine.cleanRequests(in: bytes, desk),
                    engine.explain(bytes, name: "request.json", origin: .given, as: .json, other)
                )
            }
        }
    }

    /// Reads a source and judges nothing: what parsing alone costs, for benchmarks.
    /// - Returns: how many nodes the document has.
    @_spi(Benchmarking) public static func parse(_ bytes: [UInt8], name: String) -> Int {
        Document.read(Source(name: name, bytes: bytes), as: Language.of(bytes, name: name)).nodes.count
    }
}
