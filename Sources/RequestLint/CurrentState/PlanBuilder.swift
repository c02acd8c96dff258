/// Compares a request with the current state, member by member of the request's shape.
struct PlanBuilder {
    private let registry: Registry
    private let state: CurrentState
    private let defaults: Defaults
    private var settings: [UpdatePlan.Setting] = []

    init(_ state: CurrentState, _ registry: Registry) {
        self.state = state
        self.registry = registry
        defaults = state.defaults
    }

    /// - Parameter request: the request as it is written.
    mutating func settings(of request: DataValue) -> [UpdatePlan.Setting] {
        let shape = state.requestShape
        let resource = registry.shapes[Int(state.record.shape)]
        let identity = Int(shape.members.start) + Int(state.record.requestIdentity)
        for index in shape.members.indices where index != identity {
            let member = registry.members[index]
            let name = registry.text.string(member.name)
            // What only a request has, such as its token, is no setting.
            guard registry.member(at: name, of: resource) != nil else { continue }
            compare(name, member, in: shape, state.value(of: name), stated(request[name], member))
        }
        return settings
    }

    /// What a request says of a member; null says nothing.
    private func stated(_ value: DataValue?, _ member: MemberRecord) -> DataValue? {
        guard let value, !value.isNull else { return nil }
        return registry.taken(value, as: registry.shapes[Int(member.shape)])
    }

    private mutating func compare(
        _ path: String, _ member: MemberRecord, in owner: ShapeRecord, _ present: DataValue?,
        _ requested: DataValue?
    ) {
        let value = defaults.value(of: member, in: owner)
        switch (present, requested) {
        case (nil, nil): return
        case (let present?, let requested?):
            let shape = registry.shapes[Int(member.shape)]
            if shape.type == .structure, case .object = present, case .object = requested {
                for index in shape.members.indices {
                    let inner = registry.members[index]
                    let name = registry.text.string(inner.name)
                    compare(path + "." + name, inner, in: shape, present[name], stated(requested[name], inner))
                }
                return
            }
            add(path, present, requested, value, present.isSame(as: requested) ? .kept : .changed)
        case (nil, let requested?):
            let isDefault = defaults.isDefault(requested, of: member, in: owner)
            add(path, nil, requested, value, isDefault ? .kept : .changed)
        case (let present?, nil):
            let isLost = !defaults.isDefault(present, of: member, in: owner)
            let outcome: UpdatePlan.Outcome =
                if let value { value.isSame(as: present) ? .kept : .reset } else { .removed }
            add(path, present, nil, value, outcome, isLost: isLost)
        }
    }

    private mutating func add(
        _ path: String, _ present: DataValue?, _ requested: DataValue?, _ value: DataValue?,
        _ outcome: UpdatePlan.Outcome, isLost: Bool = false
    ) {
        settings.append(
            UpdatePlan.Setting(
                member: path, outcome: outcome, isLost: isLost, presentValue: present,
                requestedValue: requested, defaultValue: value))
    }
}
