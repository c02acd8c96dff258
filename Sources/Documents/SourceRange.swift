/// A half-open byte range in a source. It is never empty, but in an empty source.
public struct SourceRange: Sendable, Hashable {
    /// The first byte.
    public let start: Int
    /// The byte behind the last.
    public let end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
