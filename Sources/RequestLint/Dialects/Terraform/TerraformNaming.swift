/// How a Terraform provider names members: in snake case, but for what its table of names says.
///
/// Lines of the table: `Shape.name<TAB>member` for an argument of another name, with `[]` behind it where the argument is
/// one item of the member's list, or a path of two members where it stands elsewhere; `Shape.name<TAB>` for an argument
/// that the request does not have; and `Shape/member<TAB>` for a member that is no argument.
struct TerraformNaming: Naming {
    private let registry: Registry
    private let provider: TerraformProvider
    /// By the start of a shape's run of members, which no two shapes share.
    private var shapes: [UInt32: Differences] = [:]
    private var renamed: [String: String] = [:]

    private struct Differences {
        var meanings: [String: Meaning] = [:]
        var absent: Set<Int> = []
        var names: [Int: String] = [:]
    }

    /// What a name means.
    enum Meaning {
        case member(Int)
        /// It is one item of the member's list.
        case item(Int)
        /// It is a member of a structure that is a member, and that Terraform has not.
        case inner(Int, Int)
        /// The API has it, and the resource type has not.
        case unavailable(Int)
        /// The resource type has it, and the API has not.
        case other
        case unknown
    }

    init(_ registry: Registry, _ provider: TerraformProvider) {
        self.registry = registry
        self.provider = provider
        guard let table = registry.table(provider.table) else { return }
        for index in 0..<table.count { add(table.key(index), table.value(index)) }
    }

    private mutating func add(_ key: String, _ value: String) {
        guard let separator = key.firstIndex(where: { $0 == "." || $0 == "/" }),
            let shape = registry.shape(named: String(key[..<separator]))
        else { return }
        let name = SnakeCase.snake(key[key.index(after: separator)...])
        var differences = shapes[shape.members.start] ?? Differences()
        defer { shapes[shape.members.start] = differences }
        if key[separator] == "/" {
            let member = String(key[key.index(after: separator)...])
            if let number = registry.member(named: Array(member.utf8).span, of: shape) { differences.absent.insert(number) }
            return
        }
        let isItem = value.hasSuffix("[]")
        let path = (isItem ? value.dropLast(2) : value[...]).split(separator: ".").map(String.init)
        guard let first = path.first, let outer = registry.member(named: Array(first.utf8).span, of: shape) else {
            differences.meanings[name] = .other
            return
        }
        renamed[path[path.count - 1]] = name
        guard path.count == 2 else {
            differences.meanings[name] = isItem ? .item(outer) : .member(outer)
            differences.names[outer] = name
            return
        }
        let structure = registry.shapes[Int(registry.members[Int(shape.members.start) + outer].shape)]
        if let inner = registry.member(named: Array(path[1].utf8).span, of: structure) {
            differences.meanings[name] = .inner(outer, inner)
            differences.absent.insert(outer)
        }
    }

    func meaning(of name: String, in shape: ShapeRecord) -> Meaning {
        let differences = shapes[shape.members.start]
        if let meaning = differences?.meanings[name] { return meaning }
        // A member with another name is not known by its own.
        guard let number = regular(name, shape), differences?.names[number] == nil else { return .unknown }
        return differences?.absent.contains(number) ?? false ? .unavailable(number) : .member(number)
    }

    /// The member that the name is in snake case.
    private func regular(_ name: String, _ shape: ShapeRecord) -> Int? {
        guard let camel = SnakeCase.camel(name) else { return nil }
        return registry.member(named: camel.span, of: shape)
    }

    // MARK: Messages

    func member(written name: borrowing Span<UInt8>, in shape: ShapeRecord) -> Int? {
        switch meaning(of: name.string, in: shape) {
        case .member(let number), .item(let number): number
        default: nil
        }
    }

    func written(member number: Int, in shape: ShapeRecord) -> String? {
        let differences = shapes[shape.members.start]
        if differences?.absent.contains(number) ?? false { return nil }
        return differences?.names[number]
            ?? SnakeCase.snake(registry.text.string(registry.members[Int(shape.members.start) + number].name)[...])
    }

    func meant(by name: String, in shape: ShapeRecord) -> String? {
        guard let number = regular(name, shape) else { return nil }
        return shapes[shape.members.start]?.names[number]
    }

    func spoken(member name: String) -> String? {
        if let name = renamed[name] { return name }
        return registry.hasMember(named: name) ? SnakeCase.snake(name[...]) : nil
    }

    /// Updates replace a pipeline or configuration with what Terraform knows of it.
    var adviceOnUnavailable: String {
        "Remove it; where it is set by other means, the next update by Terraform erases it."
    }

    func spoken(operation name: String) -> String? {
        provider.resources.first { $0.operation == name }.map { provider.type(of: $0) }
    }
}

/// `imageRecipeArn` and `ImageRecipeArn` as `image_recipe_arn`, and back.
enum SnakeCase {
    static func snake(_ name: Substring) -> String {
        var result: [UInt8] = []
        for byte in name.utf8 {
            if byte.isUpperCaseLetter {
                if let last = result.last, last.isLowerCaseLetter || last.isDigit { result.append(UInt8(ascii: "_")) }
                result.append(byte | 0x20)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// - Returns: nil where the name is not in snake case.
    static func camel(_ name: String) -> [UInt8]? {
        var result: [UInt8] = []
        var isStart = false
        for byte in name.utf8 {
            if byte == UInt8(ascii: "_") {
                if isStart || result.isEmpty { return nil }
                isStart = true
                continue
            }
            if byte.isUpperCaseLetter { return nil }
            result.append(isStart && byte.isLowerCaseLetter ? byte & ~0x20 : byte)
            isStart = false
        }
        return isStart || result.isEmpty ? nil : result
    }
}
