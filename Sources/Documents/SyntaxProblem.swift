/// Something that keeps a source from being read as it stands.
package struct SyntaxProblem: Sendable {
    package enum Kind: Sendable {
        /// The text is not in the syntax that it should be in.
        case syntax
        /// The bytes are not UTF-8.
        case encoding
        /// A limit was reached.
        case limit
    }

    package let kind: Kind
    package let range: SourceRange
    /// What is wrong, why, and what to do.
    package let message: String
    /// Whether the document ends here. Repairs and marks that could be passed over do not end it.
    package let isFatal: Bool
}

/// How much a reader takes before it stops with a problem.
package struct ReadLimits: Sendable {
    /// Objects and arrays inside one another.
    package var depth = 128
    /// Bytes of one source; offsets are 32 bits wide.
    package var bytes = 1 << 30
    /// Nodes that aliases may add to one source.
    package var aliasNodes = 100_000
    /// Problems that a reader reads on behind, such as missing commas.
    package var problems = 100

    package init() {}

    package static let standard = ReadLimits()
}
