/// The checks that every service has; what they look at comes from the rule page.
enum GenericChecks {
    static let all: [any Check.Type] = [
        ExactlyOneOf.self, RequiresMember.self, ForbidsMember.self, AtMostItems.self, TextPattern.self,
        DeprecatedValue.self, UniqueItems.self,
    ]
}

/// Puts values into a page's `message:`.
enum MessageTemplate {
    static func fill(_ template: String, value: String, member: String) -> String {
        var result = ""
        var rest = Substring(template)
        while let brace = rest.firstIndex(of: "{") {
            result += rest[..<brace]
            rest = rest[brace...]
            if rest.hasPrefix("{value}") {
                result += ShapeMessages.clipped(value)
                rest = rest.dropFirst("{value}".count)
            } else if rest.hasPrefix("{member}") {
                result += member
                rest = rest.dropFirst("{member}".count)
            } else {
                result += "{"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}

/// Of some members, exactly one has to be there. Parameter: `members`.
enum ExactlyOneOf: StructureCheck {
    enum Problem: String, CheckProblem {
        case none, several
    }

    static let name = "exactly-one-of"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["members"])
        guard parameters["members"].count >= 2 else {
            throw ParameterError("`members` names at least two members. Add them.")
        }
        return CompiledParameters(texts: parameters["members"])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { parameters.texts }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        var present: [Int] = []
        var mayBeThere = false
        for slot in 0..<structure.slotCount {
            switch structure[slot].presence {
            case .present: present.append(slot)
            case .unknown, .maybe: mayBeThere = true
            case .absent: break
            }
        }
        if present.isEmpty {
            guard !mayBeThere, structure.isComplete else { return }
            let names = ShapeMessages.list(site.texts)
            verdicts.report(
                Problem.none, at: .structure(structure.place),
                message: site.template(Problem.none)
                    ?? "None of \(names) is there; exactly one is needed. Add one of them.")
        } else if present.count > 1 {
            let names = site.texts
            let second = structure[present[1]].place
            let listed = ShapeMessages.list(present.map { names[$0] })
            verdicts.report(
                Problem.several, at: .key(second), member: "/" + names[present[1]],
                message: site.template(Problem.several)
                    ?? "\(listed) stand together; exactly one is allowed. Remove all but one.",
                related: present.enumerated().filter { $0.offset != 1 }.map {
                    RelatedSpot("`\(names[$0.element])` stands here.", .key(structure[$0.element].place))
                })
        }
    }
}

/// Where one member is there, another has to be there too. Parameters: `if`, `then`, `message`.
enum RequiresMember: StructureCheck {
    enum Problem: String, CheckProblem {
        case missing
    }

    static let name = "requires"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["if", "then"])
        return CompiledParameters(texts: [try parameters.text("if"), try parameters.text("then")])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { parameters.texts }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let given = structure[0]
        guard given.isPresent, structure[1].isAbsent, structure.isComplete else { return }
        let names = site.texts
        verdicts.report(
            Problem.missing, at: .key(given.place), member: "/" + names[0].pointerPath,
            message: site.template(Problem.missing).map {
                MessageTemplate.fill($0, value: given.text ?? "", member: names[0])
            } ?? "`\(names[0])` needs `\(names[1])` beside it, and it is missing. Add `\(names[1])`.")
    }
}

/// Where one member is there, another has no place. Parameters: `if`, `not`, `message`.
enum ForbidsMember: StructureCheck {
    enum Problem: String, CheckProblem {
        case together
    }

    static let name = "forbids"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["if", "not"])
        return CompiledParameters(texts: [try parameters.text("if"), try parameters.text("not")])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { parameters.texts }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let given = structure[0]
        let other = structure[1]
        guard given.isPresent, other.isPresent else { return }
        let names = site.texts
        verdicts.report(
            Problem.together, at: .key(other.place), member: "/" + names[1].pointerPath,
            message: site.template(Problem.together).map {
                MessageTemplate.fill($0, value: other.text ?? "", member: names[1])
            } ?? "`\(names[1])` has no place beside `\(names[0])`. Remove one of them.",
            related: [RelatedSpot("`\(names[0])` stands here.", .key(given.place))])
    }
}

