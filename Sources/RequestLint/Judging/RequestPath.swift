/// The Judge's own path from the request to the value at hand, in the API's terms.
struct RequestPath {
    private enum Step {
        /// A member of the model, by its record.
        case member(UInt32)
        case item(Int)
        /// A key of a map, or a member that the model does not have.
        case key(String)
    }

    private var steps: [Step] = []

    mutating func push(member: Int) { steps.append(.member(UInt32(member))) }
    mutating func push(item: Int) { steps.append(.item(item)) }
    mutating func push(key: String) { steps.append(.key(key)) }
    mutating func pop() { steps.removeLast() }
    mutating func removeAll() { steps.removeAll(keepingCapacity: true) }

    /// The member that holds the value at hand, if a structure holds it.
    func memberName(_ registry: Registry) -> String? {
        for step in steps.reversed() {
            if case .member(let index) = step {
                return registry.text.string(registry.members[Int(index)].name)
            }
        }
        return nil
    }

    /// RFC 6901 pointer.
    func pointer(_ registry: Registry) -> String {
        var result = ""
        for step in steps {
            result += "/"
            switch step {
            case .member(let index):
                result += registry.text.string(registry.members[Int(index)].name)
            case .item(let index): result += String(index)
            case .key(let key): result += Self.escaped(key)
            }
        }
        return result
    }

    /// A pointer's token for a key.
    static func escaped(_ key: String) -> String {
        guard key.contains(where: { $0 == "~" || $0 == "/" }) else { return key }
        var result = ""
        for character in key.unicodeScalars {
            switch character {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
