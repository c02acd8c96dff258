import Documents

/// Makes the findings of a file concrete: rules, pointers, places, fixes. The file is one source, or has one a line: each is
/// begun and finished, and all of them have one report.
struct ReportBuilder: ~Copyable {
    private let registry: Registry
    private let severities: [Severity?]
    private let names: ReportNames
    private var statePlaces: DocumentPlaces?
    private var diagnostics: [Diagnostic] = []
    private var notices: [Notice] = []
    private var requests = 0
    private var comparisons = 0
    /// What pointers are put together in.
    private var scratch: [UInt8] = []

    /// Those of the source at hand.
    private var places: DocumentPlaces
    private var document: Document { places.document }
    /// What there was before it.
    private var before = Counts()
    private var isSurplusNoted = false
    private var isNoticeSurplusNoted = false
    /// The bytes of its messages and pointers so far.
    private var textSize = 0

    private struct Counts {
        var diagnostics = 0
        var notices = 0
        var requests = 0
    }

    /// - Parameters:
    ///   - file: its name.
    ///   - current: the document of the current state.
    init(file: String, registry: Registry, severities: [Severity?], current: Document?, names: ReportNames) {
        self.names = names
        self.registry = registry
        self.severities = severities
        places = DocumentPlaces(Document(source: Source(name: file, bytes: []), syntax: .json))
        statePlaces = current.map { DocumentPlaces($0) }
    }

    /// Goes on to a source of the file.
    mutating func begin(_ document: Document) {
        places = DocumentPlaces(document)
        before = Counts(diagnostics: diagnostics.count, notices: notices.count, requests: requests)
        isSurplusNoted = false
        isNoticeSurplusNoted = false
        textSize = 0
        for problem in document.problems {
            notices.append(
                Notice(kind: Self.kind(problem.kind), message: problem.message, region: places.region(problem.range)))
        }
    }

    private static func kind(_ kind: SyntaxProblem.Kind) -> Notice.Kind {
        switch kind {
        case .syntax: .syntax
        case .encoding: .encoding
        case .limit: .limit
        }
    }

    /// Whether no request was found, and all there is to say is that the text can't be parsed.
    var isUnparsedOnly: Bool {
        let notices = notices[before.notices...]
        let isText = notices.first.map { $0.kind == .syntax || $0.kind == .encoding } ?? false
        return isText && requests == before.requests && notices.count == document.problems.count
    }

    /// Takes a text that can't be parsed for foreign, with nothing to say of it.
    mutating func forget() {
        diagnostics.removeLast(diagnostics.count - before.diagnostics)
        notices.removeLast(notices.count - before.notices)
        requests = before.requests
    }

    /// Takes a file that can't be parsed for foreign: hooks pass files of other tools, such as JSON with comments and templates of YAML.
    mutating func passOver() {
        guard let start = notices.first?.region?.start else { return }
        let language = document.syntax == .json ? "JSON" : "YAML"
        notices = [
            Notice(
                kind: .noRequest,
                message: "This is no \(language) at \(start.line):\(start.column), and it mentions nothing of the service, so it was passed over. Name the operation with `--operation` if it holds a request.")
        ]
    }

    /// Says of a line that it was not read.
    mutating func add(_ notice: Notice) { notices.append(notice) }

    mutating func countRequest() { requests += 1 }

    mutating func countComparison() { comparisons += 1 }

    mutating func add(_ problems: [Located.Problem]) {
        for problem in problems where hasRoomForNotice() {
            notices.append(
                Notice(
                    kind: problem.kind, message: problem.message,
                    region: places.region(document.range(of: problem.node))))
        }
    }

    /// As many as anyone reads, and one that says that there are more.
    static let mostNotices = 1_000

    private mutating func hasRoomForNotice() -> Bool {
        guard notices.count - before.notices >= Self.mostNotices else { return true }
        if !isNoticeSurplusNoted {
            isNoticeSurplusNoted = true
            notices.append(
                Notice(
                    kind: .limit,
                    message: "More than \(Self.mostNotices) notes on one file; the rest is not shown. Correct what they tell first, or split the file."))
        }
        return false
    }

    /// Says of a first few objects that they were not judged; a long list of them needs no more.
    mutating func add(unrecognised nodes: [Int]) {
        for node in nodes.prefix(10) {
            notices.append(
                Notice(
                    kind: .noRequest,
                    message: "No operation is recognised by the members of this object, so it was not judged. Wrap it: {\"operation\": \"UpdateImagePipeline\", \"request\": {...}}.",
                    region: places.region(of: .structure(Place(node)))))
        }
    }

