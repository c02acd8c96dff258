package import Documents

/// The API's own form: the JSON or YAML that `--cli-input-json`, `--cli-input-yaml` and SDK calls take, alone, in a list, or in an envelope that names the operation.
package struct APIDialect: Dialect {
    package let name = "api"

    package init() {}

    package func kind(of node: Int, in document: Document) -> ValueKind {
        guard document.nodes[node].kind == .plain else { return .unknown }
        // The AWS CLI reads YAML 1.2.
        let resolved = document.withText(of: node) { PlainScalar.resolve($0, schema: .yaml12) }
        switch resolved {
        case .null: return .null
        case .boolean: return .boolean
        case .integer: return .integer
        case .float: return .number
        case .timestamp: return .timestamp
        case .string: return .string
        }
    }

    package func ambiguity(of node: Int, in document: Document) -> String? {
        document.withText(of: node) { PlainScalar.ambiguity($0) }?.message
    }

    package func locate(in document: Document, _ registry: Registry, operation: Int?) -> Located {
        var located = Located()
        let finder = RequestFinder(document: document, registry: registry, operation: operation)
        for (number, root) in document.roots.enumerated() { finder.find(at: root, document: number, &located) }
        // Beside requests, an object that is none is probably one whose operation can't be told.
        if located.requests.isEmpty { located.unrecognised = [] }
        noteTags(in: document, &located)
        return located
    }

    /// A tag of some other program makes a value unknown here, and the AWS CLI refuse the file.
    private func noteTags(in document: Document, _ located: inout Located) {
        guard document.syntax == .yaml else { return }
        // What aliases repeat stands in one place.
        var seen: Set<UInt32> = []
        for request in located.requests {
            let root = Int(request.place.index)
            for node in root..<Int(document.nodes[root].next)
            where document.nodes[node].kind == .alien && document.nodes[node].flags.contains(.tagged)
                && seen.insert(document.nodes[node].start).inserted
            {
                located.notices.append(
                    Located.Problem(
                        kind: .syntax,
                        message: "This value has a tag that API requests do not have, so it was not judged; the AWS CLI refuses files with such tags. Remove the tag, or write the value that it stands for.",
                        node: node))
            }
        }
    }
}

/// Looks for requests in one document of the API dialect.
private struct RequestFinder {
    private let document: Document
    private let registry: Registry
    /// The operation of requests that do not say it.
    private let operation: Int?

    init(document: Document, registry: Registry, operation: Int?) {
        self.document = document
        self.registry = registry
        self.operation = operation
    }

    func find(at node: Int, document number: Int, _ located: inout Located) {
        switch document.nodes[node].kind {
        case .array:
            var item = node + 1
            while item < Int(document.nodes[node].next) {
                if document.nodes[item].kind == .object { object(item, number, &located) }
                item = Int(document.nodes[item].next)
            }
        case .object: object(node, number, &located)
        default: break
        }
    }

    private func object(_ node: Int, _ number: Int, _ located: inout Located) {
        let members = members(of: node)
        if let name = members.operation, envelope(name, members, number, &located) { return }
        guard let operation = operation ?? registry.markers.operation(of: members.markers) else {
            // What a syntax problem cut short has its notice already.
            if !document.nodes[node].flags.contains(.incomplete) { located.unrecognised.append(node) }
            return
        }
        located.requests.append(
            Located.Request(place: Place(node), operation: operation, document: number))
    }

    /// Takes an object with the key `operation` as an envelope, where it is one.
    /// - Returns: false where it is no envelope: other programs have objects with this key too.
    private func envelope(
        _ name: Int, _ members: Members, _ number: Int, _ located: inout Located
    ) -> Bool {
        let text = document.string(of: name)
        let request = members.request.flatMap { document.nodes[$0].kind == .object ? $0 : nil }
        if let operation = registry.operation(named: text) {
            if let request {
                located.requests.append(
                    Located.Request(place: Place(request), operation: operation, document: number))
            } else if !document.nodes[members.object].flags.contains(.incomplete) {
                located.notices.append(
                    Located.Problem(
                        kind: .unknownOperation,
                        message: "The envelope names `\(text)`, and no `request` with an object is in it, so nothing was judged. Write {\"operation\": \"\(text)\", \"request\": {...}}.",
                        node: name))
            }
            return true
        }
        guard let request, members.count == 2 else { return false }
        let names = (0..<registry.operations.count).map {
            registry.text.string(registry.operations[$0].name)
        }
        let near = Spelling.nearest(to: text, among: names)
        guard near != nil || registry.markers.operation(of: self.members(of: request).markers) != nil
        else { return false }
        let advice = near.map { "Did you mean `\($0)`?" } ?? "Write the name of an operation, such as `UpdateImagePipeline`."
        located.notices.append(
            Located.Problem(
                kind: .unknownOperation,
                message: "`\(text)` is not an operation of the service, so the request was not judged. \(advice)",
                node: name))
        return true
    }

    /// What an object's members say about it.
    private struct Members {
        let object: Int
        var markers: UInt64 = 0
        var count = 0
        /// The values of the envelope's two keys.
        var operation: Int?
        var request: Int?
    }

    private func members(of object: Int) -> Members {
        var result = Members(object: object)
        var key = object + 1
        let end = Int(document.nodes[object].next)
        while key < end {
            let value = Int(document.nodes[key].next)
            guard value < end else { break }
            result.count += 1
            document.withText(of: key) { name in
                result.markers |= registry.markers.bit(of: name)
                switch name.count {
                case 9 where name.equals("operation"): result.operation = value
                case 7 where name.equals("request"): result.request = value
                default: break
                }
            }
            key = Int(document.nodes[value].next)
        }
        return result
    }
}
