package import RequestLint

/// SARIF 2.1.0 in one run, one rule and one result a line, with what code scanning needs.
package struct SARIFReporter: Reporter {
    private let context: ReportContext
    private let ruleIndices: [Rule.ID: Int]
    private var json = JSONWriter()
    private var notices = KeptNotices()
    private var hasRelativeFiles = false
    /// Of the last file, as the next piece may be one of the same stream.
    private var fingerprints = Fingerprints()

    package init(_ context: ReportContext) {
        self.context = context
        ruleIndices = Dictionary(
            context.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package mutating func begin(into output: inout Output) {
        json.beginObject(.lines)
        json.member(
            "$schema",
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
        )
        json.member("version", "2.1.0")
        json.key("runs")
        json.beginArray(.lines)
        json.beginObject(.lines)
        json.key("tool")
        json.beginObject(.lines)
        writeDriver()
        json.endObject()
        json.member("columnKind", "unicodeCodePoints")
        json.key("results")
        json.beginArray(.lines)
        output.append(contentsOf: json.take())
    }

    package mutating func add(_ report: FileReport, into output: inout Output) {
        let uri = FileURI(report.file)
        if uri.isRelative && !(report.diagnostics.isEmpty && report.notices.isEmpty) {
            hasRelativeFiles = true
        }
        if report.start == .start { fingerprints = Fingerprints() }
        json.exchange(&output)
        for diagnostic in report.diagnostics {
            write(
                diagnostic, uri: uri,
                fingerprint: fingerprints.next(for: diagnostic, in: report))
        }
        json.exchange(&output)
        notices.add(report)
    }

    package mutating func finish(_ summary: RunSummary, into output: inout Output) {
        json.endArray()
        json.key("invocations")
        json.beginArray(.lines)
        json.beginObject(.lines)
        let notices = notices.listed
        json.member("executionSuccessful", !notices.contains { $0.notice.isFailure })
        json.key("toolExecutionNotifications")
        json.beginArray(.lines)
        for entry in notices { write(entry.notice, file: entry.file) }
        json.endArray()
        json.endObject()
        json.endArray()
        if hasRelativeFiles { writeBase() }
        json.endObject()
        json.endArray()
        json.endObject()
        json.endLine()
        output.append(contentsOf: json.take())
    }

    private mutating func writeDriver() {
        let identity = context.identity
        json.key("driver")
        json.beginObject(.lines)
        json.member("name", identity.name)
        json.member("version", identity.version)
        json.key("properties")
        json.beginObject()
        json.member("model", identity.model)
        json.member("tzdata", identity.tzdata)
        json.endObject()
        json.key("rules")
        json.beginArray(.lines)
        for rule in context.rules { json.sarif(rule) }
        json.endArray()
        json.key("notifications")
        json.beginArray(.lines)
        for kind in Notice.Kind.allCases { json.sarif(kind) }
        json.endArray()
        json.endObject()
    }

    private mutating func write(_ diagnostic: Diagnostic, uri: FileURI, fingerprint: String) {
        json.beginObject()
        json.member("ruleId", diagnostic.rule.description)
        if let index = ruleIndices[diagnostic.rule] { json.member("ruleIndex", index) }
        json.member("level", diagnostic.severity.sarifLevel)
        json.sarif("message", text: sarifMessage(diagnostic.message))
        json.key("locations")
        json.beginArray()
        json.beginObject()
        json.sarifLocation(uri, region: diagnostic.region, pointer: diagnostic.pointer)
        json.endObject()
        json.endArray()
        writeRelated(diagnostic.related, uri: uri)
        json.key("partialFingerprints")
        json.beginObject()
        json.member("imagebuilderLint/v1", fingerprint)
        json.endObject()
        if let fix = diagnostic.fix { write(fix, uri: uri) }
        json.key("properties")
        json.beginObject()
        json.member("evidence", diagnostic.evidence.rawValue)
        json.member("document", diagnostic.document)
        json.member("operation", diagnostic.operation)
        if let resource = diagnostic.resource { json.member("resource", resource) }
        json.member("dialect", diagnostic.dialect)
        json.member("requestPointer", diagnostic.requestPointer)
        json.endObject()
        json.endObject()
    }

    private mutating func writeRelated(_ related: [Diagnostic.Related], uri: FileURI) {
        guard !related.isEmpty else { return }
        json.key("relatedLocations")
        json.beginArray()
        for (id, place) in related.enumerated() {
            json.beginObject()
            json.member("id", id)
            let uri = place.file.map { FileURI($0) } ?? uri
            if uri.isRelative { hasRelativeFiles = true }
            json.sarifLocation(uri, region: place.region, pointer: place.pointer)
            json.sarif("message", text: sarifMessage(place.message))
            json.endObject()
        }
        json.endArray()
    }

    private mutating func write(_ fix: Fix, uri: FileURI) {
        // A change without a replacement is no valid SARIF.
        guard !fix.edits.isEmpty else { return }
        json.key("fixes")
        json.beginArray()
        json.beginObject()
        json.sarif("description", text: sarifMessage(fix.description))
        json.key("artifactChanges")
        json.beginArray()
        json.beginObject()
        json.sarif("artifactLocation", uri)
        json.key("replacements")
        json.beginArray()
        for edit in fix.edits {
            json.beginObject()
            json.sarif("deletedRegion", edit.region)
            json.sarif("insertedContent", text: edit.text)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endArray()
        json.key("properties")
        json.beginObject()
        json.member("safety", fix.safety.rawValue)
        json.endObject()
        json.endObject()
        json.endArray()
    }

    private mutating func write(_ notice: Notice, file: String) {
        json.beginObject()
        json.key("descriptor")
        json.beginObject()
        json.member("id", notice.kind.rawValue)
        json.endObject()
        json.member("level", notice.isFailure ? "error" : "note")
        json.sarif("message", text: sarifMessage(notice.message))
        if !file.isEmpty {
            json.key("locations")
            json.beginArray()
            json.beginObject()
            json.sarifLocation(FileURI(file), region: notice.region, pointer: "")
            json.endObject()
            json.endArray()
        }
        json.endObject()
    }

    private mutating func writeBase() {
        json.key("originalUriBaseIds")
        json.beginObject()
        json.key(named: FileURI.base)
        json.beginObject()
        if let root = context.sourceRoot { json.member("uri", FileURI.folder(root)) }
        json.sarif("description", text: "The folder that relative file names start from.")
        json.endObject()
        json.endObject()
    }
}
