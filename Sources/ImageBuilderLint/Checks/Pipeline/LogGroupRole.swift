import RequestLint

/// Judges where logs go: outside Image Builder's own log groups, a role of the caller's has to write them.
enum LogGroupRole: StructureCheck {
    enum Problem: String, CheckProblem {
        case noRole = "no-role"
    }

    static let name = "log-group-role"
    static let problems = Problem.names

    private static let members = ["imageLogGroupName", "pipelineLogGroupName", "logGroupName"]
    private static let role = members.count
    private static let prefix: StaticString = "/aws/imagebuilder/"

    static func slots(_ parameters: CompiledParameters) -> [String] {
        members.map { "loggingConfiguration." + $0 } + ["executionRole"]
    }

    static func preconditions(_ parameters: CompiledParameters) -> Preconditions {
        Preconditions(present: [0], absent: [role])
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard structure.isComplete, structure[role].isAbsent else { return }
        for number in 0..<role {
            let group = structure[number]
            guard group.isText, !group.bytes.starts(with: prefix) else { continue }
            let member = members[number]
            verdicts.report(
                Problem.noRole, at: .value(group.place), member: "/loggingConfiguration/" + member,
                message: "`\(member)` is `\(group.words)`; without `executionRole`, Image Builder writes only to log groups below `\(prefix)`. Add `executionRole`, or choose a name below `\(prefix)`.")
        }
    }
}
