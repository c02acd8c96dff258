import RequestLint

/// Judges whose the execution role is: the account of the request's own resources.
enum RoleAccount: StructureCheck {
    enum Problem: String, CheckProblem {
        case otherAccount = "other-account"
    }

    static let name = "role-account"
    static let problems = Problem.names

    private static let role = 0
    /// Resources that can't be shared between accounts, so that the caller's account is theirs.
    private static let owned = ["imagePipelineArn", "infrastructureConfigurationArn", "distributionConfigurationArn"]

    static func slots(_ parameters: CompiledParameters) -> [String] { ["executionRole"] + owned }
    static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions(present: [role]) }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let role = structure[role]
        guard let account = account(role) else { return }
        var different: (slot: Slot, account: Range<Int>)?
        for number in 1...owned.count {
            let slot = structure[number]
            guard let own = self.account(slot) else { continue }
            // Where the resources disagree among themselves, nobody knows whose request it is.
            if isSame(role, account, slot, own) { return }
            if different == nil { different = (slot, own) }
        }
        guard let different else { return }
        let own = different.slot.text(different.account)
        verdicts.report(
            Problem.otherAccount, at: .text(role.place, account), member: "/executionRole",
            message: "The role belongs to account \(role.text(account)), and the request's resources to \(own); a role can be passed inside its own account only. Name a role of \(own).",
            related: [RelatedSpot("The account stands here.", .text(different.slot.place, different.account))])
    }

    /// Where an ARN names an account of twelve digits.
    private static func account(_ slot: Slot) -> Range<Int>? {
        if let note = slot.arnNote, note.isOfNumber { return note.account }
        let text = slot.bytes
        guard let arn = ARNParts(text, in: 0..<text.count),
            ARNAccount.isNumber(text.extracting(arn.account))
        else { return nil }
        return arn.account
    }

    private static func isSame(
        _ left: Slot, _ leftRange: Range<Int>, _ right: Slot, _ rightRange: Range<Int>
    ) -> Bool {
        left.bytes.extracting(leftRange).equals(right.bytes.extracting(rightRange))
    }
}
