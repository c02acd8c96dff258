// Structures: which arguments and blocks are which members, and what dynamic blocks leave open.
import Documents

extension TerraformTranslator {
    /// What Terraform reads of a resource itself.
    private static let metaArguments: Set<String> = [
        "connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner",
    ]

    /// An argument or block: its name, and all that may stand for it.
    private struct Argument {
        let key: Int
        let name: String
        /// The value; nil where only dynamic blocks make it.
        var value: Int?
        /// The contents of dynamic blocks, which may stand there any number of times.
        var contents: [Int] = []
    }

    mutating func structure(
        _ node: Int, _ unknown: Int?, _ shape: ShapeRecord, _ certainty: Certainty, isResource: Bool = false
    ) {
        builder.openObject(from: node, certainty)
        var inner: [(argument: Argument, outer: Int, inner: Int)] = []
        for argument in arguments(of: node, isResource: isResource) {
            let unknown = unknown.flatMap { member(argument.name, of: $0) }
            switch naming.meaning(of: argument.name, in: shape) {
            case .member(let number): member(argument, unknown, number, shape)
            case .item(let number): item(argument, unknown, number, shape)
            case .inner(let outer, let number): inner.append((argument, outer, number))
            case .unavailable(let number) where values != nil:
                builder.unavailableKey(argument.key, member: number)
                builder.unknown(from: argument.value ?? argument.key)
            case .unknown where values != nil && !isOther(argument.name, isResource: isResource):
                builder.key(argument.key, member: nil)
                builder.unknown(from: argument.value ?? argument.key)
            case .unavailable, .unknown, .other: break
            }
        }
        if let unknown { unknownMembers(of: node, unknown, shape) }
        for outer in Set(inner.map(\.outer)).sorted() {
            self.inner(inner.filter { $0.outer == outer }.map { ($0.argument, $0.inner) }, outer, unknown, node, shape)
        }
        builder.close()
    }

    private func isOther(_ name: String, isResource: Bool) -> Bool {
        isResource && provider.otherNames.contains(name)
    }

    private mutating func arguments(of node: Int, isResource: Bool) -> [Argument] {
        var result: [Argument] = []
        var numbers: [String: Int] = [:]
        func add(_ key: Int, _ name: String, _ value: Int?, content: Int?) {
            var number = numbers[name] ?? result.count
            // An argument that stands twice is two of them, which is reported.
            if number < result.count, value != nil, result[number].value != nil { number = result.count }
            if number == result.count {
                numbers[name] = number
                result.append(Argument(key: key, name: name))
            }
            if let value { result[number].value = value }
            if let content { result[number].contents.append(content) }
        }
        var isIncomplete = false
        for (key, value) in document.members(of: node) {
            let name = document.string(of: key)
            guard document.nodes[key].kind == .string, name != "//" else {
                isIncomplete = isIncomplete || name != "//"
                continue
            }
            if isResource, Self.metaArguments.contains(name) { continue }
            guard name == "dynamic", values != nil else {
                add(key, name, value, content: nil)
                continue
            }
            for (label, body) in dynamicBlocks(value) {
                guard let content = document.member("content", of: body) else {
                    isIncomplete = true
                    continue
                }
                add(label, document.string(of: label), nil, content: content)
            }
        }
        if isIncomplete { builder.noteIncomplete() }
        return result
    }

    /// The labels and bodies of dynamic blocks.
    private func dynamicBlocks(_ node: Int) -> [(label: Int, body: Int)] {
        let blocks = document.nodes[node].kind == .array ? document.items(of: node) : [node]
        return blocks.flatMap { block in
            document.members(of: block).flatMap { label, bodies in
                let bodies = document.nodes[bodies].kind == .array ? document.items(of: bodies) : [bodies]
                return bodies.map { (label, $0) }
            }
        }
    }