    mutating func add(_ judgement: Judgement, of request: Located.Request, dialect: any Dialect) {
        requests += 1
        for gap in judgement.gaps where hasRoomForNotice() {
            notices.append(
                Notice(kind: .limit, message: gap.message, region: places.region(of: gap.spot)))
        }
        for finding in judgement.findings {
            guard let severity = severities[finding.rule] else { continue }
            guard diagnostics.count - before.diagnostics < Self.mostDiagnostics, textSize <= Self.mostText else {
                noteSurplus()
                break
            }
            let pointer = places.pointer(to: finding.spot, by: &scratch)
            textSize += pointer.utf8.count + finding.message.utf8.count + finding.requestPointer.utf8.count
            let rule = registry.rules[finding.rule]
            diagnostics.append(
                Diagnostic(
                    rule: names.rule(finding.rule), severity: severity,
                    evidence: Evidence.allCases[Int(rule.evidence)], message: finding.message,
                    document: request.document + (document.source.line?.line ?? 0),
                    operation: names.operation(request.operation),
                    resource: request.name?.text(in: document), dialect: dialect.name, pointer: pointer,
                    requestPointer: finding.requestPointer,
                    region: places.region(of: finding.spot),
                    related: finding.related.map { related($0) },
                    fix: finding.fix.flatMap { fix($0) }))
        }
    }

    /// Whether there was more than a report holds.
    var isFull: Bool { isSurplusNoted }

    /// More than anyone reads; what a file of nothing but mistakes would take in memory has to end somewhere.
    static let mostDiagnostics = 100_000

    /// Bytes of messages and pointers: names may be megabytes long, and each finding behind one quotes it.
    static let mostText = 128 << 20
    static let tooMuchText =
        "The findings of one file come to more than \(mostText) bytes of text; the rest is not reported. Shorten the names on the way to them, or split the file."

    private mutating func noteSurplus() {
        guard !isSurplusNoted else { return }
        isSurplusNoted = true
        notices.append(
            Notice(
                kind: .limit,
                message: textSize > Self.mostText
                    ? Self.tooMuchText
                    : "More than \(Self.mostDiagnostics) findings in one file; the rest is not reported. Correct these first, or split the file."))
    }

    /// Whether there is neither a request nor a notice so far.
    var isSilent: Bool { requests == before.requests && notices.count == before.notices }

    /// Whether it held no request, and nothing kept one from being found.
    var heldNothing: Bool {
        requests == before.requests && !notices[before.notices...].contains(where: \.isFailure)
    }

    /// Nothing but the noun tells a line of a stream from a file here; what is said of a line has to say where it is.
    private mutating func noteAbsence(_ kind: Notice.Kind, _ message: String) {
        let root = document.source.line == nil ? nil : document.roots.first
        notices.append(
            Notice(kind: kind, message: message, region: root.map { places.region(of: .structure(Place($0))) }))
    }

    /// Says what is to say of the source as a whole.
    /// - Parameter isRequest: whether the user said that the source is a request, by naming its operation.
    mutating func finish(isNamed: Bool, mentionsService: Bool, isRequest: Bool) {
        if isSilent, isRequest {
            noteAbsence(
                .syntax,
                "No object is here that could be the request of the operation named, so nothing was judged. Check what wrote this.")
        }
        if isSilent, isNamed || mentionsService {
            let noun = document.source.noun
            noteAbsence(
                .noRequest,
                mentionsService
                    ? "The \(noun) mentions the service, but no request in it is recognised. Name the operation with `--operation`, or wrap the request: {\"operation\": \"UpdateImagePipeline\", \"request\": {...}}."
                    : "The \(noun) holds no request that is recognised, so nothing was judged. Name the operation with `--operation` if it does.")
        }
        guard diagnostics.count - before.diagnostics > 1 else { return }
        // In place: a slice of an array that is sorted is a copy.
        diagnostics.withUnsafeMutableBufferPointer { all in
            var own = all[before.diagnostics...]
            own.sort { left, right in
                if left.region.start.offset != right.region.start.offset {
                    return left.region.start.offset < right.region.start.offset
                }
                if left.rule != right.rule { return left.rule < right.rule }
                return (left.region.end.offset, left.requestPointer, left.message)
                    < (right.region.end.offset, right.requestPointer, right.message)
            }
        }
    }

    /// The report of the whole file, or of a piece of it.
    /// - Parameter bytes: what reporters show lines of.
    func report(
        linesPassedOver: Int = 0, moreRequests: Int = 0, start: StreamPosition = .start, of bytes: [UInt8]
    ) -> FileReport {
        FileReport(
            file: document.source.name, diagnostics: diagnostics, notices: notices,
            requests: requests + moreRequests, suppressed: 0, comparisons: comparisons, linesPassedOver: linesPassedOver,
            start: start, source: diagnostics.isEmpty && notices.isEmpty ? [] : bytes)
    }

    private mutating func related(_ related: RelatedSpot) -> Diagnostic.Related {
        if related.isInState, var state = statePlaces {
            defer { statePlaces = state }
            return Diagnostic.Related(
                message: related.message, file: state.file, pointer: state.pointer(to: related.spot, by: &scratch),
                region: state.region(of: related.spot))
        }
        return Diagnostic.Related(
            message: related.message, pointer: places.pointer(to: related.spot, by: &scratch),
            region: places.region(of: related.spot))
    }

    // MARK: Fixes

    private mutating func fix(_ proposal: FixProposal) -> Fix? {
        var edits: [Fix.Edit] = []
        for change in proposal.changes {
            guard let edit = FixWriter(document: document, paths: places.paths).edit(change) else { return nil }
            edits.append(Fix.Edit(region: places.region(edit.range), text: edit.text))
        }
        edits.sort { $0.region.start.offset < $1.region.start.offset }
        return Fix(description: proposal.description, safety: proposal.safety, edits: edits)
    }
}
