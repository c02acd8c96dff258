/// Builds a document from YAML events: places in bytes, aliases and merge keys expanded, all within limits.
struct YAMLBuilder {
    enum ScalarStyle {
        case plain, quoted, block
    }

    var document: Document
    private let limits: ReadLimits
    private var places: CharacterPlaces
    private var open: [Int] = []
    /// Per open mapping: whether a key comes next, and whether it has a merge key.
    private var mappings: [(expectsKey: Bool, hasMerge: Bool)] = []
    private var anchors: [String: Int] = [:]
    private var aliasNodes = 0

    init(_ source: Source, limits: ReadLimits) {
        document = Document(source: source, syntax: .yaml)
        self.limits = limits
        places = CharacterPlaces(source.bytes)
    }

    /// Where libyaml's character index lies in bytes.
    mutating func byteOffset(of index: Int) -> Int { places.offset(of: index) }

    mutating func startDocument() {
        anchors.removeAll()
        document.roots.append(document.nodes.count)
    }

    /// Adds a problem that ends the document; what is open stays as incomplete.
    mutating func stop(_ kind: SyntaxProblem.Kind, at offset: Int, _ message: String) {
        document.problems.append(
            SyntaxProblem(
                kind: kind, range: document.nonEmpty(offset, offset + 1), message: message,
                isFatal: true))
        while let holder = open.popLast() {
            if mappings.popLast()?.expectsKey == false,
                document.nodes[holder].kind == .object
            {
                document.removeDanglingKey(of: holder)
            }
            document.nodes[holder].flags.insert(.incomplete)
            finish(holder, end: nil)
        }
        if let root = document.roots.last, root >= document.nodes.count {
            document.roots.removeLast()
        }
    }

    // MARK: Events

    mutating func open(
        _ kind: Node.Kind, _ index: Int, isFlow: Bool, tag: String?, anchor: String?
    ) -> Bool {
        var start = places.offset(of: index)
        guard open.count < limits.depth else {
            stop(
                .limit, at: start,
                "Mappings and sequences are nested more than \(limits.depth) deep here; deeper ones are not read. Flatten the document.")
            return false
        }
        if tag != nil || anchor != nil { start = skipProperties(start) }
        let node = document.nodes.count
        if let anchor { anchors[anchor] = node }
        open.append(node)
        mappings.append((expectsKey: kind == .object, hasMerge: false))
        let isForeign = tag.map { !$0.hasPrefix("tag:yaml.org,2002:") && $0 != "!" } ?? false
        document.nodes.append(
            Node(
                isForeign ? .alien : kind, flags: isFlow ? [] : .blockCollection, start: start,
                end: start + 1))
        return true
    }

    mutating func close(_ index: Int) {
        guard let holder = open.popLast(), let state = mappings.popLast() else { return }
        let isFlow = !document.nodes[holder].flags.contains(.blockCollection)
        finish(holder, end: isFlow ? places.offset(of: index) : nil)
        if state.hasMerge { merge(into: holder) }
        endNode()
    }

    mutating func scalar(
        _ value: [UInt8], _ startIndex: Int, _ endIndex: Int, style: ScalarStyle, tag: String?,
        anchor: String?
    ) {
        var start = places.offset(of: startIndex)
        if tag != nil || anchor != nil { start = skipProperties(start) }
        var end = max(start, places.offset(of: endIndex))
        let node = document.nodes.count
        if let anchor { anchors[anchor] = node }
        var flags: Node.Flags = []
        if style == .block {
            flags.insert(.block)
            while end > start + 1, isBreak(document.source.bytes[end - 1]) { end -= 1 }
        }
        let inset = style == .quoted ? 1 : 0
        if style != .block, holds(value, start + inset, end - inset) { flags.insert(.verbatim) }
        if isKey, style == .plain, value == [UInt8(ascii: "<"), UInt8(ascii: "<")], !mappings.isEmpty {
            mappings[mappings.count - 1].hasMerge = true
        }
        document.nodes.append(
            Node(
                kind(style, tag), flags: flags, inset: inset, start: start, end: end,
                next: node + 1))
        if !flags.contains(.verbatim) { addDecoding(value, node) }
        endNode()
    }

    mutating func alias(_ name: String, _ startIndex: Int, _ endIndex: Int) -> Bool {
        let start = places.offset(of: startIndex)
        guard let anchor = anchors[name], document.nodes[anchor].next > 0 else {
            stop(
                .syntax, at: start,
                "`*\(name)` refers to itself or to an anchor that is not there. Define `&\(name)` before it is used.")
            return false
        }
        let count = Int(document.nodes[anchor].next) - anchor
        aliasNodes += count
        guard aliasNodes <= limits.aliasNodes else {
            stop(
                .limit, at: start,
                "Aliases add more than \(limits.aliasNodes) values to this file; more are not read. Write the values out, or use fewer aliases.")
            return false
        }
        copy(anchor, flags: .expanded)
        endNode()
        return true
    }

    // MARK: Nodes

    private var isKey: Bool {
        guard let holder = open.last, document.nodes[holder].kind == .object else { return false }
        return mappings.last?.expectsKey ?? false
    }

    private mutating func endNode() {
        guard let holder = open.last, document.nodes[holder].kind != .array, !mappings.isEmpty
        else { return }
        mappings[mappings.count - 1].expectsKey.toggle()
    }

