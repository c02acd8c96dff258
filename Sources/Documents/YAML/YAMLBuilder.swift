/// Builds a document from YAML events: places in bytes, aliases and merge keys carried out, all within limits.
struct YAMLBuilder {
    /// What stands in front of a node; empty where nothing does. Lent for one call.
    struct Properties: ~Escapable {
        let tag: Span<UInt8>
        let anchor: Span<UInt8>

        @_lifetime(copy tag, copy anchor)
        init(tag: Span<UInt8>, anchor: Span<UInt8>) {
            self.tag = tag
            self.anchor = anchor
        }
    }

    enum ScalarStyle {
        case plain, quoted, block
    }

    /// A mapping or sequence that is not closed yet.
    private struct Holder {
        let node: Int
        let isFlow: Bool
        let isMapping: Bool
        /// Whether a key comes next.
        var expectsKey: Bool
        var hasMerge = false
        /// Where its last child ended.
        var end: Int
    }

    private(set) var document: DocumentDraft
    private let limits: ReadLimits
    private var places: CharacterPlaces
    /// The innermost of what is open, and what it stands in.
    private var holder: Holder?
    private var outer: [Holder] = []
    private var anchors = YAMLAnchors()
    private var aliasNodes = 0

    init(_ source: Source, limits: ReadLimits) {
        document = DocumentDraft(source: source, syntax: .yaml)
        self.limits = limits
        places = CharacterPlaces(source.bytes)
        // As many nodes as most sources of the size have.
        document.nodes.reserveCapacity(min(source.bytes.count / 16, limits.nodes))
    }

    /// Where a mark lies in bytes.
    mutating func byteOffset(of mark: Int) -> Int { places.offset(of: mark) }

    /// Whether another node is within the limit; where it is not, the document ends.
    mutating func hasRoom(at mark: Int) -> Bool {
        document.nodes.count < limits.nodes || stop(.limit, at: places.offset(of: mark), limits.tooManyNodes)
    }

    // MARK: Events

    // They return false where the document ends early; the problem is noted by then.

    mutating func startDocument() {
        anchors.removeAll()
        document.roots.append(document.nodes.count)
    }

    mutating func open(_ kind: Node.Kind, _ mark: Int, isFlow: Bool, _ properties: borrowing Properties) -> Bool {
        var start = places.offset(of: mark)
        guard outer.count + (holder == nil ? 0 : 1) < limits.depth else {
            return stop(
                .limit, at: start,
                "Mappings and sequences are nested more than \(limits.depth) deep here; deeper ones are not read. Flatten the document.")
        }
        start = YAMLPlaces.behindProperties(document.source.bytes, start, limit: document.source.bytes.count)
        if isKey { return noKey(start) }
        let node = document.nodes.count
        define(properties.anchor, node)
        let end = isFlow ? min(start + 1, document.source.bytes.count) : start
        if let holder { outer.append(holder) }
        holder = Holder(node: node, isFlow: isFlow, isMapping: kind == .object, expectsKey: kind == .object, end: end)
        var flags: Node.Flags = isFlow ? [] : .blockCollection
        if !properties.tag.isEmpty { flags.insert(.tagged) }
        let meaning = YAMLTag.collection(kind, properties.tag)
        if meaning == .alien {
            flags.insert(kind == .object ? .holdsMembers : .holdsItems)
            keepTag(properties.tag, at: start)
        }
        document.nodes.append(Node(meaning, flags: flags, start: start, end: end))
        return true
    }

    mutating func close(_ mark: Int) -> Bool {
        guard let holder else { return true }
        self.holder = outer.popLast()
        let end = holder.isFlow ? places.offset(of: mark) : holder.end
        finish(holder, end: end)
        endNode(end)
        return !holder.hasMerge || merge(into: holder.node)
    }

