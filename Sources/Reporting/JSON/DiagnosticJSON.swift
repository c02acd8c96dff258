package import RequestLint

/// A diagnostic as a JSON object; `docs/report.schema.json` states its shape.
extension JSONWriter {
    /// - Parameters:
    ///   - file: the file that the diagnostic is of.
    ///   - tool: the program whose `explain` prints the rule.
    package mutating func value(_ diagnostic: Diagnostic, file: String, tool: String) {
        beginObject()
        members(of: diagnostic, file: file, tool: tool)
        endObject()
    }

    /// The members of that object.
    mutating func members(of diagnostic: Diagnostic, file: String, tool: String) {
        member("rule", diagnostic.rule.description)
        member("severity", diagnostic.severity.rawValue)
        member("evidence", diagnostic.evidence.rawValue)
        member("message", diagnostic.message)
        member("file", file)
        member("document", diagnostic.document)
        member("operation", diagnostic.operation)
        if let resource = diagnostic.resource { member("resource", resource) }
        member("dialect", diagnostic.dialect)
        member("pointer", diagnostic.pointer)
        member("requestPointer", diagnostic.requestPointer)
        member(diagnostic.region)
        key("related")
        beginArray()
        for related in diagnostic.related {
            beginObject()
            member("message", related.message)
            member("file", related.file ?? file)
            member("pointer", related.pointer)
            member(related.region)
            endObject()
        }
        endArray()
        if let fix = diagnostic.fix { member(fix) }
        member("help", "\(tool) explain \(diagnostic.rule)")
    }

    private mutating func member(_ fix: Fix) {
        key("fix")
        beginObject()
        member("description", fix.description)
        member("safety", fix.safety.rawValue)
        key("edits")
        beginArray()
        for edit in fix.edits {
            beginObject()
            member(edit.region)
            member("text", edit.text)
            endObject()
        }
        endArray()
        endObject()
    }
}
