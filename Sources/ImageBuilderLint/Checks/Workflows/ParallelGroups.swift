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
    /// A list that is longer has too many workflows for any stage, which is reported; it is not compared pair by pair.
    private static let longestList = 64

    static func slots(_ parameters: CompiledParameters) -> [String] {
        ["workflows[].workflowArn", "workflows[].parallelGroup"]
    }

    static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions(present: [arn]) }

    /// Tests that follow each other in one group.
    private struct Series {
        /// The group's name, or an absent slot: a test without a group runs on its own.
        var group: Slot
        /// How many of the group there are so far, also in earlier series.
        var members: Int
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let rows = structure.rows(arn)
        // Nothing stands between two.
        guard rows.count > 2, rows.count <= longestList else { return }
        // Neither is a group too large, nor can one be torn apart.
        if let summary = ARNSummary(verdicts), summary.count(.test) < 3 { return }
        var series: Series?
        for row in rows {
            let group = structure[group, row]
            // What is no test runs in another stage, and what is unknown may: neither tears a group apart.
            guard group.isText || group.isAbsent, structure[arn, row].workflow?.stage == .test else { continue }
            guard var current = series, current.group.equals(group) else {
                let earlier = group.isText ? before(group, row, structure) : (count: 0, last: group)
                if earlier.count > 0 { reportInterleaved(group, row, earlier.last, &verdicts) }
                series = Series(group: group, members: earlier.count + 1)
                reportCrowded(group, row, earlier.count + 1, &verdicts)
                continue
            }
            current.members += 1
            series = current
            reportCrowded(group, row, current.members, &verdicts)
        }
    }

    /// The tests of a group above a row: how many, and the last.
    private static func before(
        _ group: Slot, _ row: Row, _ structure: borrowing Structure
    ) -> (count: Int, last: Slot) {
        var result = (count: 0, last: group)
        for earlier in structure.rows(arn) {
            guard earlier.index < row.index else { break }
            let other = structure[Self.group, earlier]
            guard other.equals(group), structure[arn, earlier].workflow?.stage == .test else { continue }
            result = (result.count + 1, other)
        }
        return result
    }

    private static func reportCrowded(
        _ group: Slot, _ row: Row, _ members: Int, _ verdicts: inout Verdicts
    ) {
        guard members == atOnce + 1 else { return }
        verdicts.report(
            Problem.crowded, at: .value(group.place), member: "/workflows/\(row.index)/parallelGroup",
            message: "This is the sixth workflow of the group `\(group.words)`; Image Builder starts five of a group at once, and the others as those end. Leave it, or make another group if the order matters.")
    }

    private static func reportInterleaved(
        _ group: Slot, _ row: Row, _ last: Slot, _ verdicts: inout Verdicts
    ) {
        verdicts.report(
            Problem.interleaved, at: .value(group.place),
            member: "/workflows/\(row.index)/parallelGroup",
            message: "The group `\(group.words)` is torn apart by other tests; Image Builder runs whole groups one after the other, so the list does not show the order in which its tests run. Move this workflow next to its group.",
            related: [RelatedSpot("The group's workflow before it stands here.", .value(last.place))])
    }
}
