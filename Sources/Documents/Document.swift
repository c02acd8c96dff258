/// A source parsed into flat nodes. Readers are total: whatever the bytes are, there is a document, and its problems.
@usableFromInline
package struct Document: Sendable {
    package enum Syntax: Sendable {
        case json, yaml, hcl
    }

    @usableFromInline package let source: Source
    package let syntax: Syntax
    @usableFromInline package internal(set) var nodes: ContiguousArray<Node> = []
    /// The root nodes: one for JSON and HCL, one a document for YAML.
    package internal(set) var roots: [Int] = []
    package internal(set) var problems: [SyntaxProblem] = []
    /// What the names of the first root's members look like: every document is asked for a dozen others.
    var rootNames = NameSketch.any
    /// The texts that the source spells with escapes or over several lines.
    @usableFromInline package internal(set) var decodedText: [UInt8] = []
    /// Where those texts lie, by node, in the order of the nodes.
    var decodings: [Decoding] = []

    /// The tags of foreign nodes by where the nodes start, so that copies of a node have its tag too.
    var tags: [Tag] = []

    struct Tag: Sendable {
        let start: Int
        let name: String
    }

    struct Decoding: Sendable {
        let node: Int
        let start: Int
        let count: Int
    }

    /// A document of which nothing is read yet.
    package init(source: Source, syntax: Syntax) {
        self.source = source
        self.syntax = syntax
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
        guard let decoding = decoding(of: node) else {
            return TextLocation(isDecoded: false, start: Int(nodes[node].start), count: 0)
        }
        return TextLocation(isDecoded: true, start: decoding.start, count: decoding.count)
    }

    /// Gives the decoded text of a scalar to a closure.
    @inlinable @inline(__always)
    package func withText<Result>(of node: Int, _ body: (borrowing Span<UInt8>) -> Result) -> Result {
        let location = textLocation(of: node)
        let bytes = location.isDecoded ? decodedText.span : source.bytes.span
        return body(bytes.extracting(location.start..<location.start + location.count))
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

    /// Takes out the nodes from a number on.
    mutating func removeNodes(from count: Int) {
        guard count < nodes.count else { return }
        nodes.removeSubrange(count...)
        while let last = decodings.last, last.node >= count { decodings.removeLast() }
    }

    /// Takes out the last key of an object that was cut short in front of the key's value.
    mutating func removeDanglingKey(of object: Int) {
        var key = object + 1
        while key < nodes.count {
            let value = Int(nodes[key].next)
            guard value < nodes.count else { return removeNodes(from: key) }
            key = Int(nodes[value].next)
        }
    }

    private func decoding(of node: Int) -> Decoding? {
        var low = 0
        var high = decodings.count
        while low < high {
            let middle = (low + high) / 2
            if decodings[middle].node == node { return decodings[middle] }
            if decodings[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// A range is never empty and never cuts a character: where nothing stands, the next one is marked, or the last.
    package func nonEmpty(_ start: Int, _ end: Int) -> SourceRange {
        let count = source.bytes.count
        if start < min(end, count) { return SourceRange(start: start, end: min(end, count)) }
        if start < count {
            let length = Encoding.sequenceLength(source.bytes.span, start)
            return SourceRange(start: start, end: start + max(1, length))
        }
        var last = max(0, count - 1)
        while last > 0, count - last < 4, source.bytes[last] & 0xC0 == 0x80 { last -= 1 }
        if last + Encoding.sequenceLength(source.bytes.span, last) != count { last = max(0, count - 1) }
        return SourceRange(start: last, end: count)
    }
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
