/// Which response tells what the resource of an update is like now, while a registry is being compiled.
struct StateSource {
    let operation: String
    let read: String
    /// The member of the response that holds the resource.
    let member: String
    /// The member of the request that names the resource.
    let requestIdentity: String
    /// The same member of the resource.
    let identity: String
    /// How a person gets the response.
    let command: String

    static func read(_ file: RuleSource, _ mistakes: inout [String]) -> [StateSource] {
        guard let root = JSONFile(file, &mistakes) else { return [] }
        return root.items.map { entry in
            func text(_ key: String) -> String { entry[key]?.string ?? "" }
            return StateSource(
                operation: text("operation"), read: text("read"), member: text("member"),
                requestIdentity: entry["identity"]?["request"]?.string ?? "",
                identity: entry["identity"]?["state"]?.string ?? "", command: text("command"))
        }
    }
}

extension ServiceModel {
    /// The shape of the member of a response that holds a resource.
    func resource(of operation: String, member: String) -> Shape? {
        guard let output = outputs.first(where: { $0.operation == operation }),
            let response = shape(named: output.shape),
            let holder = shapes[response].members.first(where: { $0.name == member })
        else { return nil }
        return shape(named: holder.shape).map { shapes[$0] }
    }
}
