import Documents

/// The keys of the last map: the memory is used again for the next one. It belongs to one desk.
final class LastKeys {
    @exclusivity(unchecked) var keys = KeySet()
}

/// The keys of one map, to find those that stand twice. Few keys are compared one by one, which allocates little; many
/// go into a dictionary, so that the cost of a hostile map stays linear.
struct KeySet {
    private static let few = 16

    private var keys: [(key: TextLocation, value: Place)] = []
    /// By the keys' bytes: strings that look the same are equal to Swift and not to a service.
    private var many: [[UInt8]: Place] = [:]

    /// Forgets the keys, to take those of another map.
    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        if !many.isEmpty { many = [:] }
    }

    /// Adds a key; where it was there before, returns the place of its first value.
    /// - Parameter texts: what the keys' locations refer to.
    mutating func insert(_ key: TextLocation, _ value: Place, in texts: RequestTexts) -> Place? {
        if keys.count < Self.few {
            for known in keys where texts.areEqual(known.key, key) { return known.value }
            keys.append((key, value))
            return nil
        }
        if many.isEmpty {
            for known in keys { many[texts.copy(known.key)] = known.value }
        }
        let name = texts.copy(key)
        if let first = many[name] { return first }
        many[name] = value
        return nil
    }
}
