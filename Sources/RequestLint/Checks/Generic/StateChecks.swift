// Checks that compare an update, which replaces a resource as a whole, with what the resource is like now. They find
// nothing in a run without a current state.

/// What the resource has now stays, unless the request says otherwise. A member that is left out is reported where the
/// object that holds it is there, so that each loss is told once. Parameters: `members` (paths), `message`, in which
/// `{value}` is what it is now, `{default}` what it becomes, and `{line}` what to add.
enum KeepsMembers: StructureCheck {
    enum Problem: String, CheckProblem {
        case lost
    }

    static let name = "keeps"
    static let problems = Problem.names
    static let comparesState = true

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["members"])
        guard !parameters["members"].isEmpty else {
            throw ParameterError("`members` names at least one member. Add it.", key: "members")
        }
        return CompiledParameters(texts: parameters["members"])
    }

    /// Each member and, behind it, the object that holds it; the member again where the request itself does.
    static func slots(_ parameters: CompiledParameters) -> [String] {
        parameters.texts.flatMap { [$0, MemberPath($0).holder ?? $0] }
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard case .same(let state) = site.standing, structure.isComplete else { return }
        for (number, path) in site.texts.enumerated() where structure[number * 2].isAbsent {
            var holder = structure.place
            let path = MemberPath(path)
            if path.holder != nil {
                let slot = structure[number * 2 + 1]
                guard slot.isPresent, slot.kind == .object else { continue }
                holder = slot.place
            }
            guard let loss = state.loss(of: path.text) else { continue }
            verdicts.report(
                Problem.lost, at: .structure(holder), member: path.pointer,
                message: message(path, loss, site.template(Problem.lost)),
                related: [RelatedSpot("It is set here now.", inState: .key(loss.place))],
                fix: FixProposal(
                    "add `\(path.last)` as it is now", .unsafe,
                    [.addMember(holder, name: path.last, value: loss.value)]))
        }
    }

    private static func message(_ path: MemberPath, _ loss: CurrentState.Loss, _ template: String?) -> String {
        let value = ShapeMessages.clipped(loss.value.words)
        let line = "\"\(path.last)\": \(loss.value.json)"
        // Nobody copies a line that is longer than this from a message; the fix has it whole.
        let advice = line.unicodeScalars.count <= 160 ? "`\(line)`" : "`\(path.last)` with what it is now, `\(value)`,"
        guard let template else {
            let becomes = loss.becomes.map { "resets it to `\($0.words)`" } ?? "removes it"
            return "`\(path.text)` is left out, which \(becomes): it is `\(value)` now. Add \(advice) to keep it."
        }
        return MessageTemplate.fill(
            template,
            [
                "value": value, "member": path.text, "line": advice,
                "default": loss.becomes.map { "`\($0.words)`" } ?? "nothing",
            ])
    }
}

/// Of some members the resource has one, and the request keeps to that one. Parameters: `members`, `message`, in which
/// `{member}` is the one that the request has, `{present}` the one of the resource, and `{value}` what that is.
enum KeepsChoice: StructureCheck {
    enum Problem: String, CheckProblem {
        case switched
    }

    static let name = "keeps-choice"
    static let problems = Problem.names
    static let comparesState = true

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["members"])
        guard parameters["members"].count >= 2 else {
            throw ParameterError("`members` names at least two members. Add them.", key: "members")
        }
        return CompiledParameters(texts: parameters["members"])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { parameters.texts }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard case .same(let state) = site.standing, structure.isComplete else { return }
        let names = site.texts
        let present = names.indices.filter { state.place(of: names[$0]) != nil }
        guard present.count == 1, structure[present[0]].isAbsent, let place = state.place(of: names[present[0]]),
            let chosen = names.indices.first(where: { structure[$0].isPresent })
        else { return }
        let value = ShapeMessages.clipped(state.value(of: names[present[0]])?.words ?? "")
        verdicts.report(
            Problem.switched, at: .key(structure[chosen].place), member: MemberPath(names[chosen]).pointer,
            message: site.template(Problem.switched).map {
                MessageTemplate.fill($0, ["member": names[chosen], "present": names[present[0]], "value": value])
            } ?? "`\(names[chosen])` takes the place of `\(names[present[0]])`, which can't be changed. Write `\(names[present[0]])`.",
            related: [RelatedSpot("It is set here now.", inState: .key(place))])
    }
}

/// The request is for the resource of the current state. Parameters: `member`, which names the resource, and `message`, in
/// which `{value}` is what the request says and `{present}` what the state says.
enum SameResource: StructureCheck {
    enum Problem: String, CheckProblem {
        case other
    }

    static let name = "same-resource"
    static let problems = Problem.names
    static let comparesState = true

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["member"])
        return CompiledParameters(texts: [try parameters.text("member")])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { parameters.texts }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard case .other(let state) = site.standing, let identity = state.identity else { return }
        let name = structure[0]
        let value = ShapeMessages.clipped(name.text ?? "")
        let present = ShapeMessages.clipped(identity)
        verdicts.report(
            Problem.other, at: .value(name.place), member: MemberPath(site.texts[0]).pointer,
            message: site.template(Problem.other).map {
                MessageTemplate.fill($0, ["value": value, "present": present, "member": site.texts[0]])
            } ?? "`\(value)` is not `\(present)`, whose state is compared. Give the state of the resource that the request names.",
            related: state.identityPlace.map { [RelatedSpot("The state is of this one.", inState: .value($0))] } ?? [])
    }
}

/// A path of members, such as `schedule.timezone`.
struct MemberPath {
    let text: String
    /// The path of the object that holds the member; nil where the request itself does.
    let holder: String?
    let last: String

    init(_ text: String) {
        self.text = text
        let dot = text.lastIndex(of: ".")
        holder = dot.map { String(text[..<$0]) }
        last = dot.map { String(text[text.index(after: $0)...]) } ?? text
    }

    /// Its part of a pointer into the request.
    var pointer: String { "/" + text.pointerPath }
}
