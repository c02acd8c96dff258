import RequestLint

/// Judges one entry of a list of workflows: settings that only test workflows have.
enum WorkflowSettings: StructureCheck {
    enum Problem: String, CheckProblem {
        case parallelGroup = "parallel-group"
        case onFailure = "on-failure"
    }

    static let name = "workflow-settings"
    static let problems = Problem.names

    private static let arn = 0
    private static let group = 1
    private static let onFailure = 2

    static func slots(_ parameters: CompiledParameters) -> [String] {
        ["workflowArn", "parallelGroup", "onFailure"]
    }

    static func preconditions(_ parameters: CompiledParameters) -> Preconditions {
        Preconditions(present: [arn], anyOf: [group, onFailure])
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let group = structure[group]
        let onFailure = structure[onFailure]
        guard group.isPresent || onFailure.isPresent else { return }
        let arn = structure[arn]
        guard let workflow = arn.workflow, workflow.stage != .test else { return }
        let stage = workflow.stage.word
        let here = Spot.text(arn.place, workflow.stageRange)
        if group.isPresent {
            verdicts.report(
                Problem.parallelGroup, at: .key(group.place), member: "/parallelGroup",
                message: "`parallelGroup` stands on a \(stage) workflow; Image Builder groups test workflows only, so it says nothing here. Remove it.",
                related: [RelatedSpot("The workflow is a \(stage) workflow.", here)])
        }
        if onFailure.isText {
            verdicts.report(
                Problem.onFailure, at: .key(onFailure.place), member: "/onFailure",
                message: onFailureMessage(onFailure.text ?? "", stage),
                related: [RelatedSpot("The workflow is a \(stage) workflow.", here)])
        }
    }

    private static func onFailureMessage(_ value: String, _ stage: StaticString) -> String {
        let effect = value == "CONTINUE"
            ? "so the image fails all the same when this one fails"
            : "and when this one fails, the image fails anyway"
        return "`onFailure` is `\(value)` on a \(stage) workflow; only test workflows take it, \(effect). Remove it."
    }
}
