/// Reads HCL's native syntax, as `.tf` files have it, into a document: total, and with exact places.
///
/// The document is the one that the same configuration has in Terraform's JSON syntax, so that a dialect walks both alike:
/// - A body is an object, an argument a member of it. A block is a member named by its type, and each label an object with
///   one member around the block's body: `resource "a" "b" { c = 1 }` is `{"resource": {"a": {"b": {"c": 1}}}}`.
/// - Blocks of one type are one member of their body, where the first of them stands: an array of what each of them would
///   be alone. Such an item's range starts at its block's type, as it has no key of its own.
/// - Literals are scalars, tuples are arrays, and object constructors are objects; parentheses and `"${ }"` around a whole
///   value are no nodes. A key that is no literal is an `alien`.
/// - A text in quotes or a heredoc is a `string`. One with `${ }` in it is a `template`: its children are its pieces in
///   order, strings where they are literal. One whose text directives (`%{ }`) or trimming (`~`) decide is an `alien`.
/// - Every other expression is an `alien` whose text is the source's; a plain reference has a flag that says so.
/// - Comments are no nodes.
///
/// A missing or surplus comma or line break is repaired. What else is wrong ends the block it stands in, and whatever is
/// open there is kept as incomplete; reading goes on at the next block that starts its line without a blank. Where a brace
/// is missing, such a line is also what ends the block in front of it.
package enum HCLReader {
    package static func read(_ source: Source, limits: ReadLimits = .standard) -> Document {
        var parser = HCLParser(source.bytes.span, of: source, limits: limits)
        if let problem = Encoding.problem(of: source, limits: limits) {
            parser.document.problems.append(problem)
        } else {
            parser.parse()
        }
        return Document(parser.document)
    }
}

/// The walk over the bytes: its state, the blocks at the top, and the way from one to the next. Bodies, expressions and
/// templates are in files of their own; each of their functions returns false where the block at the top ends early, and
/// `failure` says why by then.
struct HCLParser: ~Escapable {
    let bytes: Span<UInt8>
    let limits: ReadLimits
    var document: DocumentDraft
    var offset = 0
    /// Where reading stops: the end of the bytes, or the next block where a brace is known to be missing.
    var end: Int
    /// The end of the last sign or word, in front of the blanks that `offset` is behind.
    var tokenEnd = 0
    /// Whether line breaks are blanks, as they are in parentheses, square brackets and `${ }`.
    var ignoresLineBreaks = false
    var depth = 0
    var failure: Failure?
    /// The start of a comment that never ends.
    var openComment: Int?
    /// Whether a block takes no more than what stands in front of the next line that looks like a block's first.
    private var isCutting = false
    /// How many heredocs without an end were met on the way from block to block.
    var endlessHeredocs = 0

    /// What ended the block at the top.
    struct Failure {
        let kind: SyntaxProblem.Kind
        let range: SourceRange
        let message: String
        /// Whether nothing behind it can be told from what it should have ended in front of.
        var isFinal = false
    }

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, of source: Source, limits: ReadLimits) {
        self.bytes = bytes
        document = DocumentDraft(source: source, syntax: .hcl)
        self.limits = limits
        end = bytes.count
    }

    mutating func parse() {
        offset = Encoding.markLength(bytes)
        document.nodes.reserveCapacity(bytes.count / 20 + 8)
        document.roots = [0]
        document.nodes.append(Node(.object, start: offset, end: offset))
        var blocks: [Int] = []
        var isComplete = true
        while let start = nextItem() {
            let count = document.nodes.count
            let known = blocks.count
            if item(&blocks) { continue }
            if restarts(at: start) {
                document.removeNodes(from: count)
                blocks.removeSubrange(known...)
                continue
            }
            isComplete = false
            guard readsOn(behind: start) else { break }
        }
        let count = bytes.count
        closeBody(0, blocks, isComplete: isComplete, end: count)
    }

    /// The start of the next argument or block at the top.
    private mutating func nextItem() -> Int? {
        skipBlanks()
        while openComment == nil, offset >= end, end < bytes.count {
            cut()
            skipBlanks()
        }
        guard openComment != nil else { return offset < end ? offset : nil }
        _ = endsInComment()
        _ = readsOn(behind: offset)
        document.nodes[0].flags.insert(.incomplete)
        return nil
    }

    // MARK: From block to block

    /// Sets the end of the block that starts here.
    private mutating func cut() {
        end = nextHead(behind: offset) ?? bytes.count
    }

    /// Whether the block is read again, as one of which a brace is missing: what failed stands behind the first line of
    /// another one. That happens once: from then on each block ends in front of the next one.
    private mutating func restarts(at start: Int) -> Bool {
        guard failure?.isFinal == false, !isCutting, let head = nextHead(behind: start), head <= offset else { return false }
        isCutting = true
        reset(to: start)
        cut()
        return true
    }

    /// Notes what went wrong and goes to the next block; false where none is to be found, or too much went wrong.
    private mutating func readsOn(behind start: Int) -> Bool {
        guard let failure else { return false }
        guard let next = failure.isFinal ? nil : headInReach(of: start) else {
            document.problems.append(
                SyntaxProblem(kind: failure.kind, range: failure.range, message: failure.message, isFatal: true))
            return false
        }
        guard document.readOn(failure.kind, failure.range, failure.message, limits) else { return false }
        reset(to: next)
        if isCutting { cut() }
        return true
    }

    /// The block to go on at: the one whose first line was taken for a part of this one, or the next.
    private mutating func headInReach(of start: Int) -> Int? {
        let line = lineStart(offset)
        return line > start && isHead(line) ? line : nextHead(behind: offset)
    }

    private mutating func reset(to place: Int) {
        offset = place
        tokenEnd = place
        ignoresLineBreaks = false
        depth = 0
        failure = nil
        openComment = nil
    }
}
