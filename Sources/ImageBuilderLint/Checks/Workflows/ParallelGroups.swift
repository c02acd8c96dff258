import RequestLint

/// Judges the groups of test workflows: those that are larger than what runs at once, and those that are torn apart.
enum ParallelGroups: StructureCheck {
    enum Problem: String, CheckProblem {
        case crowded, interleaved
    }

    static let name = "parallel-groups"
    static let problems = Problem.names

    private static let arn = 0
    private static let group = 1
    /// So many workflows of a group run at the same time.
    private static let atOnce = 5
    /// Groups are compared pair by pair. A list that is longer has too many workflows for any stage, which is reported.
    private static let longestList = 64

    static func slots(_ parameters: CompiledParameters) -> [String] {
        ["workflows[].workflowArn", "workflows[].parallelGroup"]
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let rows = structure.rows(arn)
        guard rows.count > 1, rows.count <= longestList else { return }
        for row in rows {
            let group = structure[group, row]
            guard group.isText, structure[arn, row].workflow?.stage == .test else { continue }
            judge(group, row, structure, &verdicts)
        }
    }

    /// Judges one workflow's group by the test workflows above it.
    private static func judge(
        _ group: Slot, _ row: Row, _ structure: borrowing Structure, _ verdicts: inout Verdicts
    ) {
        var members = 1
        var last: Slot?
        var isApart = false
        for earlier in structure.rows(arn) {
            guard earlier.index < row.index else { break }
            // What is no test workflow runs in another stage and stands between nothing.
            guard structure[arn, earlier].workflow?.stage == .test else { continue }
            let other = structure[Self.group, earlier]
            if other.equals(group) {
                members += 1
                last = other
                isApart = false
            } else if last != nil, other.isText || other.isAbsent {
                isApart = true
            }
        }
        guard let last else { return }
        if members == atOnce + 1 {
            verdicts.report(
                Problem.crowded, at: .value(group.place),
                member: "/workflows/\(row.index)/parallelGroup",
                message: "This is the sixth workflow of the group `\(group.words)`; Image Builder starts five of a group at once, and the others as those end. Leave it, or make another group if the order matters.")
        }
        if isApart {
            verdicts.report(
                Problem.interleaved, at: .value(group.place),
                member: "/workflows/\(row.index)/parallelGroup",
                message: "The group `\(group.words)` is torn apart by other tests; Image Builder runs whole groups one after the other, so the list does not show the order in which its tests run. Move this workflow next to its group.",
                related: [RelatedSpot("The group's workflow before it stands here.", .value(last.place))])
        }
    }
}
