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
    static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions(present: [0]) }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let list = structure[0]
        guard list.itemCount > Int(site.word) else { return }
        let name = site.text(0)
        for surplus in structure.rows(0) where surplus.index == Int(site.word) {
            verdicts.report(
                Problem.tooMany, at: .value(surplus.slot.place),
                member: "/" + name.pointerPath + "/" + String(surplus.index),
                message: site.template(Problem.tooMany).map {
                    MessageTemplate.fill($0, value: String(list.itemCount), member: name)
                } ?? "`\(name)` has \(list.itemCount) items; at most \(site.word) are allowed. Remove \(list.itemCount - Int(site.word)).")
        }
    }
}

/// A list names each value once. Parameters: `member`, `by` (a member of its items, or absent for texts), `message`.
enum UniqueItems: StructureCheck {
    enum Problem: String, CheckProblem {
        case twice
    }

    static let name = "unique"
    static let problems = Problem.names

    /// Lists up to this size are compared pair by pair, which needs no memory.
    private static let smallList = 32

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["member", "by"])
        let list = try parameters.text("member")
        return CompiledParameters(texts: [list, parameters["by"].first ?? ""])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] {
        let by = parameters.texts[1]
        return [parameters.texts[0] + "[]" + (by.isEmpty ? "" : "." + by)]
    }

    static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions(present: [0]) }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let rows = structure.rows(0)
        guard rows.count > 1 else { return }
        if rows.count > smallList { return judgeLarge(structure, in: site, &verdicts) }
        for row in rows {
            let slot = structure[0, row]
            for earlier in rows {
                guard earlier.index < row.index else { break }
                let first = structure[0, earlier]
                guard slot.equals(first) else { continue }
                report(slot, row.index, first.place, site, &verdicts)
                break
            }
        }
    }

    private static func judgeLarge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        var seen: [[UInt8]: Place] = [:]
        for row in structure.rows(0) {
            let slot = structure[0, row]
            // By bytes: Swift takes texts for equal that the service tells apart.
            guard let text = slot.text.map({ Array($0.utf8) }) else { continue }
            if let first = seen[text] {
                report(slot, row.index, first, site, &verdicts)
            } else {
                seen[text] = slot.place
            }
        }
    }

    private static func report(
        _ slot: Slot, _ index: Int, _ first: Place, _ site: borrowing CheckSite,
        _ verdicts: inout Verdicts
    ) {
        let list = site.text(0)
        let by = site.text(1)
        let path = list.pointerPath + "/\(index)" + (by.isEmpty ? "" : "/" + by.pointerPath)
        let text = slot.words
        verdicts.report(
            Problem.twice, at: .value(slot.place), member: "/" + path,
            message: site.template(Problem.twice).map {
                MessageTemplate.fill($0, value: text, member: by)
            } ?? "`\(text)` stands twice in `\(list)`. Remove one of them.",
            related: [RelatedSpot("It stands here first.", .value(first))])
    }
}

/// Every text of a list matches a pattern of the page's own. Parameters: `member`, `pattern`, `message`.
enum ItemPattern: StructureCheck {
    enum Problem: String, CheckProblem {
        case mismatch
    }

    static let name = "item-pattern"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["member", "pattern"])
        let pattern = try TextPattern.pattern(parameters)
        return CompiledParameters(texts: [try parameters.text("member"), pattern], pattern: pattern)
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { [parameters.texts[0] + "[]"] }
    static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions(present: [0]) }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        for row in structure.rows(0) where row.slot.isText {
            switch site.match(row.slot.bytes) {
            case .match: continue
            case .gaveUp: verdicts.giveUp(at: .value(row.slot.place), on: site.text(1))
            case .noMatch:
                let value = row.slot.text ?? ""
                let list = site.text(0)
                verdicts.report(
                    Problem.mismatch, at: .value(row.slot.place),
                    member: "/" + list.pointerPath + "/\(row.index)",
                    message: site.template(Problem.mismatch).map {
                        MessageTemplate.fill($0, value: value, member: list)
                    } ?? "`\(ShapeMessages.clipped(value))` does not match `\(site.text(1))`. Write a value of that form.")
            }
        }
    }
}
