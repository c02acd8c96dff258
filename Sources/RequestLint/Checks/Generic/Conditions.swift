// What pages say of members, for the checks `requires` and `forbids`:
//
//     executionRole                    it is there; an empty list says nothing, so it is not
//     no containerRecipeArn            it is not there
//     imageScanningEnabled = true      it is there and says this: a text, true or false
//     imageScanningTypes[] = ON_DEMAND one item of the list says this

/// Whether a condition holds, as far as the request tells.
enum Truth {
    case yes, no, unknown
}

/// Conditions as texts: a path and a value each, and the kind of each in the word that `CompiledParameters` has.
struct Conditions {
    enum Kind: UInt64 {
        case isThere, isNotThere, isText, isTrue, isFalse
    }

    /// A condition takes so many bits of the word; the lowest say how many conditions are the `if`.
    private static let bits: UInt64 = 4
    private static let most = 14

    private(set) var texts: [String] = []
    private(set) var word: UInt64 = 0
    private var count: UInt64 = 0

    /// Reads the conditions of the keys `if` and `then` (or `not`); there may be no `if`.
    static func compile(
        _ parameters: CheckParameters, _ consequence: String
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["if", consequence])
        guard !parameters[consequence].isEmpty else {
            throw ParameterError("The check needs `\(consequence)` with a condition. Add it to the page.", key: consequence)
        }
        guard parameters["if"].count + parameters[consequence].count <= most else {
            throw ParameterError("The check takes at most \(most) conditions. Make two pages of this one.", key: consequence)
        }
        var conditions = Conditions()
        conditions.word = UInt64(parameters["if"].count)
        for text in parameters["if"] + parameters[consequence] { try conditions.add(text) }
        return CompiledParameters(word: conditions.word, texts: conditions.texts)
    }

    private mutating func add(_ text: String) throws(ParameterError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let isNegated = text.hasPrefix("no ")
        let path = (isNegated ? parts[0].dropFirst(3) : parts[0]).trimmed
        let value = parts.count == 2 ? parts[1].trimmed : ""
        guard !path.isEmpty, !path.contains(" "), parts.count == 1 || (!isNegated && !value.isEmpty) else {
            throw ParameterError("`\(text)` is no condition. Write `member`, `no member` or `member = value`.")
        }
        let kind: Kind =
            if isNegated { .isNotThere } else if parts.count == 1 { .isThere } else {
                switch value {
                case "true": .isTrue
                case "false": .isFalse
                default: .isText
                }
            }
        count += 1
        word |= kind.rawValue << (count * Self.bits)
        texts += [path, value]
    }

    /// The paths, which are the slots of a check.
    static func slots(_ parameters: CompiledParameters) -> [String] {
        stride(from: 0, to: parameters.texts.count, by: 2).map { parameters.texts[$0] }
    }

    // MARK: Asking

    /// The numbers of the conditions that are the `if`.
    static func given(_ site: borrowing CheckSite) -> Range<Int> { 0..<Int(site.word & 15) }

    /// Whether all conditions of the `if` hold.
    static func allGiven(_ structure: borrowing Structure, _ site: borrowing CheckSite) -> Bool {
        for number in given(site) where answer(number, structure, site).truth != .yes { return false }
        return true
    }

    /// - Returns: whether a condition holds, and the item of its list that makes it hold.
    static func answer(
        _ number: Int, _ structure: borrowing Structure, _ site: borrowing CheckSite
    ) -> (truth: Truth, row: Row?) {
        let kind = kind(number, site)
        guard structure.isInList(number) else {
            return (truth(of: structure[number], kind, number, structure.isComplete, site), nil)
        }
        let list = structure.list(number)
        guard list.isPresent else {
            return (truth(of: list, kind, number, structure.isComplete, site), nil)
        }
        var isUncertain = !list.isComplete
        for row in structure.rows(number) {
            switch truth(of: structure[number, row], kind, number, list.isComplete, site) {
            case .yes: return (.yes, row)
            case .unknown: isUncertain = true
            case .no: break
            }
        }
        return (isUncertain ? .unknown : .no, nil)
    }

    private static func kind(_ number: Int, _ site: borrowing CheckSite) -> Kind { kind(number, in: site.word) }

    private static func kind(_ number: Int, in word: UInt64) -> Kind {
        Kind(rawValue: word >> (UInt64(number + 1) * bits) & 15) ?? .isThere
    }

    /// What has to be there for the `if` to hold.
    static func preconditions(_ parameters: CompiledParameters) -> Preconditions {
        let given = 0..<Int(parameters.word & 15)
        return Preconditions(present: given.filter { needsPresence($0, parameters) })
    }

    /// The same, where the other conditions are forbidden.
    static func preconditions(forbidding parameters: CompiledParameters) -> Preconditions {
        let given = preconditions(parameters).present
        let forbidden = Int(parameters.word & 15)..<parameters.texts.count / 2
        // One of several is enough.
        guard forbidden.count == 1, needsPresence(forbidden.lowerBound, parameters) else { return Preconditions(present: given) }
        return Preconditions(present: given + [forbidden.lowerBound])
    }

    /// The same, where the other conditions are required.
    static func preconditions(requiring parameters: CompiledParameters) -> Preconditions {
        let given = preconditions(parameters).present
        let required = Int(parameters.word & 15)..<parameters.texts.count / 2
        // Each is reported for itself, so that none may be there where there are several.
        guard required.count == 1, kind(required.lowerBound, in: parameters.word) == .isThere else {
            return Preconditions(present: given)
        }
        return Preconditions(present: given, missing: [required.lowerBound])
    }

    /// Whether a condition holds of something only that is there: an empty list counts as not being there.
    private static func needsPresence(_ number: Int, _ parameters: CompiledParameters) -> Bool {
        kind(number, in: parameters.word) != .isNotThere
    }

    private static func truth(
        of slot: Slot, _ kind: Kind, _ number: Int, _ isComplete: Bool, _ site: borrowing CheckSite
    ) -> Truth {
        switch slot.presence {
        case .unknown, .maybe: return .unknown
        case .absent:
            guard isComplete else { return .unknown }
            return kind == .isNotThere ? .yes : .no
        case .present: break
        }
        switch kind {
        case .isThere: return slot.isEmptyList ? .no : .yes
        case .isNotThere: return slot.isEmptyList ? .yes : .no
        case .isTrue: return slot.boolean == true ? .yes : .no
        case .isFalse: return slot.boolean == false ? .yes : .no
        case .isText where slot.isAssumed: return .unknown
        case .isText:
            return site.text(number * 2 + 1, equals: slot.bytes) ? .yes : .no
        }
    }

    // MARK: Telling

    /// A condition's member as a page writes it.
    static func name(_ number: Int, _ site: borrowing CheckSite) -> String {
        let path = site.text(number * 2)
        return path.hasSuffix("[]") ? String(path.dropLast(2)) : path
    }

    /// Where a condition that holds is to be seen: the member's key, or the value where that matters.
    static func spot(
        _ number: Int, _ structure: borrowing Structure, _ site: borrowing CheckSite
    ) -> Spot {
        let kind = kind(number, site)
        if kind == .isNotThere { return .structure(structure.place) }
        let slot = slot(number, structure, site)
        return kind == .isThere ? .key(slot.place) : .value(slot.place)
    }

    /// The value that a condition looks at.
    static func slot(
        _ number: Int, _ structure: borrowing Structure, _ site: borrowing CheckSite
    ) -> Slot {
        guard structure.isInList(number) else { return structure[number] }
        guard let row = answer(number, structure, site).row else { return structure.list(number) }
        return structure[number, row]
    }

    /// The tail of the pointer to what a condition looks at.
    static func pointer(
        _ number: Int, _ structure: borrowing Structure, _ site: borrowing CheckSite
    ) -> String {
        let index = answer(number, structure, site).row?.index
        let parts = site.text(number * 2).split(separator: ".").map { part in
            guard part.hasSuffix("[]") else { return String(part) }
            return part.dropLast(2) + (index.map { "/\($0)" } ?? "")
        }
        return "/" + parts.joined(separator: "/")
    }
}

