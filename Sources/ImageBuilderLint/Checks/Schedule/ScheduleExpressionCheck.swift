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
        if let known = site.guess([Flaw].self, of: text) { return report(known, &verdicts) }
        let problems = Schedule.read(text).problems
        if problems.isEmpty { return site.rememberSound(text) }
        guard verdicts.explains else {
            for problem in problems { verdicts.report(problem.kind, at: problem.range, message: "") }
            return
        }
        var flaws: [Flaw] = []
        for problem in problems { flaws.append(Flaw(problem, in: text)) }
        site.remember(flaws, of: text)
        report(flaws, &verdicts)
    }

    private static func report(_ flaws: [Flaw], _ verdicts: inout Verdicts) {
        let place = verdicts.place
        for flaw in flaws {
            verdicts.report(
                flaw.problem.kind, at: flaw.problem.range, message: flaw.message,
                related: flaw.problem.related.map { [RelatedSpot("The other day field stands here.", .text(place, $0))] } ?? [],
                fix: flaw.replacement.map { FixProposal($0, at: place) })
        }
    }
}

/// A problem of a schedule, and what is said of it: the same wrong schedule is in many requests.
private struct Flaw: Sendable {
    let problem: ScheduleProblem
    let message: String
    let replacement: ScheduleProblem.Replacement?

    init(_ problem: ScheduleProblem, in text: borrowing Span<UInt8>) {
        self.problem = problem
        message = problem.message(in: text)
        replacement = problem.replacement(in: text)
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
