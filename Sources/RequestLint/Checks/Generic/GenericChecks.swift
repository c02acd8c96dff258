/// The checks that every service has; what they look at comes from the rule page.
enum GenericChecks {
    static let all: [any Check.Type] = [
        ExactlyOneOf.self, RequiresMember.self, ForbidsMember.self, AtMostItems.self, TextPattern.self,
        DeprecatedValue.self, UniqueItems.self, ItemPattern.self, KeepsMembers.self, KeepsChoice.self,
        SameResource.self,
    ]
}

/// Puts values into a page's `message:`.
enum MessageTemplate {
    static func fill(_ template: String, value: String, member: String) -> String {
        fill(template, ["value": ShapeMessages.clipped(value), "member": member])
    }

    /// What the checks fill in between them.
    static let names = ["value", "member", "present", "default", "line"]

    /// The first name in braces that no check fills in.
    static func unknownName(in template: String) -> String? {
        template.split(separator: "{").dropFirst().lazy
            .compactMap { part in part.firstIndex(of: "}").map { String(part[..<$0]) } }
            .first { !$0.isEmpty && $0.allSatisfy(\.isLetter) && !names.contains($0) }
    }

    /// Names in braces that are not among the values stay as they are.
    static func fill(_ template: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = Substring(template)
        while let brace = rest.firstIndex(of: "{") {
            result += rest[..<brace]
            rest = rest[brace...]
            if let close = rest.firstIndex(of: "}"), let value = values[String(rest[..<close].dropFirst())] {
                result += value
                rest = rest[close...].dropFirst()
            } else {
                result += "{"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}

extension String {
    /// A path of members as a pointer's tail.
    var pointerPath: String {
        split(separator: ".").joined(separator: "/")
    }
}
