package import RequestLint

/// Compares the accounts of what can't be shared with other accounts: pipelines, configurations and workflows.
///
/// Recipes, components and images may belong to anybody (they are shared through RAM), so they are not compared.
package enum ARNAccountsCheck: StructureCheck {
    package enum Problem: String, CheckProblem {
        /// A pipeline and its configurations are of different accounts.
        case differ
        /// A workflow is neither of the same account nor Amazon's.
        case workflow
    }

    package static let name = "arn-accounts"
    package static let problems = Problem.names

    package static func slots(_ parameters: CompiledParameters) -> [String] { ARNMember.slots }

    package static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        if let summary = ARNSummary(verdicts, of: structure), summary.isOfOneAccount { return }
        var own: ARNMember.Model?
        var others: [(sighting: ARNMember.Sighting, range: Range<Int>)] = []
        // Pipeline and configurations come before the workflows, so their account is known by then.
        ARNMember.forEach(in: structure) { sighting in
            guard isOwn(sighting.member) else { return }
            let text = sighting.slot.bytes
            if let own, own.isHead(of: text) { return }
            guard let account = account(in: text, of: sighting.member) else { return }
            if let own {
                if !own.agrees(with: text, account) { others.append((sighting, account)) }
            } else if sighting.member != .workflow {
                own = ARNMember.Model(sighting: sighting, part: account)
            }
        }
        guard let own else { return }
        for (sighting, range) in others { report(sighting, range, own.sighting, own.part, &verdicts) }
    }

    private static func isOwn(_ member: ARNMember) -> Bool {
        member == .workflow || ARNKinds.unshared.contains(ARNKinds(member.kind))
    }

    /// The account of an ARN, where it is one that is worth comparing.
    private static func account(
        in text: borrowing Span<UInt8>, of member: ARNMember
    ) -> Range<Int>? {
        guard let parts = ARNParts(text, in: 0..<text.count),
            parts.isOfImageBuilder
        else { return nil }
        switch ARNAccount(text.extracting(parts.account)) {
        case .number: return parts.account
        case .amazon where member != .workflow: return parts.account
        // Anybody may use the workflows of Amazon and of vendors; what is invalid has its finding.
        case .amazon, .vendor, .thirdParty, .invalid: return nil
        }
    }

    private static func report(
        _ sighting: ARNMember.Sighting, _ range: Range<Int>, _ own: ARNMember.Sighting, _ ownRange: Range<Int>,
        _ verdicts: inout Verdicts
    ) {
        let account = sighting.slot.bytes.extracting(range).string
        let expected = own.slot.bytes.extracting(ownRange).string
        let isWorkflow = sighting.member == .workflow
        let why = isWorkflow
            ? "workflows are of the same account or Amazon's (`aws`), for they can't be shared"
            : "pipelines and configurations can't be shared between accounts"
        verdicts.report(
            isWorkflow ? Problem.workflow : Problem.differ, at: .text(sighting.slot.place, range),
            member: sighting.pointer,
            message: "`\(account)` is another account than `\(expected)`, that of `\(own.name)`; \(why). Write the ARN of \(sighting.member.noun) of `\(expected)`.",
            related: [RelatedSpot("`\(own.name)` is of `\(expected)`.", .text(own.slot.place, ownRange))])
    }
}
