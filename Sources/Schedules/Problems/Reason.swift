/// Why a text has a problem: finer than the problem's kind, so that the message can say exactly what is wrong.
enum Reason: Sendable, Hashable {
    case wrapper(WrapperReason)
    case fields(FieldsReason)
    case item(ItemReason, CronField)
    case rate(RateReason)

    var kind: ScheduleProblem.Kind {
        switch self {
        case .wrapper(let reason): reason.kind
        case .fields(let reason): reason.kind
        case .item(let reason, _): reason.kind
        case .rate(let reason): reason.kind
        }
    }

    func message(_ text: borrowing Span<UInt8>, _ problem: ScheduleProblem) -> String {
        switch self {
        case .wrapper(let reason): reason.message(text, problem)
        case .fields(let reason): reason.message(text, problem)
        case .item(let reason, let field): reason.message(text, problem, field)
        case .rate(let reason): reason.message(text, problem)
        }
    }

    /// A longer text than the service takes is not worth the reading again.
    static let longestText = 1024

    func replacement(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem
    ) -> ScheduleProblem.Replacement? {
        guard text.count <= Self.longestText else { return nil }
        let proposal =
            switch self {
            case .wrapper(let reason): reason.replacement(text, problem)
            case .fields(let reason): reason.replacement(text, problem)
            case .item(let reason, let field): reason.replacement(text, problem, field)
            case .rate(let reason): reason.replacement(text, problem)
            }
        guard let proposal, proposal.helps(text, against: kind) else { return nil }
        return proposal
    }
}

extension ScheduleProblem.Replacement {
    /// The whole text with the replacement in it.
    func applied(to text: borrowing Span<UInt8>) -> String {
        text.string(0..<range.lowerBound) + self.text + text.string(range.upperBound..<text.count)
    }

    /// Whether the problem is gone from the new text and no kind of problem is there that was not there before.
    func helps(_ text: borrowing Span<UInt8>, against kind: ScheduleProblem.Kind) -> Bool {
        let before = Schedule.read(text).problems
        let after = Schedule.read(applied(to: text)).problems
        guard after.count < before.count else { return false }
        return after.allSatisfy { problem in before.contains { $0.kind == problem.kind } }
    }
}
