import Documents

/// A service: its compiled rules and the checks that they name.
package struct Service: Sendable {
    package let blob: Blob
    package let checks: [any Check.Type]
    package let dialects: [any Dialect]
    package let name: String
    package let version: String
    /// What the bytes of a file hold if it may hold a request at all; other files are passed over unparsed.
    package let traces: [Trace]
    /// The table whose release is the time zone database's.
    package let zoneTable: StaticString

    /// Texts that stand together in a file that may hold a request.
    package struct Trace: Sendable {
        let texts: [[UInt8]]
        let strength: Strength

        package enum Strength: Sendable {
            /// Common words: a file that holds them and can't be parsed is more likely foreign than a broken request.
            case common
            /// Words that hardly any other file holds.
            case telling
            /// The name of the service itself, so that a file without a request deserves a word.
            case service
        }

        package init(_ texts: [String], _ strength: Strength = .telling) {
            self.texts = texts.map { Array($0.utf8) }
            self.strength = strength
        }
    }

    package init(
        blob: Blob, checks: [any Check.Type], dialects: [any Dialect], name: String,
        version: String, traces: [Trace], zoneTable: StaticString
    ) {
        self.blob = blob
        self.checks = checks
        self.dialects = dialects
        self.name = name
        self.version = version
        self.traces = traces
        self.zoneTable = zoneTable
    }

    /// The same service with another registry.
    func with(_ blob: Blob) -> Service {
        Service(
            blob: blob, checks: checks, dialects: dialects, name: name, version: version,
            traces: traces, zoneTable: zoneTable)
    }
}

