/// A JSON value that keeps the order of its members, as a person wrote them.
indirect enum JSONValue {
    case object([(String, JSONValue)])
    case list([JSONValue])
    case text(String)
    /// A number or boolean as it is spelled.
    case literal(String)

    mutating func set(_ path: [String], _ value: JSONValue) {
        guard case .object(var members) = self, let name = path.first else { return }
        let rest = Array(path.dropFirst())
        if let index = members.firstIndex(where: { $0.0 == name }) {
            if rest.isEmpty { members[index].1 = value } else { members[index].1.set(rest, value) }
        } else if rest.isEmpty {
            members.append((name, value))
        }
        self = .object(members)
    }

    mutating func remove(_ name: String) {
        guard case .object(let members) = self else { return }
        self = .object(members.filter { $0.0 != name })
    }

    func text(isPretty: Bool) -> String {
        var result = ""
        write(to: &result, indent: isPretty ? 0 : nil)
        return result
    }

    private func write(to result: inout String, indent: Int?) {
        switch self {
        case .text(let text): result += "\"\(text)\""
        case .literal(let text): result += text
        case .object(let members):
            Self.write("{", "}", members.count, to: &result, indent) { index, result in
                result += "\"\(members[index].0)\":" + (indent == nil ? "" : " ")
                members[index].1.write(to: &result, indent: indent.map { $0 + 2 })
            }
        case .list(let items):
            Self.write("[", "]", items.count, to: &result, indent) { index, result in
                items[index].write(to: &result, indent: indent.map { $0 + 2 })
            }
        }
    }

    private static func write(
        _ open: String, _ close: String, _ count: Int, to result: inout String, _ indent: Int?,
        _ item: (Int, inout String) -> Void
    ) {
        result += open
        for index in 0..<count {
            if index > 0 { result += "," }
            if let indent { result += "\n" + String(repeating: " ", count: indent + 2) }
            item(index, &result)
        }
        if let indent, count > 0 { result += "\n" + String(repeating: " ", count: indent) }
        result += close
    }
}
