/// A rule as its page states it.
public struct Rule: Sendable, Hashable {
    /// `category/name`, the path of its page.
    public struct ID: Sendable, Hashable, Comparable, CustomStringConvertible {
        public let description: String

        package init(_ text: String) {
            description = text
        }

        public static func < (left: ID, right: ID) -> Bool {
            left.description < right.description
        }

        /// The part in front of the slash.
        public var category: String {
            String(description.prefix { $0 != "/" })
        }
    }

    public let id: ID
    /// The severity of its page; options may change it for a run.
    public let severity: Severity
    public let evidence: Evidence
    /// Whether it runs when nothing is said of it.
    public let isOnByDefault: Bool
    /// The page's headline.
    public let title: String
    /// The check that finds it, and which of the check's problems it claims.
    public let check: String
    public let problem: String
    /// The places of the model it is bound to. `*` means every place.
    public let places: [String]
    /// Where the facts come from.
    public let sources: [String]
    /// The whole page in Markdown, without its front matter.
    public let page: String

    package init(
        id: ID, severity: Severity, evidence: Evidence, isOnByDefault: Bool, title: String,
        check: String, problem: String, places: [String], sources: [String], page: String
    ) {
        self.id = id
        self.severity = severity
        self.evidence = evidence
        self.isOnByDefault = isOnByDefault
        self.title = title
        self.check = check
        self.problem = problem
        self.places = places
        self.sources = sources
        self.page = page
    }
}
