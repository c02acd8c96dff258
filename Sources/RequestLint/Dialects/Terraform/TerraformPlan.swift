import Documents

/// The resources of a plan or state as `terraform show -json` prints it, with the values that Terraform found.
struct TerraformPlan {
    private(set) var resources: [Resource] = []
    private let document: Document

    struct Resource {
        let type: String
        /// The text that says where it is, such as `module.images.aws_imagebuilder_image_pipeline.nightly[0]`.
        let address: Int
        let values: Int
        /// What will be known when the plan is carried out, in the form of the values; nil where everything is known.
        let unknown: Int?
    }

    /// - Parameter prefixes: what the types of interest begin with.
    /// - Returns: nil where the node is neither a plan nor a state.
    init?(_ document: Document, root: Int, prefixes: [String]) {
        guard Self.mayBe(document, root) else { return nil }
        self.document = document
        if let changes = document.member("resource_changes", of: root) {
            for change in document.items(of: changes) { add(change: change, prefixes) }
        } else if let values = document.member("planned_values", of: root) ?? document.member("values", of: root) {
            if let module = document.member("root_module", of: values) { add(module: module, prefixes, depth: 0) }
        } else {
            return nil
        }
    }

    /// Whether a document may be a plan or a state. Every JSON file is asked.
    static func mayBe(_ document: Document, _ root: Int) -> Bool {
        document.nodes[root].kind == .object && document.member("format_version", of: root) != nil
    }

    /// A resource that stays as it is counts as well: it is what the configuration says.
    private mutating func add(change node: Int, _ prefixes: [String]) {
        guard let change = document.member("change", of: node), let after = document.member("after", of: change) else { return }
        add(node, after, document.member("after_unknown", of: change), prefixes)
    }

    private mutating func add(module: Int, _ prefixes: [String], depth: Int) {
        if let resources = document.member("resources", of: module) {
            for node in document.items(of: resources) {
                if let values = document.member("values", of: node) { add(node, values, nil, prefixes) }
            }
        }
        guard depth < 32, let children = document.member("child_modules", of: module) else { return }
        for child in document.items(of: children) { add(module: child, prefixes, depth: depth + 1) }
    }

    private mutating func add(_ node: Int, _ values: Int, _ unknown: Int?, _ prefixes: [String]) {
        guard document.nodes[values].kind == .object, text("mode", of: node) == "managed",
            let type = text("type", of: node), prefixes.contains(where: { type.hasPrefix($0) }),
            let address = document.member("address", of: node), document.nodes[address].kind == .string
        else { return }
        resources.append(Resource(type: type, address: address, values: values, unknown: unknown))
    }

    private func text(_ name: String, of node: Int) -> String? {
        document.member(name, of: node).flatMap { document.nodes[$0].kind == .string ? document.string(of: $0) : nil }
    }
}
