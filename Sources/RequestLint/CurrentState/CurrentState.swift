import Documents

/// What a resource is like now, as its service answered. Checks read it by the same paths as a request's slots; its places
/// are in a document of its own. An object, so that every check that runs can be handed it by one word.
package final class CurrentState: Sendable {
    let document: Document
    let record: StateRecord
    /// The object that describes the resource.
    let resource: Place
    private let registry: Registry

    init(document: Document, record: StateRecord, resource: Place, registry: Registry) {
        self.document = document
        self.record = record
        self.resource = resource
        self.registry = registry
    }

    /// What names the resource; nil where the answer was cut down to a part without it.
    package var identity: String? {
        guard case .text(let text) = identityPlace.map(data) else { return nil }
        return text
    }

    package var identityPlace: Place? { member(registry.text.string(record.identity), of: resource) }

    /// The member of the request that names the resource.
    var requestIdentity: String {
        let members = requestShape.members
        return registry.text.string(registry.members[Int(members.start) + Int(record.requestIdentity)].name)
    }

    /// The shape of the request that replaces the resource.
    var requestShape: ShapeRecord { registry.shapes[Int(record.requestShape)] }

    /// Where the value at a path such as `schedule.timezone` stands; nil where the resource does not have it. What is null or
    /// empty says nothing, so it is not there.
    package func place(of path: String) -> Place? {
        var place = resource
        for name in path.split(separator: ".") {
            guard let next = member(String(name), of: place), !data(next).isEmpty else { return nil }
            place = next
        }
        return place
    }

    /// The value at a path, as far as the update takes it: what only the answer has is left out.
    package func value(of path: String) -> DataValue? {
        guard let place = place(of: path),
            let member = registry.member(at: path, of: requestShape)
        else { return nil }
        let value = registry.taken(data(place), as: registry.shapes[Int(member.record.shape)])
        return value.isEmpty ? nil : value
    }

    /// What leaving a member out takes away.
    package struct Loss: Sendable {
        package let place: Place
        package let value: DataValue
        /// What the service then has; nil where it then has nothing.
        package let becomes: DataValue?
    }

    /// - Returns: nil where an update that leaves the member out changes nothing.
    package func loss(of path: String) -> Loss? {
        guard let place = place(of: path), let value = value(of: path),
            let member = registry.member(at: path, of: requestShape)
        else { return nil }
        let defaults = defaults
        guard !defaults.isDefault(value, of: member.record, in: member.owner) else { return nil }
        return Loss(place: place, value: value, becomes: defaults.value(of: member.record, in: member.owner))
    }

    /// What the resource's members are when an update leaves them out.
    package var defaults: Defaults { Defaults(registry: registry, resource: data(resource)) }

    private func data(_ place: Place) -> DataValue {
        var cursor = Self.cursor(document)
        return DataValue(place, &cursor)
    }

    private func member(_ name: String, of object: Place) -> Place? {
        var cursor = Self.cursor(document)
        return cursor.member(name, of: object)
    }

    /// Answers are written down in the API's own form.
    static func cursor(_ document: Document) -> NodeCursor { NodeCursor(document, dialect: APIDialect()) }
}

extension Registry {
    /// The member of a shape that a path such as `schedule.timezone` leads to, and the shape that has it.
    func member(at path: String, of shape: ShapeRecord) -> (owner: ShapeRecord, record: MemberRecord)? {
        var owner = shape
        var result: (owner: ShapeRecord, record: MemberRecord)?
        for name in path.split(separator: ".") {
            guard let number = member(named: Array(name.utf8).span, of: owner) else { return nil }
            let record = members[Int(owner.members.start) + number]
            result = (owner, record)
            owner = shapes[Int(record.shape)]
        }
        return result
    }

    /// A value without what its shape does not have, and without nulls.
    func taken(_ value: DataValue, as shape: ShapeRecord) -> DataValue {
        switch (value, shape.type) {
        case (.object(let members), .structure):
            return .object(members.compactMap { entry in
                guard !entry.value.isNull, let member = member(at: entry.name, of: shape) else { return nil }
                return .init(entry.name, taken(entry.value, as: shapes[Int(member.record.shape)]))
            })
        case (.list(let items), .list):
            return .list(items.map { taken($0, as: shapes[Int(shape.element)]) })
        default: return value
        }
    }
}
