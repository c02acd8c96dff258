// The words of the Judge's own findings: what is wrong (with the value), why, and what to do.

/// Builds messages about shapes. Only called for findings, so nothing here is hot.
package enum ShapeMessages {
    static func required(
        _ name: String, of shape: ShapeRecord, member: MemberRecord, _ registry: Registry
    ) -> Words {
        let type = registry.shapes[Int(member.shape)].type
        let wanted = type == .string && name.hasSuffix("Arn") ? "an ARN" : article(type)
        return "`\(name)` is missing; \(owner(shape, registry)) requires it. Add `\(name)` with \(wanted)."
    }

    static func duplicateKey(_ name: String) -> Words {
        "`\(name)` stands twice in one object; most readers keep only the last and say nothing. Remove one of them."
    }

    static func unavailableMember(
        _ name: String, of shape: ShapeRecord, _ registry: Registry, _ naming: any Naming
    ) -> Words {
        "`\(clipped(name))` exists in the API and not in \(owner(shape, registry)), as far as this version knows. \(naming.adviceOnUnavailable)"
    }

    static func size(_ count: Int, _ shape: ShapeRecord, _ subject: String) -> Words {
        let what = shape.type == .map ? "entries" : "items"
        let advice = count > shape.maximum && shape.has(ShapeRecord.hasMaximum)
            ? "Remove \(count - Int(shape.maximum))."
            : count == 0 ? "Add at least \(shape.minimum), or leave the member out." : "Add at least \(Int(shape.minimum) - count)."
        return "\(subject) has \(count) \(what); the service takes \(bounds(shape)). \(advice)"
    }

    static func length(_ count: Int, _ shape: ShapeRecord, _ subject: String) -> Words {
        if count == 0 {
            return "\(subject) is empty; the service takes \(bounds(shape)) characters. Write a text, or leave the member out."
        }
        let advice = shape.has(ShapeRecord.hasMaximum) && count > shape.maximum
            ? "Shorten it by \(count - Int(shape.maximum))."
            : "Write at least \(shape.minimum)."
        return "\(subject) has \(count) character\(count == 1 ? "" : "s"); the service takes \(bounds(shape)). \(advice)"
    }

    static func range(_ value: String, _ shape: ShapeRecord, _ subject: String) -> Words {
        "\(subject) is \(value); the service takes \(bounds(shape)). Write a number in that range."
    }

    static func enumeration(
        _ value: String, _ shape: ShapeRecord, _ member: String?, _ registry: Registry
    ) -> (message: Words, replacement: String?) {
        let values = shape.values.indices.map { registry.text.string(registry.textList[$0]) }
        if let same = values.first(where: { $0.lowercased() == value.lowercased() }) {
            return (
                "`\(value)` differs from `\(same)` in case only, and the service tells them apart. Write `\(same)`.",
                same
            )
        }
        let near = Spelling.nearest(to: value, among: values)
        let advice = near.map { "Did you mean `\($0)`?" } ?? "Choose one of them."
        return (
            "`\(clipped(value))` is not a value of \(subject(member)); the service takes \(list(values)). \(advice)",
            near
        )
    }

    /// A map's key that is no text, as YAML can have them.
    static func keyType(_ kind: ValueKind, _ value: String, _ member: String?) -> Words {
        "A key of \(subject(member)) is \(describe(kind, value)); the service takes texts as keys. Put it into quotes."
    }

    static func pattern(
        _ value: String, _ member: String?, _ pattern: String, isKey: Bool
    ) -> Words {
        let what = isKey ? "The key `\(clipped(value))`" : "`\(clipped(value))`"
        let whose = isKey ? "keys of \(subject(member))" : subject(member)
        return "\(what) does not match what the service takes for \(whose): `\(pattern)`. Write a value of that form."
    }

    /// Whether a value of the kind can be one of the type.
    private static func fits(_ kind: ValueKind, _ type: ShapeType) -> Bool {
        switch kind {
        case .object: type == .structure || type == .map
        case .string: type == .string
        case .integer: type == .integer || type == .long
        case .number: type == .float
        case .boolean: type == .boolean
        case .array, .timestamp, .null, .unknown, .alternatives: false
        }
    }

    /// A repair of a value of the wrong type.
    enum Change {
        case literal(String)
        case list
    }

    static func type(
        _ kind: ValueKind, _ value: String, _ shape: ShapeRecord, _ subject: String,
        _ registry: Registry
    ) -> (message: Words, change: Change?) {
        let found = describe(kind, value)
        let wanted = article(shape.type)
        if kind == .null {
            return (
                "\(subject) is null; the API's clients refuse null where \(wanted) belongs. Leave the member out.",
                nil
            )
        }
        switch shape.type {
        case .list:
            if fits(kind, registry.shapes[Int(shape.element)].type) {
                return ("\(subject) is \(found); the service takes a list. Put it into brackets.", .list)
            }
        case .integer, .long:
            if let whole = wholeNumber(kind, value) {
                return (
                    "\(subject) is \(found); the service takes a whole number. Write \(whole).",
                    .literal(whole)
                )
            }
        case .boolean:
            let lower = value.lowercased()
            if kind == .string && (lower == "true" || lower == "false") {
                return (
                    "\(subject) is \(found); the service takes a boolean. Write \(lower) without quotes.",
                    .literal(lower)
                )
            }
        case .string where kind == .integer || kind == .number || kind == .boolean || kind == .timestamp:
            return (
                "\(subject) is \(found); the service takes a text. Put it into quotes.",
                .literal("\"\(value)\"")
            )
        default: break
        }
        return ("\(subject) is \(found); the service takes \(wanted). Write \(wanted).", nil)
    }

    // MARK: Parts

    private static func wholeNumber(_ kind: ValueKind, _ value: String) -> String? {
        switch kind {
        case .number:
            let parts = value.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].allSatisfy({ $0 == "0" }), Int64(parts[0]) != nil
            else { return nil }
            return String(parts[0])
        case .string: return Int64(value).map { String($0) }
        default: return nil
        }
    }

    private static func describe(_ kind: ValueKind, _ value: String) -> String {
        switch kind {
        case .object: "an object"
        case .array: "a list"
        case .string: "the text \"\(clipped(value))\""
        case .integer, .number: "the number \(clipped(value))"
        case .boolean: "the boolean \(value)"
        case .null: "null"
        case .timestamp: "the date \(clipped(value))"
        case .unknown, .alternatives: "unknown"
        }
    }

    static func article(_ type: ShapeType) -> String {
        switch type {
        case .structure, .map: "an object"
        case .list: "a list"
        case .string, .blob: "a text"
        case .integer, .long: "a whole number"
        case .boolean: "true or false"
        case .float: "a number"
        case .timestamp: "a time"
        }
    }

    private static func subject(_ member: String?) -> String {
        member.map { "`\($0)`" } ?? "The value"
    }

    /// `UpdateImagePipelineRequest` is called by its operation.
    static func owner(_ shape: ShapeRecord, _ registry: Registry) -> String {
        let name = registry.text.string(shape.name)
        return name.hasSuffix("Request") ? String(name.dropLast("Request".count)) : "`\(name)`"
    }

    static func bounds(_ shape: ShapeRecord) -> String {
        switch (shape.has(ShapeRecord.hasMinimum), shape.has(ShapeRecord.hasMaximum)) {
        case (true, true) where shape.minimum == shape.maximum: "exactly \(shape.minimum)"
        case (true, true): Words("\(shape.minimum) to \(shape.maximum)").text
        case (true, false): "\(shape.minimum) or more"
        case (false, true): "at most \(shape.maximum)"
        case (false, false): "any number"
        }
    }

    package static func list(_ names: [String]) -> String {
        guard !names.isEmpty else { return "nothing" }
        // As bytes, because appending a short text to a long one takes several times as long.
        var text: [UInt8] = []
        text.reserveCapacity(names.reduce(0) { $0 + $1.utf8.count + 7 })
        for (number, name) in names.enumerated() {
            if number > 0 { text.append(contentsOf: (number == names.count - 1 ? " and " : ", ").utf8) }
            text.append(UInt8(ascii: "`"))
            text.append(contentsOf: name.utf8)
            text.append(UInt8(ascii: "`"))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Long values are cut, so that a message stays readable.
    package static func clipped(_ value: String) -> String {
        // No text has more characters than bytes, and these need not be looked for.
        value.utf8.count <= 120 || value.count <= 120 ? value : String(value.prefix(117)) + "..."
    }
}

extension Span<UInt8> {
    /// The text, for messages: a long one is cut.
    package var clipped: String { ShapeMessages.clipped(string) }
}
