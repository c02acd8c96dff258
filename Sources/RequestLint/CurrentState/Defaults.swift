import Documents

/// What members of a resource are when a request leaves them out, from the table `defaults`: a JSON list a member. Its first
/// value is the one that the service then has, the others mean the same to it.
package struct Defaults: Sendable {
    static let tableName: StaticString = "defaults"

    private let registry: Registry
    private let table: DataTable?
    private let resource: DataValue

    /// - Parameter resource: what the `{member}` of a default is taken from.
    init(registry: Registry, resource: DataValue) {
        self.registry = registry
        self.resource = resource
        table = registry.table(Self.tableName)
    }

    /// What the service has for a member that is left out; nil where it then has nothing.
    func value(of member: MemberRecord, in owner: ShapeRecord) -> DataValue? {
        values(of: member, in: owner).first
    }

    /// Whether leaving a member out changes nothing for a resource that has this value.
    func isDefault(_ value: DataValue, of member: MemberRecord, in owner: ShapeRecord) -> Bool {
        if value.isEmpty || values(of: member, in: owner).contains(where: { matches($0, value) }) { return true }
        let shape = registry.shapes[Int(member.shape)]
        guard case .object(let members) = value, shape.type == .structure else { return false }
        return members.allSatisfy { entry in
            guard let member = registry.member(at: entry.name, of: shape) else { return true }
            return isDefault(entry.value, of: member.record, in: shape)
        }
    }

    private func values(of member: MemberRecord, in owner: ShapeRecord) -> [DataValue] {
        let key = registry.text.string(owner.name) + "." + registry.text.string(member.name)
        guard let text = table?[key] else { return [] }
        let document = JSONReader.read(Source(name: Self.tableName.description, bytes: Array(text.utf8)))
        var cursor = CurrentState.cursor(document)
        guard document.problems.isEmpty, case .list(let values) = DataValue(Place(0), &cursor) else { return [] }
        return values.map(filled)
    }

    /// Puts members of the resource in for their names in braces.
    private func filled(_ value: DataValue) -> DataValue {
        guard case .text(let text) = value, let open = text.firstIndex(of: "{"),
            let close = text[open...].firstIndex(of: "}"),
            case .text(let member) = resource[String(text[text.index(after: open)..<close])]
        else { return value }
        return .text(text[..<open] + member + text[text.index(after: close)...])
    }

    /// - Parameter pattern: a value; or a text that starts with `*`, which stands for anything.
    private func matches(_ pattern: DataValue, _ value: DataValue) -> Bool {
        guard case .text(let text) = pattern, text.first == "*" else { return pattern.isSame(as: value) }
        return value.words.hasSuffix(text.dropFirst())
    }
}