    mutating func scalar(
        _ text: borrowing Span<UInt8>, _ startMark: Int, _ endMark: Int, style: ScalarStyle,
        isPlain: Bool, _ properties: borrowing Properties
    ) {
        var start = places.offset(of: startMark)
        var end = max(start, places.offset(of: endMark))
        start = YAMLPlaces.behindProperties(document.source.bytes, start, limit: end)
        if start == end { (start, end) = emptyPlace(start) }
        var (kind, flags) = YAMLTag.scalar(text, isPlain: isPlain, properties.tag)
        if !properties.tag.isEmpty { flags.insert(.tagged) }
        if style == .block {
            flags.insert(.block)
            end = YAMLPlaces.blockEnd(document.source.bytes, start, end)
        }
        let inset = style == .quoted ? 1 : 0
        if style != .block, YAMLPlaces.holds(document.source.bytes, text, start + inset, end - inset) { flags.insert(.verbatim) }
        let node = document.nodes.count
        if let holder, node == holder.node + 1 {
            // The properties that a collection starts with may be its first child's, which is empty.
            document.nodes[holder.node].start = min(document.nodes[holder.node].start, UInt32(truncatingIfNeeded: start))
        }
        define(properties.anchor, node)
        if kind == .alien { keepTag(properties.tag, at: start) }
        if isKey, kind == .plain, text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") {
            holder?.hasMerge = true
        }
        document.nodes.append(Node(kind, flags: flags, inset: inset, start: start, end: end, next: node + 1))
        if !flags.contains(.verbatim) {
            document.decodings.append(
                Document.Decoding(node: node, start: document.decodedText.count, count: text.count))
            text.withUnsafeBufferPointer { document.decodedText.append(contentsOf: $0) }
        }
        endNode(end)
    }

    mutating func alias(_ anchor: borrowing Span<UInt8>, _ startMark: Int, _ endMark: Int) -> Bool {
        let name = anchor.text
        let start = places.offset(of: startMark)
        let end = places.offset(of: endMark)
        switch anchors[name] {
        case .node(let node) where document.nodes[node].next > 0:
            if isKey, document.nodes[node].kind == .object || document.nodes[node].kind == .array {
                return noKey(start, end)
            }
            aliasNodes += Int(document.nodes[node].next) - node
            guard aliasNodes <= limits.aliasNodes else {
                return stop(
                    .limit, at: start, to: end,
                    "Aliases add more than \(limits.aliasNodes) values to this file; more are not read. Write the values out, or use fewer aliases.")
            }
            copy(node)
        case .lost:
            document.nodes.append(Node(.alien, start: start, end: end, next: document.nodes.count + 1))
        default:
            return stop(
                .syntax, at: start, to: end,
                "`*\(name)` refers to itself or to an anchor that is not there. Define `&\(name)` before it is used.")
        }
        endNode(end)
        return true
    }

    // MARK: Ends

    /// Adds a problem that ends the document; what is open stays as incomplete. Always false.
    mutating func stop(
        _ kind: SyntaxProblem.Kind, at start: Int, to end: Int? = nil, _ message: String
    ) -> Bool {
        document.problems.append(
            SyntaxProblem(
                kind: kind, range: document.nonEmpty(start, end ?? start), message: message, isFatal: true))
        if kind == .syntax { doubtLast(before: start) }
        return closeEarly()
    }

    /// A plain scalar that reaches up to the mistake may have swallowed what was meant as the next lines.
    private mutating func doubtLast(before place: Int) {
        guard let last = document.nodes.indices.last, document.nodes[last].kind == .plain,
            Int(document.nodes[last].end) <= place,
            document.source.bytes[Int(document.nodes[last].end)..<min(place, document.source.bytes.count)]
                .allSatisfy({ $0 <= 0x20 })
        else { return }
        document.nodes[last].kind = .alien
    }

    private mutating func closeEarly() -> Bool {
        var end = 0
        while let holder {
            self.holder = outer.popLast()
            if holder.isMapping { document.removeDanglingKey(of: holder.node) }
            document.nodes[holder.node].flags.insert(.incomplete)
            end = max(end, holder.end)
            finish(holder, end: end)
        }
        if let root = document.roots.last, root >= document.nodes.count { document.roots.removeLast() }
        return false
    }

    private mutating func finish(_ holder: Holder, end: Int) {
        document.nodes[holder.node].end = UInt32(truncatingIfNeeded: end)
        document.nodes[holder.node].next = UInt32(truncatingIfNeeded: document.nodes.count)
    }

    private mutating func endNode(_ end: Int) {
        guard let holder else { return }
        self.holder?.end = max(holder.end, end)
        if holder.isMapping { self.holder?.expectsKey.toggle() }
    }

    private mutating func define(_ anchor: borrowing Span<UInt8>, _ node: Int) {
        if !anchor.isEmpty { anchors.define(anchor.text, node) }
    }

    /// Keeps a tag that is not YAML's own for who knows it.
    private mutating func keepTag(_ tag: borrowing Span<UInt8>, at start: Int) {
        guard !tag.isEmpty, tag[0] == UInt8(ascii: "!") else { return }
        document.tags.append(Document.Tag(start: start, name: tag.extracting(1..<tag.count).text))
    }

    private mutating func noKey(_ start: Int, _ end: Int? = nil) -> Bool {
        stop(
            .syntax, at: start, to: end,
            "A mapping or list stands where a key belongs; the keys of a request are texts. Write the key out, and put the braces of a template into quotes.")
    }

    // MARK: Nodes

    private var isKey: Bool { holder?.expectsKey ?? false }

    /// Appends a copy of a subtree that an alias stands for.
    private mutating func copy(_ root: Int) {
        let shift = document.nodes.count - root
        for node in root..<Int(document.nodes[root].next) {
            var record = document.nodes[node]
            record.next = UInt32(truncatingIfNeeded: Int(record.next) + shift)
            record.flags.insert(.expanded)
            document.nodes.append(record)
            let location = document.textLocation(of: node)
            if location.isDecoded {
                document.decodings.append(
                    Document.Decoding(node: node + shift, start: location.start, count: location.count))
            }
        }
    }

    private mutating func merge(into holder: Int) -> Bool {
        let merge = MergedMapping(document, holder)
        let ranges = merge.mistakes.map { document.range(of: $0) }
        document.removeNodes(from: holder + 1)
        document.nodes.append(contentsOf: merge.nodes)
        document.decodings.append(contentsOf: merge.decodings)
        document.nodes[holder].next = UInt32(truncatingIfNeeded: document.nodes.count)
        if merge.isIncomplete { document.nodes[holder].flags.insert(.incomplete) }
        anchors.move(behind: holder) { merge.place(of: $0) }
        for range in ranges {
            guard
                document.readOn(
                    .syntax, range,
                    "`<<` merges mappings, and this is none; the AWS CLI refuses it. Name a mapping or a list of mappings, or remove the key.",
                    limits)
            else { return closeEarly() }
        }
        return true
    }

    // MARK: Places

    /// An empty value stands behind its colon, hyphen or properties; where the parser sees it only later, at the end of
    /// what came before.
    private func emptyPlace(_ offset: Int) -> (start: Int, end: Int) {
        guard let holder, offset > 0 else { return (offset, offset) }
        let before = document.source.bytes[offset - 1]
        let isBehindSign = before == UInt8(ascii: ":") || before == UInt8(ascii: "-") || before == UInt8(ascii: "?")
        let place = isBehindSign || document.nodes.count == holder.node + 1 ? offset : min(offset, holder.end)
        return (place, place)
    }
}
