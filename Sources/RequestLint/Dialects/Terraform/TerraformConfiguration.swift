import Documents

/// What one file of a Terraform configuration says: its resources of a service, and the variables and locals that they may
/// refer to. Native syntax and JSON syntax make the same document.
struct TerraformConfiguration {
    let document: Document
    let root: Int
    private(set) var resources: [Resource] = []
    /// By address: the first resource of that type and name.
    private var numbers: [String: Int] = [:]
    private var variables: [String: Int] = [:]
    private var locals: [String: Int] = [:]
    /// By type: the names of the data sources here.
    private var dataSources: [String: Set<String>] = [:]

    struct Resource {
        let type: String
        let name: String
        let body: Int
        /// The nodes of type and name.
        let labels: (type: Int, name: Int)
    }

    /// - Parameter prefixes: what the types of interest begin with.
    /// - Returns: nil where the node is no configuration.
    init?(_ document: Document, root: Int, prefixes: [String]) {
        guard document.nodes[root].kind == .object else { return nil }
        let isConfiguration = Self.isConfiguration(document)
        self.document = document
        self.root = root
        for (type, name, body) in labelled(document.member("resource", of: root)) {
            let text = document.string(of: type)
            guard prefixes.contains(where: { text.hasPrefix($0) }) else { continue }
            let resource = Resource(
                type: text, name: document.string(of: name), body: body, labels: (type: type, name: name))
            numbers["\(text).\(resource.name)"] = numbers["\(text).\(resource.name)"] ?? resources.count
            resources.append(resource)
        }
        guard isConfiguration || !resources.isEmpty else { return nil }
        guard !resources.isEmpty else { return }
        for node in blocks(document.member("variable", of: root)) {
            for (key, value) in document.members(of: node) {
                for body in blocks(value) { variables[document.string(of: key)] = document.member("default", of: body) }
            }
        }
        for node in blocks(document.member("locals", of: root)) {
            for (key, value) in document.members(of: node) { locals[document.string(of: key)] = value }
        }
        for (type, name, _) in labelled(document.member("data", of: root)) {
            dataSources[document.string(of: type), default: []].insert(document.string(of: name))
        }
    }

    /// Whether a document may be a configuration with resources. Every JSON file is asked.
    static func mayBe(_ document: Document, _ root: Int) -> Bool {
        document.member("resource", of: root) != nil || isConfiguration(document)
    }

    private static func isConfiguration(_ document: Document) -> Bool {
        if document.syntax == .hcl { return true }
        let name = document.source.name.utf8.span
        return name.ends(with: ".tf.json") || name.ends(with: ".tofu.json")
    }

    /// The default of a variable; nil where it has none here.
    func variable(_ name: String) -> Int? { variables[name] }

    /// The value of a local; nil where it is not defined here.
    func local(_ name: String) -> Int? { locals[name] }

    /// Whether a data source is the only one of its type here, so that what it gives is the same everywhere.
    func isOnlyDataSource(_ type: String, _ name: String) -> Bool { dataSources[type] == [name] }

    func resource(_ type: String, _ name: String) -> Resource? {
        numbers["\(type).\(name)"].map { resources[$0] }
    }

    // MARK: Blocks

    /// The blocks that a member stands for: one, or a list of them.
    private func blocks(_ node: Int?) -> [Int] {
        guard let node else { return [] }
        switch document.nodes[node].kind {
        case .object: return [node]
        case .array: return document.items(of: node).flatMap { document.nodes[$0].kind == .object ? [$0] : [] }
        default: return []
        }
    }

    /// The blocks under two labels: their nodes and the block's.
    private func labelled(_ node: Int?) -> [(Int, Int, Int)] {
        var result: [(Int, Int, Int)] = []
        for outer in blocks(node) {
            for (type, names) in document.members(of: outer) {
                for inner in blocks(names) {
                    for (name, bodies) in document.members(of: inner) {
                        for body in blocks(bodies) { result.append((type, name, body)) }
                    }
                }
            }
        }
        return result
    }
}
