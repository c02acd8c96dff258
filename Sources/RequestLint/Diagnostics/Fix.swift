/// A change to the source that answers a diagnostic.
public struct Fix: Sendable, Hashable {
    /// Whether a fix may be applied without a look at it.
    public enum Safety: String, Sendable, Hashable {
        /// The request means the same, or could only have meant this.
        case safe
        /// A proposal; its author has to agree.
        case unsafe
    }

    /// One replacement of a range of the source.
    public struct Edit: Sendable, Hashable {
        public let region: Region
        public let text: String

        package init(region: Region, text: String) {
            self.region = region
            self.text = text
        }
    }

    public let description: String
    public let safety: Safety
    /// In the order of the source; they never overlap.
    public let edits: [Edit]

    package init(description: String, safety: Safety, edits: [Edit]) {
        self.description = description
        self.safety = safety
        self.edits = edits
    }
}
