package import RequestLint

/// Report version 1 in JSON, one diagnostic a line; `docs/report.schema.json` states its shape.
package struct JSONReporter: Reporter {
    private let identity: ToolIdentity
    private var json = JSONWriter()
    private var notices = KeptNotices()

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
        json.exchange(&output)
        for diagnostic in report.diagnostics {
            json.value(diagnostic, file: report.file, tool: identity.name)
        }
        json.exchange(&output)
        notices.add(report)
    }

    package mutating func finish(_ summary: RunSummary, into output: inout Output) {
        json.endArray()
        json.key("notices")
        json.beginArray(.lines)
        for entry in notices.listed { json.value(entry.notice, file: entry.file) }
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
