/// How CloudFormation names members: with a capital, but for what the table of names says. A class, because whoever
/// translates asks it for each key, and a copy is counted for each of its parts.
final class CloudFormationNaming: Naming {
    private let registry: Registry
    private let resources: CloudFormationResources
    private let table: NameDifferences

    init(_ registry: Registry, _ resources: CloudFormationResources) {
        self.registry = registry
        self.resources = resources
        table = NameDifferences(registry, table: resources.table)
    }

    func differences(of shape: ShapeRecord) -> NameDifferences.OfShape? { table.ofShape(shape) }

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

    func meaning(of name: borrowing Span<UInt8>, in shape: ShapeRecord, _ differences: NameDifferences.OfShape?) -> Meaning {
        let number = registry.member(capitalized: name, of: shape)
        guard let differences else { return number.map { .member($0) } ?? .unknown }
        if let renamed = differences.member(named: name) { return .member(renamed) }
        if differences.hasOther(name) { return .other }
        // A member with another name is not known by its own.
        guard let number, !differences.isRenamed(number) else { return .unknown }
        return differences.absent.contains(number) ? .unavailable(number) : .member(number)
    }

    /// Whether a value is one that the resource type has, and the model's enum does not.
    func knows(_ value: borrowing Span<UInt8>, asValueOf shape: ShapeRecord) -> Bool {
        table.knows(value, asValueOf: shape)
    }

    func member(written name: borrowing Span<UInt8>, in shape: ShapeRecord) -> Int? {
        if case .member(let number) = meaning(of: name, in: shape, differences(of: shape)) { return number }
        return nil
    }

    func written(member number: Int, in shape: ShapeRecord) -> String? {
        let differences = differences(of: shape)
        if differences?.absent.contains(number) ?? false { return nil }
        if let name = differences?.name(of: number) { return name }
        return registry.text.string(registry.members[Int(shape.members.start) + number].name).capitalizedFirstLetter
    }

    func meant(by name: String, in shape: ShapeRecord) -> String? {
        let bytes = Array(name.utf8)
        guard let number = registry.member(capitalized: bytes.span, of: shape) else { return nil }
        return written(member: number, in: shape)
    }

    func spoken(member name: String) -> String? {
        if let name = table.spoken(name) { return name }
        return registry.hasMember(named: name) ? name.capitalizedFirstLetter : nil
    }

    func spoken(operation name: String) -> String? { resources.all.first { $0.operation == name }?.type }
}

extension String {
    fileprivate var capitalizedFirstLetter: String { prefix(1).uppercased() + dropFirst() }
}
