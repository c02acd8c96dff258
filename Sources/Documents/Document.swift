/// A source parsed into flat nodes. Readers are total: whatever the bytes are, there is a document, and its problems.
///
/// A class, and it never changes: whoever reads a document hands it on for each node, and a copy of a value is counted for
/// each of its parts.
@usableFromInline
package final class Document: Sendable {
    package enum Syntax: Sendable {
        case json, yaml, hcl
    }

    @usableFromInline package let source: Source
    package let syntax: Syntax
    @usableFromInline package let nodes: ContiguousArray<Node>
    /// The root nodes: one for JSON and HCL, one a document for YAML.
    package let roots: [Int]
    package let problems: [SyntaxProblem]
    /// What the names of the first root's members look like: every document is asked for a dozen others.
    let rootNames: NameSketch
    /// The texts that the source spells with escapes or over several lines.
    @usableFromInline package let decodedText: [UInt8]
    /// Where those texts lie, by node, in the order of the nodes.
    let decodings: [Decoding]
    let tags: [Tag]

    /// The tag of a foreign node.
    struct Tag: Sendable {
        let start: Int
        let name: String
    }

    /// Where the decoded text of a node lies.
    struct Decoding: Sendable {
        let node: Int
        let start: Int
        let count: Int
    }

    init(_ draft: consuming DocumentDraft) {
        source = draft.source
        syntax = draft.syntax
        nodes = draft.nodes
        roots = draft.roots
        problems = draft.problems
        rootNames = draft.rootNames
        decodedText = draft.decodedText
        decodings = draft.decodings
        tags = draft.tags
    }

    /// A document of which nothing is read yet.
    package convenience init(source: Source, syntax: Syntax) {
        self.init(DocumentDraft(source: source, syntax: syntax))
    }

    /// Reads a source in the given syntax.
    package static func read(
        _ source: Source, as syntax: Syntax, limits: ReadLimits = .standard
    ) -> Document {
        switch syntax {
        case .json: JSONReader.read(source, limits: limits)
        case .yaml: YAMLReader.read(source, limits: limits)
        case .hcl: HCLReader.read(source, limits: limits)
        }
    }

    /// Where the decoded text of a scalar lies.
    @inlinable @inline(__always)
    package func textLocation(of node: Int) -> TextLocation {
        nodes[node].isVerbatim ? nodes[node].verbatimText : decodedLocation(of: node)
    }

    @usableFromInline
    package func decodedLocation(of node: Int) -> TextLocation {
        Decoding.location(of: node, at: Int(nodes[node].start), in: decodings)
    }

    /// Gives the decoded text of a scalar to a closure.
    @inlinable @inline(__always)
    package func withText<Result>(of node: Int, _ body: (borrowing Span<UInt8>) -> Result) -> Result {
        let location = textLocation(of: node)
        let range = location.start..<location.start + location.count
        // Each array has a name of its own, as what is one or the other would be counted.
        if location.isDecoded {
            let bytes = decodedText
            return body(bytes.span.extracting(range))
        }
        let bytes = source.bytes
        return body(bytes.span.extracting(range))
    }

    /// The decoded text of a scalar.
    package func string(of node: Int) -> String {
        let location = textLocation(of: node)
        let bytes = location.isDecoded ? decodedText : source.bytes
        return String(
            decoding: bytes[location.start..<location.start + location.count], as: UTF8.self)
    }

    /// The whole value with its quotes or brackets.
    package func range(of node: Int) -> SourceRange {
        nonEmpty(Int(nodes[node].start), Int(nodes[node].end))
    }

    /// The place of a byte range of a scalar's decoded text.
    package func range(of node: Int, text: Range<Int>) -> SourceRange {
        let record = nodes[node]
        let inset = Int(record.inset)
        if record.flags.contains(.verbatim) {
            let start = Int(record.start) + inset
            return nonEmpty(
                min(start + text.lowerBound, Int(record.end)),
                min(start + text.upperBound, Int(record.end)))
        }
        let places: [Int]?
        switch syntax {
        case .json: places = JSONText.places(source.bytes, Int(record.start) + inset, Int(record.end) - inset)
        case .yaml: places = YAMLText.places(self, node)
        case .hcl: places = HCLText.places(self, node)
        }
        guard let places, text.upperBound < places.count else { return range(of: node) }
        return nonEmpty(places[text.lowerBound], places[text.upperBound])
    }

    /// A range that is never empty and never cuts a character.
    package func nonEmpty(_ start: Int, _ end: Int) -> SourceRange { source.nonEmpty(start, end) }
}

/// Where a text lies: in the source's bytes or in the document's decoded texts.
@usableFromInline @frozen
package struct TextLocation: Sendable, BitwiseCopyable {
    @usableFromInline package let isDecoded: Bool
    @usableFromInline package let start: Int
    @usableFromInline package let count: Int

    @inlinable
    package init(isDecoded: Bool, start: Int, count: Int) {
        self.isDecoded = isDecoded
        self.start = start
        self.count = count
    }
}

extension Document {
    /// A scalar without its quotes; any other value whole.
    package func contentRange(of node: Int) -> SourceRange {
        let inset = Int(nodes[node].inset)
        return nonEmpty(Int(nodes[node].start) + inset, Int(nodes[node].end) - inset)
    }
}

extension Document.Decoding {
    /// Where the decoded text of a node lies; what has none has an empty text at its start.
    static func location(of node: Int, at start: Int, in decodings: [Document.Decoding]) -> TextLocation {
        guard let decoding = find(node, in: decodings) else { return TextLocation(isDecoded: false, start: start, count: 0) }
        return TextLocation(isDecoded: true, start: decoding.start, count: decoding.count)
    }

    private static func find(_ node: Int, in decodings: [Document.Decoding]) -> Document.Decoding? {
        var low = 0
        var high = decodings.count
        while low < high {
            let middle = (low + high) / 2
            if decodings[middle].node == node { return decodings[middle] }
            if decodings[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