    private mutating func finish(_ holder: Int, end: Int?) {
        let count = document.nodes.count
        document.nodes[holder].next = UInt32(truncatingIfNeeded: count)
        if let end {
            document.nodes[holder].end = UInt32(truncatingIfNeeded: end)
        } else if count > holder + 1 {
            if document.nodes[holder].flags.contains(.blockCollection) {
                document.nodes[holder].start = min(
                    document.nodes[holder].start, document.nodes[holder + 1].start)
            }
            var last = document.nodes[holder].end
            for node in holder + 1..<count where !document.nodes[node].flags.contains(.expanded) {
                last = max(last, document.nodes[node].end)
            }
            document.nodes[holder].end = last
        }
        if document.nodes[holder].kind == .alien {
            // What a foreign tag makes of its content is not known, so the content is not kept.
            document.removeNodes(from: holder + 1)
            document.nodes[holder].next = UInt32(truncatingIfNeeded: holder + 1)
        }
    }

    /// Appends a copy of a subtree.
    private mutating func copy(_ root: Int, flags: Node.Flags) {
        let shift = document.nodes.count - root
        for node in root..<Int(document.nodes[root].next) {
            var record = document.nodes[node]
            record.next = UInt32(truncatingIfNeeded: Int(record.next) + shift)
            record.flags.formUnion(flags)
            document.nodes.append(record)
            let location = document.textLocation(of: node)
            if location.isDecoded {
                document.decodings.append(
                    Document.Decoding(
                        node: node + shift, start: location.start, count: location.count))
            }
        }
    }

    private mutating func addDecoding(_ value: [UInt8], _ node: Int) {
        document.decodings.append(
            Document.Decoding(node: node, start: document.decodedText.count, count: value.count))
        document.decodedText.append(contentsOf: value)
    }

    /// Brings in the members of merged mappings that the mapping does not have itself, as `<<` means it.
    private mutating func merge(into holder: Int) {
        var own: [(key: Int, value: Int)] = []
        var merged: [(key: Int, value: Int)] = []
        var names: Set<String> = []
        for (key, value) in pairs(of: holder) {
            if document.nodes[key].kind == .plain, document.string(of: key) == "<<" {
                merged += sources(of: value).flatMap { pairs(of: $0) }
            } else {
                own.append((key, value))
                names.insert(document.string(of: key))
            }
        }
        // The pairs are copied behind the mapping first, then moved to its place.
        let end = document.nodes.count
        for pair in own {
            copy(pair.key, flags: [])
            copy(pair.value, flags: [])
        }
        for pair in merged where names.insert(document.string(of: pair.key)).inserted {
            copy(pair.key, flags: .expanded)
            copy(pair.value, flags: .expanded)
        }
        let shift = end - (holder + 1)
        let fresh = document.nodes[end...].map { record in
            var record = record
            record.next = UInt32(truncatingIfNeeded: Int(record.next) - shift)
            return record
        }
        let decodings = document.decodings.filter { $0.node >= end }
        document.removeNodes(from: holder + 1)
        document.nodes.append(contentsOf: fresh)
        document.decodings += decodings.map {
            Document.Decoding(node: $0.node - shift, start: $0.start, count: $0.count)
        }
        document.nodes[holder].next = UInt32(truncatingIfNeeded: document.nodes.count)
    }

    private func sources(of value: Int) -> [Int] {
        switch document.nodes[value].kind {
        case .object: return [value]
        case .array:
            var result: [Int] = []
            var item = value + 1
            while item < Int(document.nodes[value].next) {
                if document.nodes[item].kind == .object { result.append(item) }
                item = Int(document.nodes[item].next)
            }
            return result
        default: return []
        }
    }

    private func pairs(of object: Int) -> [(key: Int, value: Int)] {
        var result: [(key: Int, value: Int)] = []
        var key = object + 1
        while key < Int(document.nodes[object].next) {
            let value = Int(document.nodes[key].next)
            guard value < Int(document.nodes[object].next) else { break }
            result.append((key, value))
            key = Int(document.nodes[value].next)
        }
        return result
    }

    // MARK: Places

    private func kind(_ style: ScalarStyle, _ tag: String?) -> Node.Kind {
        switch tag {
        case nil: return style == .plain ? .plain : .string
        case "!", "tag:yaml.org,2002:str": return .string
        case "tag:yaml.org,2002:int", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:float",
            "tag:yaml.org,2002:null":
            return .plain
        default: return .alien
        }
    }

    private func holds(_ value: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard end - start == value.count, end <= document.source.bytes.count else { return false }
        return document.source.bytes[start..<end].elementsEqual(value)
    }

    private func isBreak(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: " ")
    }

    /// Skips an anchor and a tag in front of a node.
    private func skipProperties(_ start: Int) -> Int {
        let bytes = document.source.bytes
        var offset = start
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ",") {
                    offset += 1
                }
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return offset
            }
        }
        return min(offset, max(start, bytes.count - 1))
    }
}

/// Turns libyaml's character indexes into byte offsets. They come almost in order, so it walks from the last one.
private struct CharacterPlaces {
    private let bytes: [UInt8]
    private let isASCII: Bool
    private let mark: Int
    private var index = 0
    private var offset: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isASCII = bytes.allSatisfy { $0 < 0x80 }
        mark = Encoding.markLength(bytes.span)
        offset = mark
    }

    mutating func offset(of target: Int) -> Int {
        if isASCII { return min(target + mark, bytes.count) }
        while index < target, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            index += 1
        }
        while index > target, offset > mark {
            offset -= 1
            while offset > mark, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            index -= 1
        }
        return offset
    }
}
