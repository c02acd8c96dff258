import Documents

/// Reads the model, its amendments and the operations' markers from their data files.
struct ModelReader {
    private(set) var model = ServiceModel()
    private(set) var mistakes: [String] = []

    /// Reads `imagebuilder.json` as the facts script writes it.
    mutating func readModel(_ file: RuleSource) {
        guard let root = JSONFile(file, &mistakes) else { return }
        model.source = root["source"]?.string ?? ""
        for (name, shape) in root["operations"]?.members ?? [] {
            model.operations.append((name, shape.string))
        }
        for (name, shape) in root["outputs"]?.members ?? [] {
            model.outputs.append((name, shape.string ?? ""))
        }
        for (name, value) in root["shapes"]?.members ?? [] {
            guard let type = value["type"]?.string.flatMap({ ShapeType(modelName: $0) }) else {
                mistakes.append("\(file.path): shape \(name) has no known type.")
                continue
            }
            model.shapes.append(shape(name, type, value))
        }
    }

    private func shape(_ name: String, _ type: ShapeType, _ value: JSONFile) -> ServiceModel.Shape {
        var shape = ServiceModel.Shape(name: name, type: type)
        if type == .structure {
            shape.members = (value["members"]?.members ?? []).map { member, facts in
                ServiceModel.Member(
                    name: member, shape: facts["shape"]?.string ?? "",
                    isIdempotencyToken: facts["idempotencyToken"]?.boolean ?? false)
            }
        }
        shape.required = value["required"]?.items.compactMap(\.string) ?? []
        shape.element = value[type == .map ? "value" : "member"]?.string
        shape.key = value["key"]?.string
        shape.minimum = value["min"]?.integer
        shape.maximum = value["max"]?.integer
        shape.pattern = value["pattern"]?.string
        shape.values = value["enum"]?.items.compactMap(\.string) ?? []
        return shape
    }

    /// Applies `amendments.json`: changes to single facts, each with its reason.
    mutating func readAmendments(_ file: RuleSource) {
        guard let root = JSONFile(file, &mistakes) else { return }
        for amendment in root.items {
            let name = amendment["shape"]?.string ?? ""
            guard let index = model.shape(named: name) else {
                mistakes.append("\(file.path): the model has no shape \(name).")
                continue
            }
            guard amendment["reason"]?.string != nil, amendment["source"]?.string != nil else {
                mistakes.append("\(file.path): the amendment of \(name) lacks its reason or source.")
                continue
            }
            for (key, value) in amendment["set"]?.members ?? [] {
                switch key {
                case "pattern": model.shapes[index].pattern = value.string
                case "min": model.shapes[index].minimum = value.integer
                case "max": model.shapes[index].maximum = value.integer
                default: mistakes.append("\(file.path): \(name): `\(key)` can't be amended.")
                }
            }
            model.shapes[index].values += amendment["addEnum"]?.items.compactMap(\.string) ?? []
        }
    }
}

/// A parsed data file, read by name.
struct JSONFile {
    private let document: Document
    private let node: Int

    init?(_ file: RuleSource, _ mistakes: inout [String]) {
        document = JSONReader.read(Source(name: file.path, bytes: Array(file.text.utf8)))
        if let problem = document.problems.first {
            let place = LineTable(document.source.bytes).position(at: problem.range.start)
            mistakes.append("\(file.path):\(place.line): \(problem.message)")
            return nil
        }
        node = 0
    }

    private init(_ document: Document, _ node: Int) {
        self.document = document
        self.node = node
    }

    var string: String? {
        document.nodes[node].kind == .string ? document.string(of: node) : nil
    }

    var integer: Int? {
        document.nodes[node].kind == .number ? Int(document.string(of: node)) : nil
    }

    var boolean: Bool? {
        switch document.nodes[node].kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    var items: [JSONFile] {
        guard document.nodes[node].kind == .array else { return [] }
        var result: [JSONFile] = []
        var item = node + 1
        while item < Int(document.nodes[node].next) {
            result.append(JSONFile(document, item))
            item = Int(document.nodes[item].next)
        }
        return result
    }

    var members: [(String, JSONFile)] {
        guard document.nodes[node].kind == .object else { return [] }
        var result: [(String, JSONFile)] = []
        var key = node + 1
        while key < Int(document.nodes[node].next) {
            let value = Int(document.nodes[key].next)
            result.append((document.string(of: key), JSONFile(document, value)))
            key = Int(document.nodes[value].next)
        }
        return result
    }

    subscript(name: String) -> JSONFile? {
        members.first { $0.0 == name }?.1
    }
}