/// A list has at most so many items. Parameters: `member`, `most`, `message`.
enum AtMostItems: StructureCheck {
    enum Problem: String, CheckProblem {
        case tooMany = "too-many"
    }

    static let name = "at-most"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["member", "most"])
        return CompiledParameters(
            word: UInt64(max(0, try parameters.number("most"))), texts: [try parameters.text("member")])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { parameters.texts }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let list = structure[0]
        guard list.itemCount > Int(site.word) else { return }
        let name = site.texts[0]
        let surplus = structure.rows(0)[Int(site.word)]
        verdicts.report(
            Problem.tooMany, at: .value(surplus.slot.place),
            member: "/" + name.pointerPath + "/" + String(surplus.index),
            message: site.template(Problem.tooMany).map {
                MessageTemplate.fill($0, value: String(list.itemCount), member: name)
            } ?? "`\(name)` has \(list.itemCount) items; at most \(site.word) are allowed. Remove \(list.itemCount - Int(site.word)).")
    }
}

/// A list names each value once. Parameters: `member`, `by` (a member of its items, or absent for texts), `message`.
enum UniqueItems: StructureCheck {
    enum Problem: String, CheckProblem {
        case twice
    }

    static let name = "unique"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["member", "by"])
        let list = try parameters.text("member")
        return CompiledParameters(texts: [list, parameters["by"].first ?? ""])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] {
        let by = parameters.texts[1]
        return [parameters.texts[0], parameters.texts[0] + "[]" + (by.isEmpty ? "" : "." + by)]
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard structure[0].itemCount > 1 else { return }
        let names = site.texts
        var seen: [String: Place] = [:]
        for row in structure.rows(0) {
            let slot = names[1].isEmpty ? row.slot : structure[1, row]
            guard let text = slot.text else { continue }
            if let first = seen[text] {
                let path = names[0].pointerPath + "/\(row.index)" + (names[1].isEmpty ? "" : "/" + names[1])
                verdicts.report(
                    Problem.twice, at: .value(slot.place), member: "/" + path,
                    message: site.template(Problem.twice).map {
                        MessageTemplate.fill($0, value: text, member: names[1])
                    } ?? "`\(text)` stands twice in `\(names[0])`. Remove one of them.",
                    related: [RelatedSpot("It stands here first.", .value(first))])
            } else {
                seen[text] = slot.place
            }
        }
    }
}

/// A text matches a pattern of the page's own. Parameters: `pattern`, `message`.
enum TextPattern: TextCheck {
    enum Problem: String, CheckProblem {
        case mismatch
    }

    static let name = "pattern"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["pattern"])
        let pattern = PatternCompiler.rewritten(try parameters.text("pattern"))
        if let mistake = PatternCompiler.mistake(in: pattern) {
            throw ParameterError("The pattern does not compile: \(mistake). Correct it.")
        }
        return CompiledParameters(texts: [pattern], pattern: pattern)
    }

    static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        switch site.match(text) {
        case .match: return
        case .gaveUp: return verdicts.giveUp(at: .value(verdicts.place), on: site.texts[0])
        case .noMatch: break
        }
        let value = text.string
        verdicts.report(
            Problem.mismatch, at: 0..<text.count,
            message: site.template(Problem.mismatch).map {
                MessageTemplate.fill($0, value: value, member: "")
            } ?? "`\(ShapeMessages.clipped(value))` does not match `\(site.texts[0])`. Write a value of that form.")
    }
}

/// A value that is not to be used any more. Parameters: `values`, `message`.
enum DeprecatedValue: TextCheck {
    enum Problem: String, CheckProblem {
        case used
    }

    static let name = "deprecated-value"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["values"])
        guard !parameters["values"].isEmpty else {
            throw ParameterError("`values` names at least one value. Add it.")
        }
        return CompiledParameters(texts: parameters["values"])
    }

    static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard site.texts(contain: text) else { return }
        let value = text.string
        verdicts.report(
            Problem.used, at: 0..<text.count,
            message: site.template(Problem.used).map {
                MessageTemplate.fill($0, value: value, member: "")
            } ?? "`\(value)` is not to be used any more. Choose another value.")
    }
}

extension String {
    /// A path of members as a pointer's tail.
    fileprivate var pointerPath: String {
        split(separator: ".").joined(separator: "/")
    }
}
