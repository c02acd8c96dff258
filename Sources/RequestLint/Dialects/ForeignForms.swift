package import Documents

/// Documents of other tools that speak of a service without holding its requests: nothing is said of them, although they
/// mention it.
package struct ForeignForms: Dialect {
    package let name = "foreign"

    package init() {}

    package func mayHold(_ document: Document) -> Bool {
        !document.roots.isEmpty && document.roots.allSatisfy { isForeign(document, $0) }
    }

    package func locate(in document: Document, _ registry: Registry, operation: Int?) -> Located {
        var located = Located()
        located.isRecognised = operation == nil
        return located
    }

    private func isForeign(_ document: Document, _ root: Int) -> Bool {
        guard document.nodes[root].kind == .object else { return false }
        func has(_ name: StaticString) -> Bool { document.member(name, of: root) != nil }
        // Manifests of Kubernetes, and what CDK writes beside its templates.
        return has("apiVersion") && has("kind") || has("version") && (has("tree") || has("artifacts"))
    }

    package func kind(of node: Int, in document: Document) -> ValueKind { .unknown }
}
