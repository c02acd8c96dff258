/// Which object or array holds each node of a document, and as what: found late and only where something is reported, so that
/// any number of findings in a document of any size take their pointers from it. A reference, as whoever writes a diagnostic
/// needs it, and it never changes.
package final class NodePaths: Sendable {
    private let document: Document
    /// By node; empty where the document is so small that a walk from its root takes less than to note all nodes.
    private let links: ContiguousArray<Link>

    private struct Link: BitwiseCopyable {
        /// The node of the object or array, or `none`.
        var holder: UInt32
        /// The node of its key in an object, its number in an array.
        var step: UInt32 = 0
        var isMember = false

        static let root = Link(holder: .max)
    }

    /// The nodes of a large request.
    private static let few = 512

    /// - Parameter isNoted: whether all nodes are noted, in one pass.
    package init(_ document: Document, isNoted: Bool? = nil) {
        self.document = document
        links = isNoted ?? (document.nodes.count > Self.few) ? Self.links(document) : []
    }

    private static func links(_ document: Document) -> ContiguousArray<Link> {
        let nodes = document.nodes
        var links = ContiguousArray(repeating: Link.root, count: nodes.count)
        for holder in nodes.indices {
            let end = Int(nodes[holder].next)
            // Most nodes hold nothing.
            guard end != holder + 1 else { continue }
            let kind = document.contentKind(of: holder)
            if kind == .template {
                // The pieces of a text are where the text is.
                for piece in holder + 1..<end { links[piece] = links[holder] }
            }
            guard kind == .object || kind == .array else { continue }
            var link = Link(holder: UInt32(truncatingIfNeeded: holder), isMember: kind == .object)
            var child = holder + 1
            var isKey = link.isMember
            while child < end {
                if isKey { link.step = UInt32(truncatingIfNeeded: child) }
                links[child] = link
                if link.isMember { isKey.toggle() } else { link.step += 1 }
                child = Int(nodes[child].next)
            }
        }
        return links
    }

    private func link(to node: Int) -> Link {
        guard links.isEmpty else { return links[node] }
        var last = Link.root
        return walk(to: node) { last = $0 } ? last : .root
    }

    /// Walks down from the root, always into what the node lies in, and tells each step.
    /// - Returns: false where it lies in something that has no steps.
    private func walk(to node: Int, _ step: (Link) -> Void) -> Bool {
        let nodes = document.nodes
        var holder = document.roots.last { $0 <= node } ?? node
        while holder != node {
            let kind = document.contentKind(of: holder)
            let isContainer = kind == .object || kind == .array
            // The pieces of a text are where the text is.
            guard isContainer || kind == .template else { return false }
            var child = holder + 1
            var number: UInt32 = 0
            var key = child
            while Int(nodes[child].next) <= node {
                child = Int(nodes[child].next)
                number += 1
                if number % 2 == 0 { key = child }
            }
            if isContainer {
                let isMember = kind == .object
                step(
                    Link(
                        holder: UInt32(truncatingIfNeeded: holder),
                        step: isMember ? UInt32(truncatingIfNeeded: key) : number, isMember: isMember))
            }
            holder = child
        }
        return true
    }

    /// The node of the object or array that holds a node, and the key's node where an object does.
    package func parent(of node: Int) -> (node: Int, key: Int?)? {
        parent(link(to: node))
    }

    private func parent(_ link: Link) -> (node: Int, key: Int?)? {
        link.holder == Link.root.holder ? nil : (Int(link.holder), link.isMember ? Int(link.step) : nil)
    }

    /// RFC 6901 pointer from the root of its document to a value; a key has its value's.
    package func pointer(to node: Int) -> String {
        var scratch: [UInt8] = []
        return pointer(to: node, by: &scratch)
    }

    /// - Parameter result: what it is put together in; who asks for many keeps the memory.
    package func pointer(to node: Int, by result: inout [UInt8]) -> String {
        result.removeAll(keepingCapacity: true)
        if links.isEmpty {
            guard walk(to: node, { append($0, to: &result) }) else { return "" }
        } else {
            append(pointerTo: node, to: &result)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What a node is nested in is at most as deep as readers allow.
    private func append(pointerTo node: Int, to result: inout [UInt8]) {
        let link = links[node]
        guard link.holder != Link.root.holder else { return }
        append(pointerTo: Int(link.holder), to: &result)
        append(link, to: &result)
    }

    private func append(_ link: Link, to result: inout [UInt8]) {
        result.append(UInt8(ascii: "/"))
        if link.isMember {
            document.withText(of: Int(link.step)) { Self.append($0, to: &result) }
        } else {
            result.append(contentsOf: String(link.step).utf8)
        }
    }

    /// Appends a key as a token of an RFC 6901 pointer.
    package static func append(_ token: borrowing Span<UInt8>, to result: inout [UInt8]) {
        var start = 0
        for index in 0..<token.count {
            let isTilde = token[index] == UInt8(ascii: "~")
            guard isTilde || token[index] == UInt8(ascii: "/") else { continue }
            append(token.extracting(start..<index), asIs: &result)
            result.append(UInt8(ascii: "~"))
            result.append(isTilde ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            start = index + 1
        }
        append(token.extracting(start..<token.count), asIs: &result)
    }

    private static func append(_ part: borrowing Span<UInt8>, asIs result: inout [UInt8]) {
        part.withUnsafeBufferPointer { result.append(contentsOf: $0) }
    }
}
