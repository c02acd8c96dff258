/// The checks that every service has; what they look at comes from the rule page.
enum GenericChecks {
    static let all: [any Check.Type] = [
        ExactlyOneOf.self, RequiresMember.self, ForbidsMember.self, AtMostItems.self, TextPattern.self,
        DeprecatedValue.self, UniqueItems.self, ItemPattern.self,
    ]
}

/// Puts values into a page's `message:`.
enum MessageTemplate {
    static func fill(_ template: String, value: String, member: String) -> String {
        var result = ""
        var rest = Substring(template)
        while let brace = rest.firstIndex(of: "{") {
            result += rest[..<brace]
            rest = rest[brace...]
            if rest.hasPrefix("{value}") {
                result += ShapeMessages.clipped(value)
                rest = rest.dropFirst("{value}".count)
            } else if rest.hasPrefix("{member}") {
                result += member
                rest = rest.dropFirst("{member}".count)
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
