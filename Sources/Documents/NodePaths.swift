/// Which object or array holds each node of a document, and as what: built in one pass, late and only where something
/// is reported, so that any number of findings in a document of any size take their pointers from it. A reference, as
/// whoever writes a diagnostic needs it, and it never changes.
package final class NodePaths: Sendable {
    private let document: Document
    /// By node: its holder, or `none`.
    private let holders: ContiguousArray<UInt32>
    /// By node: the node of its key in an object, its number in an array.
    private let steps: ContiguousArray<UInt32>

    private static let none = UInt32.max

    package init(_ document: Document) {
        self.document = document
        let count = document.nodes.count
        var holders = ContiguousArray(repeating: Self.none, count: count)
        var steps = ContiguousArray(repeating: UInt32(0), count: count)
        for holder in 0..<count {
            // Most nodes hold nothing.
            guard document.nodes[holder].next != holder + 1 else { continue }
            let kind = document.contentKind(of: holder)
            if kind == .template {
                // The pieces of a text are where the text is.
                for piece in holder + 1..<Int(document.nodes[holder].next) {
                    holders[piece] = holders[holder]
                    steps[piece] = steps[holder]
                }
            }
            guard kind == .object || kind == .array else { continue }
            let end = Int(document.nodes[holder].next)
            var child = holder + 1
            var number: UInt32 = 0
            var key = child
            while child < end {
                let isKey = kind == .object && number % 2 == 0
                if isKey { key = child }
                holders[child] = UInt32(truncatingIfNeeded: holder)
                steps[child] = kind == .object ? UInt32(truncatingIfNeeded: key) : number
                number += 1
                child = Int(document.nodes[child].next)
            }
        }
        self.holders = holders
        self.steps = steps
    }

    /// The node of the object or array that holds a node, and the key's node where an object does.
    package func parent(of node: Int) -> (node: Int, key: Int?)? {
        let holder = holders[node]
        guard holder != Self.none else { return nil }
        let isMember = document.contentKind(of: Int(holder)) == .object
        return (Int(holder), isMember ? Int(steps[node]) : nil)
    }

    /// RFC 6901 pointer from the root of its document to a value; a key has its value's.
    package func pointer(to node: Int) -> String {
        var chain: [Int] = []
        var node = node
        while let holder = parent(of: node)?.node {
            chain.append(node)
            node = holder
        }
        var result: [UInt8] = []
        result.reserveCapacity(64)
        for node in chain.reversed() {
            result.append(UInt8(ascii: "/"))
            if let key = parent(of: node)?.key {
                document.withText(of: key) { Self.append($0, to: &result) }
            } else {
                result.append(contentsOf: String(steps[node]).utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends a key as a token of an RFC 6901 pointer.
    package static func append(_ token: borrowing Span<UInt8>, to result: inout [UInt8]) {
        for index in 0..<token.count {
            switch token[index] {
            case UInt8(ascii: "~"): result.append(contentsOf: [UInt8(ascii: "~"), UInt8(ascii: "0")])
            case UInt8(ascii: "/"): result.append(contentsOf: [UInt8(ascii: "~"), UInt8(ascii: "1")])
            case let byte: result.append(byte)
            }
        }
    }
}