/// The linter's inside: a registry, which rules are on, and the stages from bytes to a report.
package final class Engine: Sendable {
    package let registry: Registry
    let service: Service
    private let today: Day
    let operation: Int?
    /// By rule number: the severity of this run, or nil where the rule is off.
    let severities: [Severity?]
    private let activeRules: ActiveRules
    let current: CurrentState?
    /// The service as events name it.
    private let eventSource: StaticString?
    private let desks = DeskPool()

    package init(service: Service, options: Linter.Options) throws(ConfigurationError) {
        self.service = service
        eventSource = service.dialects.lazy.compactMap(\.eventSource).first
        let checks = CheckList(service.checks)
        var registry = Registry(service.blob, checks: checks)
        if !options.pages.isEmpty {
            let sources = (0..<registry.sources.count).map { index in
                RuleSource(
                    path: registry.text.string(registry.sources[index].name),
                    text: registry.text.string(registry.sources[index].text))
            }
            let users = options.pages.map { RuleSource(path: $0.path, text: $0.text) }
            let bytes = try RegistryCompiler.compile(sources, users: users, checks: checks)
            guard let blob = Blob(bytes) else {
                throw ConfigurationError(["The rules could not be compiled. Report this as a defect."])
            }
            registry = Registry(blob, checks: checks)
            try Self.tryExamples(of: users, in: service.with(blob))
        }
        self.registry = registry
        today = options.today
        operation = try Self.operation(options.operation, registry)
        severities = try RuleSelection(registry).severities(options)
        current = try options.current.map { file throws(ConfigurationError) in
            try StateReader.read(file, registry)
        }
        activeRules = ActiveRules(
            registry, isOn: severities.map { $0 != nil }, hasState: current != nil)
    }

    /// Refuses users' pages whose examples show something else than what the rule does.
    private static func tryExamples(of users: [RuleSource], in service: Service) throws(ConfigurationError) {
        let mistakes = users.flatMap { file in
            ExampleTrial(RulePageReader.read(path: file.path, text: file.text).page, in: service).mistakes()
        }
        guard mistakes.isEmpty else { throw ConfigurationError(mistakes.map(\.description)) }
    }

    private static func operation(
        _ operation: Operation?, _ registry: Registry
    ) throws(ConfigurationError) -> Int? {
        guard let operation else { return nil }
        if let number = registry.operation(named: operation.name) { return number }
        let names = (0..<registry.operations.count).map {
            registry.text.string(registry.operations[$0].name)
        }
        let near = Spelling.nearest(to: operation.name, among: names).map { " Did you mean `\($0)`?" }
        throw ConfigurationError([
            "`\(operation.name)` is not an operation of the service.\(near ?? " Write a name such as `UpdateImagePipeline`.")"
        ])
    }

    package var rules: [Rule] { (0..<registry.rules.count).map { registry.rule($0) } }

    package var operations: [Operation] {
        (0..<registry.operations.count).map {
            Operation(name: registry.text.string(registry.operations[$0].name))
        }
    }

    package var identity: ToolIdentity {
        ToolIdentity(
            name: service.name, version: service.version, model: registry.fact("model") ?? "",
            tzdata: registry.table(service.zoneTable)?.release.split(separator: " ").last.map(String.init) ?? "")
    }

    // MARK: Judging

    func check(_ bytes: [UInt8], name: String, origin: Linter.Origin) -> FileReport {
        withDesk { check(bytes, name: name, origin: origin, $0) }
    }

    /// Lends a desk to one thread for one source.
    func withDesk<Result>(_ body: (Desk) -> Result) -> Result { desks.withDesk(of: registry, today: today, body) }

    private func check(_ bytes: [UInt8], name: String, origin: Linter.Origin, _ desk: Desk) -> FileReport {
        if Language.isLines(name) { return checkStream(bytes, name: name, origin: origin, desk) }
        let language = Language.of(bytes, name: name)
        if language == .json, let requests = cleanRequests(in: bytes, desk) {
            return FileReport(
                file: name, diagnostics: [], notices: [], requests: requests, suppressed: 0, source: bytes)
        }
        return explain(bytes, name: name, origin: origin, as: language, desk)
    }

    /// Judges by way of a document, which is the only way to tell what there is to say.
    func explain(
        _ bytes: [UInt8], name: String, origin: Linter.Origin, as language: Document.Syntax, _ desk: Desk
    ) -> FileReport {
        guard origin == .given || operation != nil || holdsTrace(bytes, { _ in true }) else {
            return foreignReport(name, isNamed: origin == .named)
        }
        let document = Document.read(
            Source(name: name, bytes: bytes), as: language)
        var report = reportBuilder(of: name, desk)
        report.begin(document)
        let isRecognised = judge(document, desk, &report)
        if origin != .given, operation == nil, report.isUnparsedOnly, isForeign(bytes) {
            report.passOver()
        }
        report.finish(
            isNamed: origin != .found, mentionsService: !isRecognised && mentionsService(bytes),
            isRequest: operation != nil)
        return report.report(of: bytes)
    }

    func reportBuilder(of file: String, _ desk: Desk) -> ReportBuilder {
        ReportBuilder(
            file: file, registry: registry, severities: severities, current: current?.document, names: desk.names)
    }

    /// Judges the requests of a document.
    /// - Returns: whether a dialect recognised its form for certain.
    func judge(_ document: Document, _ desk: Desk, _ report: inout ReportBuilder) -> Bool {
        for number in service.dialects.indices where service.dialects[number].mayHold(document) {
            let dialect = service.dialects[number]
            let located = dialect.locate(in: document, registry, operation: operation)
            report.add(located.notices)
            report.add(unrecognised: located.unrecognised)
            if located.requests.isEmpty {
                if located.isRecognised { return true }
                continue
            }
            if let translation = located.translation {
                let home = BackTranslation(translation: translation, document: document)
                judge(
                    located.requests, with: TranslationCursor(translation, of: document), dialect, desk,
                    &report) { $0.isEmpty ? $0 : home.findings(of: $0) }
            } else {
                judge(
                    located.requests, with: NodeCursor(document, dialect: dialect), dialect, desk, &report) { $0 }
            }
            if located.isRecognised { return true }
        }
        return false
    }

    /// How many requests the bytes hold that are all well; nil where that takes a closer look. Every file is asked first,
    /// because most are well, and of those nothing is read a second time.
    func cleanRequests(in bytes: [UInt8], _ desk: Desk) -> Int? {
        // An update is compared with its current state by way of a document.
        guard current == nil else { return nil }
        return bytes.withUnsafeBufferPointer { pointer in
            var screener = screener(of: bytes, at: pointer, desk)
            // That a file holds none is worth a word.
            return screener.cleanRequests(in: bytes.indices).flatMap { $0 > 0 ? $0 : nil }
        }
    }

    /// - Parameters:
    ///   - pointer: the same bytes.
    func screener(of bytes: [UInt8], at pointer: UnsafeBufferPointer<UInt8>, _ desk: Desk) -> Screener {
        Screener(
            bytes, at: pointer, registry, activeRules, operation: operation, eventSource: eventSource, desk: desk)
    }

    /// Judges requests that one cursor walks.
    /// - Parameter place: takes what was found to the document.
    private func judge<C: Cursor>(
        _ requests: [Located.Request], with cursor: consuming C, _ dialect: any Dialect, _ desk: Desk,
        _ report: inout ReportBuilder, _ place: (Judgement) -> Judgement
    ) {
        var judge = Judge(
            registry: registry, cursor: cursor, desk: desk, rules: activeRules, current: current)
        for request in requests {
            let operation = registry.operations[request.operation]
            // Of what a full report would not hold, nothing is found out.
            guard operation.shape != noIndex, !report.isFull else {
                report.countRequest()
                continue
            }
            if request.operation == (current.map { Int($0.record.operation) }) { report.countComparison() }
            report.add(place(judge.judge(request.place, operation: operation).adding(request.findings)), of: request, dialect: dialect)
        }
    }

    /// What bears no trace of the service is nobody's request, whether or not it can be parsed: hooks pass all kinds of files.
    func foreignReport(_ name: String, isNamed: Bool) -> FileReport {
        let notice = Notice(
            kind: .noRequest,
            message: "The file mentions nothing of the service, so nothing was judged. Name the operation with `--operation` if it holds a request.")
        return FileReport(
            file: name, diagnostics: [], notices: isNamed ? [notice] : [], requests: 0,
            suppressed: 0, source: [])
    }

    /// Whether a text that can't be parsed holds only what files of other tools hold too.
    func isForeign(_ bytes: [UInt8]) -> Bool {
        if holdsTrace(bytes, { $0 != .common }) { return false }
        // An envelope that is broken may hold nothing else that tells.
        let text = Self.narrow(bytes)
        return !operations.contains { ByteSearch.contains(text.span, Array($0.name.utf8).span) }
    }

    /// In UTF-16 every other byte of a trace is zero; such a file gets its message from the reader.
    private static func narrow(_ bytes: [UInt8]) -> [UInt8] {
        let isWide = bytes.prefix(4).contains(0) || bytes.starts(with: [0xFF, 0xFE])
        return isWide ? bytes.filter { $0 != 0 } : bytes
    }

    /// Whether the bytes hold a trace of such a strength.
    func holdsTrace(_ bytes: [UInt8], _ counts: (Service.Trace.Strength) -> Bool) -> Bool {
        let text = Self.narrow(bytes)
        return service.traces.contains { trace in
            counts(trace.strength) && trace.texts.allSatisfy { ByteSearch.contains(text.span, $0.span) }
        }
    }

    func mentionsService(_ bytes: [UInt8]) -> Bool {
        service.traces.contains { trace in
            trace.strength == .service && trace.texts.allSatisfy { ByteSearch.contains(bytes.span, $0.span) }
        }
    }
}
