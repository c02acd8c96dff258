/// The anchors of one YAML document: which node each name stands for.
struct YAMLAnchors {
    enum Target {
        case node(Int)
        /// Its node was taken out, because a tag or a merge made something else of the node around it.
        case lost
    }

    private var targets: [String: Target] = [:]
    /// Names in the order of their nodes, so that what is taken out is found at the end.
    private var order: [(name: String, node: Int)] = []

    subscript(name: String) -> Target? { targets[name] }

    mutating func define(_ name: String, _ node: Int) {
        targets[name] = .node(node)
        order.append((name, node))
    }

    mutating func removeAll() {
        // Most documents have none, and a dictionary that is never used is never set up.
        guard !targets.isEmpty else { return }
        targets.removeAll()
        order.removeAll()
    }

    /// Gives the anchors of all nodes behind one their new nodes, or none.
    mutating func move(behind holder: Int, to place: (Int) -> Int?) {
        var moved: [(name: String, node: Int)] = []
        while let last = order.last, last.node > holder {
            order.removeLast()
            guard case .node(last.node)? = targets[last.name] else { continue }
            if let node = place(last.node) {
                targets[last.name] = .node(node)
                moved.append((last.name, node))
            } else {
                targets[last.name] = .lost
            }
        }
        order.append(contentsOf: moved.reversed())
    }
}
