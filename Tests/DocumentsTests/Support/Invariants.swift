// What holds for every document, whatever its bytes were.
import Documents

extension Document {
    /// The first thing that is wrong with the document's own structure, or nil.
    func brokenInvariant(checksTexts: Bool = true) -> String? {
        let count = source.bytes.count
        for problem in problems where !isInside(problem.range) {
            return "problem range \(problem.range) of \(count) bytes"
        }
        var next = 0
        for root in roots {
            guard root == next else { return "root \(root) does not follow node \(next)" }
            guard root < nodes.count else { return "root \(root) of \(nodes.count) nodes" }
            if let broken = brokenSubtree(root) { return broken }
            next = Int(nodes[root].next)
        }
        guard next == nodes.count else { return "\(nodes.count - next) nodes belong to no root" }
        guard checksTexts else { return nil }
        for node in nodes.indices {
            guard nodes[node].start <= nodes[node].end, Int(nodes[node].end) <= count else {
                return "node \(node) at \(nodes[node].start)..<\(nodes[node].end) of \(count) bytes"
            }
            guard isInside(range(of: node)) else { return "range \(range(of: node)) of node \(node)" }
            let location = textLocation(of: node)
            let size = location.isDecoded ? decodedText.count : count
            guard location.start >= 0, location.count >= 0, location.start + location.count <= size
            else { return "text \(location) of node \(node)" }
        }
        return nil
    }

    private func isInside(_ range: SourceRange) -> Bool {
        let count = source.bytes.count
        return range.start >= 0 && range.end <= count && (range.start < range.end || count == 0)
    }

    /// Walks with a stack of its own: a document may be as deep as the limit allows.
    private func brokenSubtree(_ root: Int) -> String? {
        var pending = [root]
        while let node = pending.popLast() {
            let record = nodes[node]
            let end = Int(record.next)
            guard end > node, end <= nodes.count else { return "next \(end) of node \(node)" }
            let kind = contentKind(of: node)
            guard [.object, .array, .template].contains(kind) else {
                if end != node + 1 { return "scalar \(node) has children" }
                continue
            }
            var child = node + 1
            var children = 0
            while child < end {
                pending.append(child)
                children += 1
                if let broken = brokenNesting(of: child, in: node) { return broken }
                guard Int(nodes[child].next) > child else { return "next of node \(child)" }
                child = Int(nodes[child].next)
            }
            guard child == end else { return "children of node \(node) end at \(child), not \(end)" }
            if kind == .object && children % 2 != 0 { return "object \(node) has a key without a value" }
        }
        return nil
    }

    /// What came in by an alias keeps the place of its anchor; everything else lies inside its holder.
    private func brokenNesting(of child: Int, in holder: Int) -> String? {
        let inner = nodes[child]
        let outer = nodes[holder]
        if inner.flags.contains(.expanded) || outer.flags.contains(.expanded) { return nil }
        if inner.start >= outer.start && inner.end <= outer.end { return nil }
        return "node \(child) at \(inner.start)..<\(inner.end) lies outside node \(holder) at \(outer.start)..<\(outer.end)"
    }
}
