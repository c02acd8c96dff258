import RequestLint

extension JSONWriter {
    /// `{"text": ...}`, as many of SARIF's properties are.
    mutating func sarif(_ name: StaticString, text: String) {
        key(name)
        beginObject()
        member("text", text)
        endObject()
    }

    /// A rule as a `reportingDescriptor`, with what code scanning reads of it.
    mutating func sarif(_ rule: Rule) {
        beginObject()
        member("id", rule.id.description)
        member("name", pascalCase(rule.id.description))
        sarif("shortDescription", text: rule.title)
        sarif("fullDescription", text: firstParagraph(ofPage: rule.page) ?? rule.title)
        key("help")
        beginObject()
        member("text", rule.page)
        member("markdown", rule.page)
        endObject()
        key("defaultConfiguration")
        beginObject()
        member("level", rule.severity.sarifLevel)
        member("enabled", rule.isOnByDefault)
        endObject()
        key("properties")
        beginObject()
        member("evidence", rule.evidence.rawValue)
        member("tags", [rule.id.category])
        member("problem.severity", rule.severity.problemSeverity)
        member("precision", rule.evidence.precision)
        endObject()
        endObject()
    }

    /// A kind of notice as a `reportingDescriptor`.
    mutating func sarif(_ kind: Notice.Kind) {
        beginObject()
        member("id", kind.rawValue)
        member("name", pascalCase(kind.rawValue))
        sarif("shortDescription", text: kind.meaning)
        endObject()
    }
}

extension Severity {
    var sarifLevel: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// What code scanning calls it.
    fileprivate var problemSeverity: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "recommendation"
        }
    }
}

extension Evidence {
    /// How seldom the rule is expected to be wrong, in code scanning's words.
    fileprivate var precision: String {
        switch self {
        case .proven: "very-high"
        case .documented: "high"
        case .likely, .accepted: "medium"
        case .unknown: "low"
        }
    }
}

extension Notice.Kind {
    fileprivate var meaning: String {
        switch self {
        case .unreadable: "The file could not be opened or read."
        case .syntax: "The text is not in the form that its name or content promises."
        case .encoding: "The bytes are not UTF-8."
        case .limit: "A documented limit was reached; the rest of the file was not judged."
        case .noRequest: "The file holds no request that is recognised."
        case .unknownOperation: "The named operation is not one of the service's."
        case .environment: "Something beside the files did not answer."
        }
    }
}