    private mutating func member(_ argument: Argument, _ unknown: Int?, _ number: Int, _ shape: ShapeRecord) {
        let inner = registry.shapes[Int(registry.members[Int(shape.members.start) + number].shape)]
        if isUnknown(unknown) {
            builder.key(argument.key, member: number)
            return builder.unknown(from: argument.value ?? argument.key)
        }
        let resolution = argument.value.map { resolve($0) } ?? .absent
        guard argument.contents.isEmpty else { return dynamic(argument, resolution, number, inner) }
        guard let value = argument.value, !resolution.isAbsent else { return }
        builder.key(argument.key, member: number)
        if values != nil { judgeForm(resolution, argument.name, number, shape) }
        self.value(resolution, at: value, unknown, inner, .certain)
    }

    /// Blocks of which some may be there any number of times.
    private mutating func dynamic(_ argument: Argument, _ resolution: Resolution, _ number: Int, _ shape: ShapeRecord) {
        builder.key(argument.key, member: number)
        let node = argument.value ?? argument.contents[0]
        guard shape.type == .list else {
            builder.openAlternatives(from: node, .maybe)
            for content in argument.contents { literal(content, nil, shape, .possible) }
            builder.close()
            return
        }
        builder.openList(from: node, resolution.isAbsent ? .maybe : .certain, isIncomplete: true)
        if case .node(let node) = resolution {
            switch document.nodes[node].kind {
            case .array: items(of: node, nil, shape)
            default: literal(node, nil, registry.shapes[Int(shape.element)], .certain)
            }
        }
        for content in argument.contents { literal(content, nil, registry.shapes[Int(shape.element)], .maybe) }
        builder.close()
    }

    /// One item that stands for a list.
    private mutating func item(_ argument: Argument, _ unknown: Int?, _ number: Int, _ shape: ShapeRecord) {
        guard let value = argument.value else { return }
        let resolution = resolve(value)
        guard !resolution.isAbsent || isUnknown(unknown) else { return }
        let list = registry.shapes[Int(registry.members[Int(shape.members.start) + number].shape)]
        builder.key(argument.key, member: number)
        if isUnknown(unknown) || list.type != .list { return builder.unknown(from: value) }
        builder.openList(from: value)
        self.value(resolution, at: value, nil, registry.shapes[Int(list.element)], .certain)
        builder.close()
    }

    /// Arguments that are members of a structure which the resource type has not.
    private mutating func inner(
        _ arguments: [(argument: Argument, number: Int)], _ outer: Int, _ unknown: Int?, _ node: Int, _ shape: ShapeRecord
    ) {
        let structure = registry.shapes[Int(registry.members[Int(shape.members.start) + outer].shape)]
        let there = arguments.filter { argument in
            !argument.argument.contents.isEmpty || (argument.argument.value.map { !resolve($0).isAbsent } ?? false)
        }
        guard let first = there.first else { return }
        builder.key(first.argument.key, member: outer)
        builder.openObject(from: first.argument.value ?? first.argument.key)
        for (argument, number) in there {
            member(argument, unknown.flatMap { member(argument.name, of: $0) }, number, structure)
        }
        builder.close()
    }

    // MARK: Plans

    /// The member of an object of the plan; none where looking for members goes beyond the budget.
    private func member(_ name: String, of object: Int) -> Int? {
        guard budget.pay(bytes: (Int(document.nodes[object].next) - object) / 2, at: object) else { return nil }
        return document.member(name, of: object)
    }

    /// Whether a plan does not know a value yet.
    func isUnknown(_ unknown: Int?) -> Bool { unknown.map { document.nodes[$0].kind == .true } ?? false }

    /// Members that the plan does not know and that its values leave out.
    private mutating func unknownMembers(of node: Int, _ unknown: Int, _ shape: ShapeRecord) {
        for (key, value) in document.members(of: unknown) where isUnknown(value) {
            let name = document.string(of: key)
            guard member(name, of: node) == nil else { continue }
            switch naming.meaning(of: name, in: shape) {
            case .member(let number), .item(let number):
                builder.key(key, member: number)
                builder.unknown(from: value)
            case .inner, .unavailable, .other, .unknown: break
            }
        }
    }
}
