/// A document while its reader writes it.
struct DocumentDraft {
    let source: Source
    let syntax: Document.Syntax
    var nodes: ContiguousArray<Node> = []
    var roots: [Int] = []
    var problems: [SyntaxProblem] = []
    var rootNames = NameSketch.any
    var decodedText: [UInt8] = []
    /// In the order of the nodes.
    var decodings: [Document.Decoding] = []
    /// By where the nodes start, so that copies of a node have its tag too.
    var tags: [Document.Tag] = []

    init(source: Source, syntax: Document.Syntax) {
        self.source = source
        self.syntax = syntax
    }

    func nonEmpty(_ start: Int, _ end: Int) -> SourceRange { source.nonEmpty(start, end) }

    /// The whole value with its quotes or brackets.
    func range(of node: Int) -> SourceRange { nonEmpty(Int(nodes[node].start), Int(nodes[node].end)) }

    /// Where the decoded text of a scalar lies.
    func textLocation(of node: Int) -> TextLocation {
        let record = nodes[node]
        if record.isVerbatim { return record.verbatimText }
        return Document.Decoding.location(of: node, at: Int(record.start), in: decodings)
    }

    /// The decoded text of a scalar.
    func string(of node: Int) -> String {
        let location = textLocation(of: node)
        let bytes = location.isDecoded ? decodedText : source.bytes
        return String(decoding: bytes[location.start..<location.start + location.count], as: UTF8.self)
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

    /// A sketch of the names of the first root's members.
    func sketchOfRoot() -> NameSketch {
        guard let root = nodes.first, root.kind == .object else { return .any }
        var sketch = NameSketch()
        var key = 1
        while key < Int(root.next) {
            let name = textLocation(of: key)
            let bytes = name.isDecoded ? decodedText.span : source.bytes.span
            sketch.add(bytes.extracting(name.start..<name.start + name.count))
            let value = Int(nodes[key].next)
            key = value < Int(root.next) ? Int(nodes[value].next) : value
        }
        return sketch
    }
}
