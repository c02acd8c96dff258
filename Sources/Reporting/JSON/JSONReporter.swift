package import RequestLint

/// Report version 1 in JSON, one diagnostic a line; `docs/report.schema.json` states its shape.
package struct JSONReporter: Reporter {
    private let identity: ToolIdentity
    private var json = JSONWriter()
    /// Kept until the end, because they follow the diagnostics: a few a file, or one a broken line of a stream.
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
        for diagnostic in report.diagnostics {
            json.value(diagnostic, file: report.file, tool: identity.name)
        }
        notices += report.notices.map { (report.file, $0) }
        output.append(contentsOf: json.take())
    }

    package mutating func finish(_ summary: RunSummary, into output: inout Output) {
        json.endArray()
        json.key("notices")
        json.beginArray(.lines)
        for (file, notice) in notices { json.value(notice, file: file) }
        json.endArray()
        json.key("summary")
        json.beginObject()
        json.members(of: summary)
        json.endObject()
        json.endObject()
        json.endLine()
        output.append(contentsOf: json.take())
    }
}
