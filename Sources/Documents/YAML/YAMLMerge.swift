// Merge keys. The AWS CLI reads `--cli-input-yaml` by ruamel.yaml's safe loader (`YAML(typ='safe', pure=True)`, pinned to
// `>=0.15.0,<=0.17.21`), which carries out `<<` although YAML 1.2 has dropped it, and so does PyYAML: the mapping's own
// members come first, then those of the merged mappings that it does not have, earlier mappings before later ones.
// A merge of what is no mapping is an error there, and is reported here.

/// What a mapping with merge keys becomes. It holds no document, so that the builder's is not copied when it changes.
struct MergedMapping {
    /// What takes the place of the mapping's subtree behind its own node.
    fileprivate(set) var nodes: [Node] = []
    fileprivate(set) var decodings: [Document.Decoding] = []
    /// Values of `<<` that are no mappings.
    fileprivate(set) var mistakes: [Int] = []
    /// Whether the mapping may have members that are not known.
    fileprivate(set) var isIncomplete = false
    /// Where the mapping's own pairs were and where they are now, in ascending order.
    fileprivate var moves: [(old: Range<Int>, new: Int)] = []

    init(_ document: DocumentDraft, _ holder: Int) {
        var merger = Merger(document: document, holder: holder)
        merger.merge()
        self = merger.result
    }

    fileprivate init() {}

    /// Where a node of the mapping's own pairs is now.
    func place(of node: Int) -> Int? {
        var low = 0
        var high = moves.count
        while low < high {
            let middle = (low + high) / 2
            if moves[middle].old.upperBound <= node { low = middle + 1 } else { high = middle }
        }
        guard low < moves.count, moves[low].old.contains(node) else { return nil }
        return moves[low].new + node - moves[low].old.lowerBound
    }
}

private struct Merger {
    let document: DocumentDraft
    let holder: Int
    var result = MergedMapping()
    /// The mapping's keys by their bytes: strings that look the same are equal to Swift.
    private var names: Set<[UInt8]> = []

    init(document: DocumentDraft, holder: Int) {
        self.document = document
        self.holder = holder
    }

    mutating func merge() {
        var merged: [Int] = []
        for pair in pairs(of: holder) {
            if isMergeKey(pair.lowerBound) {
                merged += mappings(in: Int(document.nodes[pair.lowerBound].next))
            } else {
                names.insert(name(of: pair.lowerBound))
                result.moves.append((pair, holder + 1 + result.nodes.count))
                append(pair, flags: [])
            }
        }
        for mapping in merged {
            if document.nodes[mapping].flags.contains(.incomplete) { result.isIncomplete = true }
            for pair in pairs(of: mapping) where names.insert(name(of: pair.lowerBound)).inserted {
                append(pair, flags: .expanded)
            }
        }
    }

    private func name(of key: Int) -> [UInt8] {
        let location = document.textLocation(of: key)
        let bytes = location.isDecoded ? document.decodedText : document.source.bytes
        return Array(bytes[location.start..<location.start + location.count])
    }

    private func isMergeKey(_ key: Int) -> Bool {
        document.nodes[key].kind == .plain && document.string(of: key) == "<<"
    }

    /// Appends a key and its value.
    private mutating func append(_ pair: Range<Int>, flags: Node.Flags) {
        let shift = holder + 1 + result.nodes.count - pair.lowerBound
        for node in pair {
            var record = document.nodes[node]
            record.next = UInt32(truncatingIfNeeded: Int(record.next) + shift)
            record.flags.formUnion(flags)
            result.nodes.append(record)
            let location = document.textLocation(of: node)
            if location.isDecoded {
                result.decodings.append(
                    Document.Decoding(node: node + shift, start: location.start, count: location.count))
            }
        }
    }

    /// The mappings that a value of `<<` names.
    private mutating func mappings(in value: Int) -> [Int] {
        switch document.nodes[value].kind {
        case .object: return [value]
        case .array:
            var found: [Int] = []
            var item = value + 1
            while item < Int(document.nodes[value].next) {
                let isList = document.nodes[item].kind == .array
                found += isList ? noMapping(item) : mappings(in: item)
                item = Int(document.nodes[item].next)
            }
            return found
        case .alien:
            result.isIncomplete = true
            return []
        default: return noMapping(value)
        }
    }

    private mutating func noMapping(_ value: Int) -> [Int] {
        result.isIncomplete = true
        result.mistakes.append(value)
        return []
    }

    /// Each key with its value, as a run of nodes.
    private func pairs(of object: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var key = object + 1
        while key < Int(document.nodes[object].next) {
            let value = Int(document.nodes[key].next)
            guard value < Int(document.nodes[object].next) else { break }
            let end = Int(document.nodes[value].next)
            found.append(key..<end)
            key = end
        }
        return found
    }
}
