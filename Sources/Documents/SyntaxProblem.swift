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
    /// Bytes of one line of a stream, so that a stream of any form takes bounded memory.
    package var line = 1 << 26
    /// Values and keys of one source. Each takes 16 bytes, and two bytes of a source can make one.
    package var nodes = 1 << 25
    /// Nodes that aliases may add to one source.
    package var aliasNodes = 100_000
    /// Problems that a reader reads on behind, such as missing commas.
    package var problems = 100

    package init() {}

    package static let standard = ReadLimits()

    /// What is said where there are more nodes.
    var tooManyNodes: String { "The file has more than \(nodes) values and keys; more are not read. Split it." }
}

extension DocumentDraft {
    /// Notes a problem that reading goes on behind. False where there have been too many of them.
    mutating func readOn(
        _ kind: SyntaxProblem.Kind, _ range: SourceRange, _ message: String, _ limits: ReadLimits
    ) -> Bool {
        guard problems.count < limits.problems else {
            problems.append(
                SyntaxProblem(
                    kind: .limit, range: range,
                    message: "The file has more than \(limits.problems) mistakes like those before; the rest is not read. Correct them and run again.",
                    isFatal: true))
            return false
        }
        problems.append(SyntaxProblem(kind: kind, range: range, message: message, isFatal: false))
        return true
    }
}
