// Changes to nodes that are read: blocks of one type become one member, and a template of one value becomes that value.

extension DocumentDraft {
    /// Makes one member of the blocks of each type in a body, where there are several: an array, at the first of them.
    /// - Parameters:
    ///   - keys: the nodes of the blocks' types, in order.
    ///   - body: the body, whose nodes are the last of the document.
    mutating func joinBlocks(_ keys: [Int], of body: Int) {
        guard keys.count > 1, keys.count > BlockGroups.few || BlockGroups.hasPair(keys, in: self) else { return }
        let groups = BlockGroups(keys, in: self)
        guard groups.members.count < keys.count else { return }
        var rest = Rebuild(base: body + 1, count: nodes.count)
        var block = 0
        var key = body + 1
        while key < nodes.count {
            let end = Int(nodes[key + 1].next)
            defer { key = end }
            guard block < keys.count, keys[block] == key else {
                rest.append(key..<end, of: self)
                continue
            }
            let members = groups.members[groups.numbers[block]]
            block += 1
            if members.count == 1 {
                rest.append(key..<end, of: self)
            } else if members[0] == key {
                rest.append(key..<key + 1, of: self)
                rest.appendArray(of: members, of: self)
            }
        }
        nodes.replaceSubrange((body + 1)..., with: rest.nodes)
        decodings.replaceSubrange(firstDecoding(from: body + 1)..., with: rest.decodings)
    }

    /// Puts the one piece of a template in its place; it is the document's last.
    mutating func unwrap(_ template: Int) {
        nodes.remove(at: template)
        for node in template..<nodes.count { nodes[node].next -= 1 }
        for index in firstDecoding(from: template)..<decodings.count {
            let old = decodings[index]
            decodings[index] = Document.Decoding(node: old.node - 1, start: old.start, count: old.count)
        }
    }

    /// The number of the first decoding that belongs to a node or to one behind it.
    fileprivate func firstDecoding(from node: Int) -> Int {
        var low = 0
        var high = decodings.count
        while low < high {
            let middle = (low + high) / 2
            if decodings[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The blocks of a body by their types. Few types are compared one by one; many go into a dictionary, so that the cost of
/// a hostile body stays linear.
private struct BlockGroups {
    /// By group: its blocks' keys.
    var members: [[Int]] = []
    /// By block: its group.
    var numbers: [Int] = []
    static let few = 8

    /// Whether two of few blocks are of one type, which allocates nothing.
    static func hasPair(_ keys: [Int], in document: DocumentDraft) -> Bool {
        let bytes = document.source.bytes.span
        for index in keys.indices.dropFirst() {
            for earlier in 0..<index where areEqual(document.nodes[keys[earlier]], document.nodes[keys[index]], bytes) {
                return true
            }
        }
        return false
    }

    init(_ keys: [Int], in document: DocumentDraft) {
        let bytes = document.source.bytes.span
        var many: [String: Int] = [:]
        for key in keys {
            var number: Int?
            if members.count <= Self.few {
                number = members.firstIndex { Self.areEqual(document.nodes[$0[0]], document.nodes[key], bytes) }
            } else {
                if many.isEmpty {
                    for (group, keys) in members.enumerated() { many[document.string(of: keys[0])] = group }
                }
                number = many[document.string(of: key)]
                if number == nil { many[document.string(of: key)] = members.count }
            }
            if let number { members[number].append(key) } else { members.append([key]) }
            numbers.append(number ?? members.count - 1)
        }
    }

    private static func areEqual(_ left: Node, _ right: Node, _ bytes: borrowing Span<UInt8>) -> Bool {
        guard left.end - left.start == right.end - right.start else { return false }
        for distance in 0..<Int(left.end - left.start)
        where bytes[Int(left.start) + distance] != bytes[Int(right.start) + distance] { return false }
        return true
    }
}

/// The nodes of a body in a new order.
private struct Rebuild {
    let base: Int
    var nodes: [Node] = []
    var decodings: [Document.Decoding] = []

    init(base: Int, count: Int) {
        self.base = base
        nodes.reserveCapacity(count - base + 4)
    }

    mutating func append(_ range: Range<Int>, of document: DocumentDraft) {
        let first = nodes.count
        let shift = base + first - range.lowerBound
        nodes.append(contentsOf: document.nodes[range])
        for index in first..<nodes.count {
            nodes[index].next = UInt32(truncatingIfNeeded: Int(nodes[index].next) + shift)
        }
        var index = document.firstDecoding(from: range.lowerBound)
        while index < document.decodings.count, document.decodings[index].node < range.upperBound {
            let old = document.decodings[index]
            decodings.append(Document.Decoding(node: old.node + shift, start: old.start, count: old.count))
            index += 1
        }
    }

    /// Appends the values of some blocks as one array.
    mutating func appendArray(of keys: [Int], of document: DocumentDraft) {
        let array = nodes.count
        let last = keys[keys.count - 1]
        nodes.append(
            Node(.array, start: Int(document.nodes[keys[0]].start), end: Int(document.nodes[last + 1].end)))
        for key in keys {
            let item = nodes.count
            append(key + 1..<Int(document.nodes[key + 1].next), of: document)
            nodes[item].start = document.nodes[key].start
        }
        nodes[array].next = UInt32(truncatingIfNeeded: base + nodes.count)
    }
}
