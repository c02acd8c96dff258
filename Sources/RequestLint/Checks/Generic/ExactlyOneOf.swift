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
            throw ParameterError("`members` names at least two members. Add them.", key: "members")
        }
        return CompiledParameters(texts: parameters["members"])
    }

    static func slots(_ parameters: CompiledParameters) -> [String] { parameters.texts }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        var count = 0
        var mayBeThere = false
        for slot in 0..<structure.slotCount {
            switch structure[slot].presence {
            case .present: count += 1
            case .unknown, .maybe: mayBeThere = true
            case .absent: break
            }
        }
        if count == 0 {
            guard !mayBeThere, structure.isComplete else { return }
            verdicts.report(
                Problem.none, at: .structure(structure.place),
                message: site.template(Problem.none)
                    ?? "None of \(ShapeMessages.list(site.texts)) is there; exactly one is needed. Add one of them.")
        } else if count > 1 {
            reportSeveral(structure, in: site, &verdicts)
        }
    }

    private static func reportSeveral(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let names = site.texts
        var present: [(name: String, place: Place)] = []
        for slot in 0..<structure.slotCount where structure[slot].isPresent {
            present.append((names[slot], structure[slot].place))
        }
        // Readers go from top to bottom: the second one is where the request goes wrong.
        present.sort { $0.place.index < $1.place.index }
        verdicts.report(
            Problem.several, at: .key(present[1].place), member: "/" + present[1].name.pointerPath,
            message: site.template(Problem.several)
                ?? "\(ShapeMessages.list(present.map(\.name))) stand together; exactly one is allowed. Remove all but one.",
            related: present.enumerated().filter { $0.offset != 1 }.map {
                RelatedSpot("`\($0.element.name)` stands here.", .key($0.element.place))
            })
    }
}
