package import RequestLint
package import Schedules

/// Judges a schedule expression: `cron( )` or `rate( )`. Each kind of problem that `Schedules` knows is a problem of
/// the check, and has a rule of its own.
package enum ScheduleExpressionCheck: TextCheck {
    package static let name = "schedule-expression"
    package static let problems = ScheduleProblem.Kind.names

    package static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        // The model's least length speaks of an empty text.
        guard !text.isEmpty, !site.isKnownSound(text) else { return }
        let place = verdicts.place
        let problems = Schedule.read(text).problems
        if problems.isEmpty { return site.rememberSound(text) }
        for problem in problems {
            verdicts.report(
                problem.kind, at: problem.range, message: problem.message(in: text),
                related: related(problem, place),
                fix: problem.replacement(in: text).map { FixProposal($0, at: place) })
        }
    }

    private static func related(_ problem: ScheduleProblem, _ place: Place) -> [RelatedSpot] {
        problem.related.map { [RelatedSpot("The other day field stands here.", .text(place, $0))] } ?? []
    }
}

extension FixProposal {
    /// - Parameter place: where the expression stands.
    init(_ replacement: ScheduleProblem.Replacement, at place: Place) {
        self.init(
            "write `\(replacement.text)`", replacement.isSafe ? .safe : .unsafe,
            [.replaceText(place, replacement.range, with: replacement.text)])
    }
}

extension ScheduleProblem.Kind: CheckProblem {}