/// Where some conditions hold, others have to hold too. Parameters: `if` (may be left out), `then`, `message`.
enum RequiresMember: StructureCheck {
    enum Problem: String, CheckProblem {
        case missing
    }

    static let name = "requires"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try Conditions.compile(parameters, "then")
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { Conditions.slots(parameters) }
    static func preconditions(_ parameters: CompiledParameters) -> Preconditions {
        Conditions.preconditions(requiring: parameters)
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard Conditions.allGiven(structure, site) else { return }
        let given = Conditions.given(site)
        for number in given.upperBound..<structure.slotCount {
            guard Conditions.answer(number, structure, site).truth == .no else { continue }
            let wanted = Conditions.slot(number, structure, site)
            let name = Conditions.name(number, site)
            let first = given.isEmpty ? nil : Conditions.slot(0, structure, site)
            verdicts.report(
                Problem.missing,
                at: given.isEmpty
                    ? .structure(structure.place) : Conditions.spot(0, structure, site),
                member: Conditions.pointer(given.isEmpty ? number : 0, structure, site),
                message: site.template(Problem.missing).map {
                    MessageTemplate.fill($0, value: first?.words ?? "", member: name)
                } ?? "`\(name)` is missing here. Add `\(name)`.",
                related: wanted.isPresent
                    ? [RelatedSpot("`\(name)` stands here.", .value(wanted.place))] : [])
        }
    }
}

/// Where some conditions hold, others must not. Parameters: `if` (may be left out), `not`, `message`.
enum ForbidsMember: StructureCheck {
    enum Problem: String, CheckProblem {
        case together
    }

    static let name = "forbids"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try Conditions.compile(parameters, "not")
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { Conditions.slots(parameters) }
    static func preconditions(_ parameters: CompiledParameters) -> Preconditions {
        Conditions.preconditions(forbidding: parameters)
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard Conditions.allGiven(structure, site) else { return }
        let given = Conditions.given(site)
        for number in given.upperBound..<structure.slotCount {
            guard Conditions.answer(number, structure, site).truth == .yes else { continue }
            let found = Conditions.slot(number, structure, site)
            let name = Conditions.name(number, site)
            let related: RelatedSpot? = given.isEmpty
                ? nil
                : RelatedSpot(
                    "`\(Conditions.name(0, site))` stands here.",
                    Conditions.spot(0, structure, site))
            verdicts.report(
                Problem.together, at: Conditions.spot(number, structure, site),
                member: Conditions.pointer(number, structure, site),
                message: site.template(Problem.together).map {
                    MessageTemplate.fill($0, value: found.words, member: name)
                } ?? "`\(name)` has no place here. Remove it.",
                related: related.map { [$0] } ?? [])
        }
    }
}
