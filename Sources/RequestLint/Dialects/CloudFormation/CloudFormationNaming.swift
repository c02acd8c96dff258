/// How CloudFormation names members: with a capital, but for what the table of names says.
///
/// Lines of the table: `Shape.Name<TAB>member` for a property of another name, `Shape.Name<TAB>` for one that the request
/// does not have, `Shape/member<TAB>` for a member that is no property, and `Shape=value<TAB>` for a value of an enum that
/// only CloudFormation's schema has.
struct CloudFormationNaming: Naming {
    private let registry: Registry
    private let resources: CloudFormationResources
    /// The shapes that have some; a shape is told by the start of its run of members, which no two shapes share.
    private var shapes: [(start: UInt32, differences: Differences)] = []
    private var renamed: [String: String] = [:]
    /// By the start of a shape's run of values.
    private var values: [UInt32: Set<String>] = [:]

    /// What differs in one shape. There are few of each, so they are compared one by one.
    struct Differences {
        fileprivate var members: [(name: [UInt8], number: Int)] = []
        fileprivate var others: [[UInt8]] = []
        fileprivate var absent: [Int] = []
    }

    init(_ registry: Registry, _ resources: CloudFormationResources) {
        self.registry = registry
        self.resources = resources
        guard let table = registry.table(resources.table) else { return }
        for index in 0..<table.count { add(table.key(index), table.value(index)) }
    }

    private mutating func add(_ key: String, _ value: String) {
        guard let separator = key.firstIndex(where: { $0 == "." || $0 == "/" || $0 == "=" }),
            let shape = registry.shape(named: String(key[..<separator]))
        else { return }
        let name = String(key[key.index(after: separator)...])
        if key[separator] == "=" {
            values[shape.values.start, default: []].insert(name)
            return
        }
        let number = registry.member(named: Array((key[separator] == "/" ? name : value).utf8).span, of: shape)
        change(shape) { differences in
            if key[separator] == "/" {
                if let number { differences.absent.append(number) }
            } else if let number {
                differences.members.append((Array(name.utf8), number))
            } else {
                differences.others.append(Array(name.utf8))
            }
        }
        if key[separator] == ".", number != nil { renamed[value] = name }
    }

    private mutating func change(_ shape: ShapeRecord, _ body: (inout Differences) -> Void) {
        // The table is sorted, so lines of one shape follow each other.
        if shapes.last?.start != shape.members.start { shapes.append((shape.members.start, Differences())) }
        body(&shapes[shapes.count - 1].differences)
    }

    func differences(of shape: ShapeRecord) -> Differences? {
        shapes.first { $0.start == shape.members.start }?.differences
    }

    /// What a key means.
    enum Meaning {
        case member(Int)
        /// The API has it, and the resource type has not.
        case unavailable(Int)
        /// The resource type has it, and the API has not.
        case other
        /// No name at all, but a function that brings properties.
        case function
        case unknown
    }

    func meaning(of name: borrowing Span<UInt8>, in shape: ShapeRecord, _ differences: Differences?) -> Meaning {
        let number = registry.member(capitalized: name, of: shape)
        guard let differences else { return number.map { .member($0) } ?? .unknown }
        for member in differences.members where name.equals(member.name) { return .member(member.number) }
        for other in differences.others where name.equals(other) { return .other }
        // A member with another name is not known by its own.
        guard let number, !differences.members.contains(where: { $0.number == number }) else { return .unknown }
        return differences.absent.contains(number) ? .unavailable(number) : .member(number)
    }

    /// Whether a value is one that the resource type has, and the model's enum does not.
    func knows(_ value: borrowing Span<UInt8>, asValueOf shape: ShapeRecord) -> Bool {
        guard shape.values.count > 0, let others = values[shape.values.start] else { return false }
        return others.contains(value.string)
    }

    func member(written name: borrowing Span<UInt8>, in shape: ShapeRecord) -> Int? {
        if case .member(let number) = meaning(of: name, in: shape, differences(of: shape)) { return number }
        return nil
    }

    func written(member number: Int, in shape: ShapeRecord) -> String? {
        let differences = differences(of: shape)
        if differences?.absent.contains(number) ?? false { return nil }
        if let name = differences?.members.first(where: { $0.number == number })?.name {
            return String(decoding: name, as: UTF8.self)
        }
        return registry.text.string(registry.members[Int(shape.members.start) + number].name).capitalizedFirstLetter
    }

    func meant(by name: String, in shape: ShapeRecord) -> String? {
        let bytes = Array(name.utf8)
        guard let number = registry.member(capitalized: bytes.span, of: shape) else { return nil }
        return written(member: number, in: shape)
    }

    func spoken(member name: String) -> String? {
        if let name = renamed[name] { return name }
        return registry.hasMember(named: name) ? name.capitalizedFirstLetter : nil
    }

    func spoken(operation name: String) -> String? { resources.all.first { $0.operation == name }?.type }
}

extension Span<UInt8> {
    fileprivate func equals(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        for index in other.indices where self[index] != other[index] { return false }
        return true
    }
}

extension String {
    fileprivate var capitalizedFirstLetter: String { prefix(1).uppercased() + dropFirst() }
}
