package import RequestLint

/// A JSON object a line, each complete when it is written: diagnostics and notices in the order of the input, and a summary
/// last, by which an interrupted report can be told; `docs/report-lines.schema.json` states their shapes.
package struct NDJSONReporter: Reporter {
    private let identity: ToolIdentity
    private var json = JSONWriter()

    package init(_ identity: ToolIdentity) {
        self.identity = identity
    }

    package mutating func begin(into output: inout Output) {}

    package mutating func add(_ report: FileReport, into output: inout Output) {
        json.exchange(&output)
        report.forEachRemark { remark in
            json.beginObject()
            switch remark {
            case .diagnostic(let number):
                json.member("type", "diagnostic")
                json.members(of: report.diagnostics.span[number], file: report.file, tool: identity.name)
            case .notice(let number):
                json.member("type", "notice")
                json.members(of: report.notices[number], file: report.file)
            }
            json.endObject()
            json.endLine()
        }
        json.exchange(&output)
    }

    package mutating func finish(_ summary: RunSummary, into output: inout Output) {
        json.beginObject()
        json.member("type", "summary")
        json.member("schema", Self.schema)
        json.member(identity)
        json.members(of: summary)
        json.endObject()
        json.endLine()
        output.append(contentsOf: json.take())
    }

    private static let schema = "imagebuilder-lint/report-lines/v1"

    /// How the last line of every such report begins.
    static var lastHead: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("type", "summary")
        json.member("schema", schema)
        json.endObject()
        return json.take().dropLast()
    }
}
