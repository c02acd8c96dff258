// One request written down in many ways, for properties of fixes: JSON tight and on lines, YAML in blocks and in brackets,
// with comments, anchors, several kinds of quotes, line ends and indents.
import ImageBuilderLint

struct WrittenRequests {
    var random: SeededGenerator

    /// A request with some of the settings, some of them in part.
    mutating func request() -> DataValue {
        var value = DataValue.object(
            (Pipelines.request + Pipelines.settings.filter { _ in Bool.random(using: &random) }.map { ($0.member, $0.value) })
                .map { .init($0.0, $0.1) })
        for inner in Pipelines.innerSettings where Int.random(in: 0..<3, using: &random) == 0 {
            value = value.without(inner.member)
        }
        return value
    }

    // MARK: JSON

    mutating func json(_ value: DataValue) -> String {
        let newline = oneOf("\n", "\r\n")
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return value.json
        case 1: return value.json(separator: ",", colon: ":") + newline
        case 2: return "[" + value.json(separator: " ,", colon: " : ") + "]"
        case 3: return "  " + value.json(indent: "  ", unit: oneOf("\t", " ", "    "), newline: newline)
        default: return value.json(indent: "", unit: oneOf("  ", "    "), newline: newline) + newline
        }
    }

    private mutating func oneOf(_ texts: String...) -> String { texts.randomElement(using: &random) ?? "" }

    // MARK: YAML

    mutating func yaml(_ value: DataValue) -> String {
        let newline = oneOf("\n", "\n", "\r\n")
        var lines = ["# a request"]
        if Bool.random(using: &random) { lines.append("---") }
        if Bool.random(using: &random) {
            // A list of requests: the first key stands behind the sign.
            var inner = block(value, indent: 2)
            inner[0] = "- " + inner[0].dropFirst(2)
            lines += inner
        } else {
            lines += block(value, indent: 0)
        }
        let ending = oneOf("", newline, newline + "# the end", newline + "..." + newline)
        return lines.joined(separator: newline) + ending
    }

    private mutating func block(_ value: DataValue, indent: Int) -> [String] {
        guard case .object(let members) = value else { return [] }
        let blanks = String(repeating: " ", count: indent)
        var lines: [String] = []
        for member in members.shuffled(using: &random) {
            // The first key of a list's item has no room above it.
            if Int.random(in: 0..<6, using: &random) == 0, !lines.isEmpty { lines.append(oneOf("", blanks + "# a comment", "# far left")) }
            let key = blanks + key(member.name) + ":"
            switch member.value {
            case .object(let inner) where !inner.isEmpty && Int.random(in: 0..<3, using: &random) > 0:
                lines.append(key + oneOf("", " # inside", " &a\(indent)\(member.name.count)"))
                lines += block(member.value, indent: indent + Int.random(in: 1...4, using: &random))
            case .list(let items) where !items.isEmpty && Bool.random(using: &random):
                lines.append(key)
                lines += items.map { blanks + oneOf("- ", "  - ") .replacing("  - ", with: "- ") + $0.json }
            case .text(let text): lines += scalar(key, text, indent)
            default: lines.append(key + " " + flow(member.value))
            }
        }
        return lines
    }

    private mutating func key(_ name: String) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: "\"\(name)\""
        case 1: "'\(name)'"
        default: name.contains(" ") ? "\"\(name)\"" : name
        }
    }

    private mutating func scalar(_ key: String, _ text: String, _ indent: Int) -> [String] {
        let deeper = String(repeating: " ", count: indent + 2)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return [key + " '" + text.replacing("'", with: "''") + "'" + oneOf("", "  # why")]
        case 1: return [key + " |-", deeper + text]
        // The line ends that this keeps would make it another pipeline's name.
        case 2 where !text.contains(":image-pipeline/"): return [key + " >+", deeper + text, ""]
        case 3: return [key, deeper + DataValue.text(text).json + oneOf("", " # on a line of its own")]
        case 4: return [key + " !!str " + DataValue.text(text).json]
        default: return [key + " " + DataValue.text(text).json + oneOf("", "", " # why")]
        }
    }

    private mutating func flow(_ value: DataValue) -> String {
        guard case .object = value, !value.isEmpty else { return value.json }
        let json = value.json
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return json.dropLast() + " , }"
        case 1: return json.replacing(", ", with: ",\n        ")
        default: return json
        }
    }
}

extension WrittenRequests {
    /// A state with some of the settings, some of them in part.
    mutating func state() -> DataValue {
        var state = Pipelines.state(
            Pipelines.request.dropFirst()
                + Pipelines.settings.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }.map { ($0.member, $0.value) })
        for inner in Pipelines.innerSettings where Int.random(in: 0..<4, using: &random) == 0 {
            state = state.without("imagePipeline." + inner.member)
        }
        return state
    }
}
