/// Which object or array holds each node of a document, and as what: built in one pass, late and only where something
/// is reported, so that any number of findings in a document of any size take their pointers from it.
package struct NodePaths: Sendable {
    private let document: Document
    /// By node: its holder, or `none`.
    private var holders: ContiguousArray<UInt32>
    /// By node: the node of its key in an object, its number in an array.
    private var steps: ContiguousArray<UInt32>

    private static let none = UInt32.max

    package init(_ document: Document) {
        self.document = document
        let count = document.nodes.count
        holders = ContiguousArray(repeating: Self.none, count: count)
        steps = ContiguousArray(repeating: 0, count: count)
        for holder in 0..<count {
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
        var tokens: [String] = []
        var node = node
        while let parent = parent(of: node) {
            tokens.append(parent.key.map { Self.escaped(document.string(of: $0)) } ?? String(steps[node]))
            node = parent.node
        }
        var result = ""
        for token in tokens.reversed() { result += "/" + token }
        return result
    }

    /// A key as a token of an RFC 6901 pointer.
    package static func escaped(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
            return token
        }
        var result = ""
        for scalar in token.unicodeScalars {
            switch scalar {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
