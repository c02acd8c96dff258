/// The keys of one map, to find those that stand twice. Cost grows linearly with the keys.
struct KeySet {
    private var keys: [String: Place] = [:]

    /// Adds a key; where it was there before, returns the place of its first value.
    mutating func insert(_ key: String, _ value: Place) -> Place? {
        if let first = keys[key] { return first }
        keys[key] = value
        return nil
    }
}
