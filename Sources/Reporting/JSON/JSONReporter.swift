package import RequestLint

/// Report version 1 in JSON, one diagnostic a line; `docs/report.schema.json` states its shape.
package struct JSONReporter: Reporter {
    private let identity: ToolIdentity
    private var json = JSONWriter()
    /// Kept until the end, because they follow the diagnostics: at most a few a file.
    private var notices: [(file: String, notice: Notice)] = []

    package init(_ identity: ToolIdentity) {
        self.identity = identity
    }

    package mutating func begin(into output: inout Output) {
        json.beginObject(.lines)
        json.member("schema", "imagebuilder-lint/report/v1")
        json.member(identity)
        json.key("diagnostics")
        json.beginArray(.lines)
        output.append(contentsOf: json.take())
    }

    package mutating func add(_ report: FileReport, into output: inout Output) {
        for diagnostic in report.diagnostics { write(diagnostic, file: report.file) }
        notices += report.notices.map { (report.file, $0) }
        output.append(contentsOf: json.take())
    }

    package mutating func finish(_ summary: RunSummary, into output: inout Output) {
        json.endArray()
        json.key("notices")
        json.beginArray(.lines)
        for (file, notice) in notices { json.value(notice, file: file) }
        json.endArray()
        write(summary)
        json.endObject()
        json.endLine()
        output.append(contentsOf: json.take())
    }

    private mutating func write(_ diagnostic: Diagnostic, file: String) {
        json.beginObject()
        json.member("rule", diagnostic.rule.description)
        json.member("severity", diagnostic.severity.rawValue)
        json.member("evidence", diagnostic.evidence.rawValue)
        json.member("message", diagnostic.message)
        json.member("file", file)
        json.member("document", diagnostic.document)
        json.member("operation", diagnostic.operation)
        json.member("dialect", diagnostic.dialect)
        json.member("pointer", diagnostic.pointer)
        json.member("requestPointer", diagnostic.requestPointer)
        json.member(diagnostic.region)
        json.key("related")
        json.beginArray()
        for related in diagnostic.related {
            json.beginObject()
            json.member("message", related.message)
            json.member("file", related.file ?? file)
            json.member("pointer", related.pointer)
            json.member(related.region)
            json.endObject()
        }
        json.endArray()
        if let fix = diagnostic.fix { write(fix) }
        json.member("help", "\(identity.name) explain \(diagnostic.rule)")
        json.endObject()
    }

    private mutating func write(_ fix: Fix) {
        json.key("fix")
        json.beginObject()
        json.member("description", fix.description)
        json.member("safety", fix.safety.rawValue)
        json.key("edits")
        json.beginArray()
        for edit in fix.edits {
            json.beginObject()
            json.member(edit.region)
            json.member("text", edit.text)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private mutating func write(_ summary: RunSummary) {
        json.key("summary")
        json.beginObject()
        json.member("files", summary.files)
        json.member("passedOver", summary.passedOver)
        json.member("requests", summary.requests)
        json.member("errors", summary.errors)
        json.member("warnings", summary.warnings)
        json.member("infos", summary.infos)
        json.member("suppressed", summary.suppressed)
        json.member("unreadable", summary.unreadable)
        json.endObject()
    }
}
