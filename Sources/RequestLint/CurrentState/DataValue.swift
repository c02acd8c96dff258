/// A value as data, free of its place and its spelling: for comparing a request with a current state, and for writing
/// one into the other.
package indirect enum DataValue: Sendable, Hashable {
    case null
    /// It is there, and what it is can't be known from the source.
    case unknown
    case boolean(Bool)
    case integer(Int64)
    /// A number with a fraction or an exponent, as it is written.
    case number(String)
    case text(String)
    case list([DataValue])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: DataValue

        package init(_ name: String, _ value: DataValue) {
            self.name = name
            self.value = value
        }
    }

    package var isNull: Bool { self == .null }

    /// Nothing: null, and a list or an object without content.
    package var isEmpty: Bool {
        switch self {
        case .null: true
        case .list(let items): items.isEmpty
        case .object(let members): members.isEmpty
        default: false
        }
    }

    package subscript(name: String) -> DataValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// Whether both mean the same: the order of an object's members does not matter.
    package func isSame(as other: DataValue) -> Bool {
        switch (self, other) {
        case (.unknown, _), (_, .unknown): return false
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            return left.allSatisfy { member in other[member.name].map { member.value.isSame(as: $0) } ?? false }
        default: return self == other
        }
    }

    /// A value as a message names it: a text without quotes unless it needs some, anything else as JSON.
    package var words: String {
        guard case .text(let text) = self, !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 })
        else { return json }
        return text
    }

    // MARK: JSON

    /// The value as JSON in one line.
    package var json: String { json(separator: ", ", colon: ": ") }

    /// The value as JSON without line breaks.
    package func json(separator: String, colon: String) -> String {
        func inner(_ value: DataValue) -> String { value.json(separator: separator, colon: colon) }
        switch self {
        case .list(let items):
            return "[" + items.map(inner).joined(separator: separator) + "]"
        case .object(let members):
            let texts = members.map { Self.quoted($0.name) + colon + inner($0.value) }
            return "{" + texts.joined(separator: separator) + "}"
        default: return scalar
        }
    }

    /// The value as JSON over several lines; the first has no indent of its own.
    /// - Parameters:
    ///   - indent: what stands in front of the line on which the value starts.
    ///   - unit: what each level adds.
    package func json(indent: String, unit: String, newline: String) -> String {
        let deeper = indent + unit
        let parts: [String]
        let brackets: (String, String)
        switch self {
        case .list(let items) where !items.isEmpty:
            parts = items.map { $0.json(indent: deeper, unit: unit, newline: newline) }
            brackets = ("[", "]")
        case .object(let members) where !members.isEmpty:
            parts = members.map {
                Self.quoted($0.name) + ": " + $0.value.json(indent: deeper, unit: unit, newline: newline)
            }
            brackets = ("{", "}")
        default: return json
        }
        return brackets.0 + newline + deeper + parts.joined(separator: "," + newline + deeper) + newline + indent
            + brackets.1
    }

    /// A value that is no list and no object, as JSON.
    package var scalar: String {
        switch self {
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let text): Double(text).map { $0.isFinite ? "\($0)" : Self.quoted(text) } ?? Self.quoted(text)
        case .text(let text): Self.quoted(text)
        case .null, .unknown, .list, .object: "null"
        }
    }

    /// A text in double quotes, as JSON and YAML both read it.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // YAML ends lines at the last three, and allows no other control character.
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value),
                "\u{2028}", "\u{2029}", "\u{FEFF}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension DataValue {
    /// Reads a value with a cursor. Keys that stand twice count once, the last of them, as most readers have it.
    package init<C: Cursor>(_ place: Place, _ cursor: inout C) {
        switch cursor.kind(of: place) {
        case .object:
            var members: [Member] = []
            var numbers: [String: Int] = [:]
            var iteration = cursor.members(of: place)
            while let (key, value) = cursor.nextMember(&iteration) {
                let member = Member(cursor.string(of: key), DataValue(value, &cursor))
                if let number = numbers[member.name] {
                    members[number] = member
                } else {
                    numbers[member.name] = members.count
                    members.append(member)
                }
            }
            self = .object(members)
        case .array:
            var items: [DataValue] = []
            var iteration = cursor.items(of: place)
            while let item = cursor.nextItem(&iteration) { items.append(DataValue(item, &cursor)) }
            self = .list(items)
        case .string, .timestamp: self = .text(cursor.string(of: place))
        case .integer: self = .integer(IntegerText.value(Array(cursor.string(of: place).utf8).span))
        case .number: self = .number(cursor.string(of: place))
        case .boolean: self = .boolean(BooleanText.value(Array(cursor.string(of: place).utf8).span))
        case .null: self = .null
        case .unknown, .alternatives: self = .unknown
        }
    }
}

extension Cursor {
    /// The decoded text of a scalar or key.
    func string(of place: Place) -> String {
        let location = text(of: place)
        let bytes = location.isDecoded ? decoded : source
        return String(decoding: bytes[location.start..<location.start + location.count], as: UTF8.self)
    }

    /// The value of an object's member; nil where it has none of that name. The last of several counts, as most readers have it.
    mutating func member(_ name: String, of object: Place) -> Place? {
        guard kind(of: object) == .object else { return nil }
        var iteration = members(of: object)
        var found: Place?
        while let (key, value) = nextMember(&iteration) {
            if string(of: key) == name { found = value }
        }
        return found
    }
}
