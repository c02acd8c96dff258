// A document as a plain tree of values, to compare with other readers.
import Documents

indirect enum Tree: Equatable, CustomStringConvertible {
    case object([Member])
    case array([Tree])
    case string(String)
    /// A JSON number as it is written.
    case number(String)
    case boolean(Bool)
    case null
    case plain(String)
    case alien

    struct Member: Equatable {
        let key: String
        let value: Tree

        init(_ key: String, _ value: Tree) {
            self.key = key
            self.value = value
        }
    }

    init(_ document: Document, _ node: Int) {
        let record = document.nodes[node]
        let text = document.string(of: node)
        switch record.kind {
        case .object:
            self = .object(
                document.memberNodes(of: node).map {
                    Member(document.string(of: $0.key), Tree(document, $0.value))
                })
        case .array, .template: self = .array(document.itemNodes(of: node).map { Tree(document, $0) })
        case .string: self = .string(text)
        case .number: self = .number(text)
        case .true: self = .boolean(true)
        case .false: self = .boolean(false)
        case .null: self = .null
        case .plain: self = .plain(text)
        case .alien: self = .alien
        }
    }

    var description: String {
        switch self {
        case .object(let members):
            "{" + members.map { "\($0.key.debugDescription): \($0.value)" }.joined(separator: ", ") + "}"
        case .array(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
        case .string(let text): text.debugDescription
        case .number(let text), .plain(let text): text
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        case .alien: "<alien>"
        }
    }
}

extension Document {
    /// The trees of all roots.
    var trees: [Tree] { roots.map { Tree(self, $0) } }

    func memberNodes(of object: Int) -> [(key: Int, value: Int)] {
        let nodes = itemNodes(of: object)
        return stride(from: 0, to: nodes.count - 1, by: 2).map { (nodes[$0], nodes[$0 + 1]) }
    }

    func itemNodes(of array: Int) -> [Int] {
        var result: [Int] = []
        var item = array + 1
        while item < Int(nodes[array].next) {
            result.append(item)
            item = Int(nodes[item].next)
        }
        return result
    }

    /// The node that a path of keys and indexes leads to.
    func node(_ path: String, root: Int = 0) -> Int? {
        var node = roots[root]
        for token in path.split(separator: "/") {
            if nodes[node].kind == .object {
                guard let member = memberNodes(of: node).first(where: { string(of: $0.key) == token })
                else { return nil }
                node = member.value
            } else {
                let items = itemNodes(of: node)
                guard let index = Int(token), items.indices.contains(index) else { return nil }
                node = items[index]
            }
        }
        return node
    }
}
