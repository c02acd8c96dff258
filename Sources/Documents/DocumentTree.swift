// The tree of a document by names and numbers, for readers of forms that have to look around in it. Nodes with a tag of
// their own are read by their content here, and say their tag; to everyone else they are unknown.

extension Document {
    /// What a node is, a tag of its own aside.
    package func contentKind(of node: Int) -> Node.Kind {
        let record = nodes[node]
        guard record.kind == .alien else { return record.kind }
        if record.flags.contains(.holdsMembers) { return .object }
        if record.flags.contains(.holdsItems) { return .array }
        return record.inset > 0 || record.flags.contains(.block) ? .string : .plain
    }

    /// The tag that makes a node foreign, without its `!`, such as `Ref`.
    package func tag(of node: Int) -> String? {
        guard nodes[node].kind == .alien else { return nil }
        let start = Int(nodes[node].start)
        var low = 0
        var high = tags.count
        while low < high {
            let middle = (low + high) / 2
            if tags[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low < tags.count && tags[low].start == start ? tags[low].name : nil
    }

    /// The keys and values of an object; nothing for anything else.
    package func members(of object: Int) -> [(key: Int, value: Int)] {
        guard contentKind(of: object) == .object else { return [] }
        var result: [(key: Int, value: Int)] = []
        var key = object + 1
        let end = Int(nodes[object].next)
        while key < end {
            let value = Int(nodes[key].next)
            guard value < end else { break }
            result.append((key, value))
            key = Int(nodes[value].next)
        }
        return result
    }

    /// The value of an object's member of this name; the last of several, as most readers have it.
    package func member(_ name: StaticString, of object: Int) -> Int? {
        name.withUTF8Buffer { bytes in member(Span(_unsafeElements: bytes), of: object) }
    }

    package func member(_ name: String, of object: Int) -> Int? {
        member(name.utf8.span, of: object)
    }

    package func member(_ name: borrowing Span<UInt8>, of object: Int) -> Int? {
        if object == 0, !rootNames.mayHold(name) { return nil }
        guard contentKind(of: object) == .object else { return nil }
        var result: Int?
        var key = object + 1
        let end = Int(nodes[object].next)
        while key < end {
            let record = nodes[key]
            let value = Int(record.next)
            guard value < end else { break }
            // Every document is asked for a dozen names, and length tells most others.
            let isCandidate = !record.flags.contains(.verbatim) || Int(record.end - record.start) == name.count + 2 * Int(record.inset)
            if isCandidate, isText(of: key, name) { result = value }
            key = Int(nodes[value].next)
        }
        return result
    }

    private func isText(of node: Int, _ other: borrowing Span<UInt8>) -> Bool {
        withText(of: node) { text in
            guard text.count == other.count else { return false }
            for index in 0..<text.count where text[index] != other[index] { return false }
            return true
        }
    }

    /// The items of a list; nothing for anything else.
    package func items(of array: Int) -> [Int] {
        guard contentKind(of: array) == .array else { return [] }
        var result: [Int] = []
        var item = array + 1
        while item < Int(nodes[array].next) {
            result.append(item)
            item = Int(nodes[item].next)
        }
        return result
    }
}
