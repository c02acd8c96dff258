// Whose resource it is.
import RequestLint

extension ARNCheck {
    static func account(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ form: ARNForm, _ verdicts: inout Verdicts
    ) {
        let account = ARNAccount(text.extracting(parts.account))
        switch account {
        case .number, .amazon: return
        case .vendor where form.accounts.contains(.vendors): return
        case .thirdParty where form.accounts.contains(.thirdParty): return
        default: break
        }
        let place = verdicts.place
        let range = parts.account
        let value = text.extracting(range).string
        let digits = value.filter { ("0"..."9").contains($0) }
        let isHyphenated = digits.utf8.count == 12 && value.allSatisfy { ("0"..."9").contains($0) || $0 == "-" || $0 == " " }
        if isHyphenated {
            return verdicts.report(
                Problem.account, at: range,
                message: "`\(value)` has hyphens or blanks; an account ID in an ARN is twelve digits alone. Write `\(digits)`.",
                fix: FixProposal("write the digits alone", .safe, [.replaceText(place, range, with: digits)]))
        }
        let near = account == .invalid ? Spelling.nearest(to: value, among: owners(form)) : nil
        verdicts.report(
            Problem.account, at: text.marked(range), message: words(value, digits, account, form, near),
            fix: near.map { FixProposal("write `\($0)`", .unsafe, [.replaceText(place, range, with: $0)]) })
    }

    /// The words that may stand for an account.
    private static func owners(_ form: ARNForm) -> [String] {
        ["aws"] + (form.accounts.contains(.vendors) ? ["aws-marketplace"] : [])
            + (form.accounts.contains(.thirdParty) ? ["third-party"] : [])
    }

    private static func words(
        _ value: String, _ digits: String, _ account: ARNAccount, _ form: ARNForm, _ near: String?
    ) -> String {
        let quoted = ShapeMessages.clipped(value)
        if value.isEmpty {
            return "The ARN names no account; the ARN of \(form.noun) has its owner's. Write the twelve digits between the colons."
        }
        if digits.utf8.count == value.utf8.count {
            return "`\(quoted)` has \(value.utf8.count) digits; an account ID has 12. Write all twelve, leading zeros too."
        }
        switch account {
        case .thirdParty:
            return "`\(quoted)` owns components only, and \(form.noun) belongs here. Write the account's twelve digits, or `aws` for what Amazon provides."
        case .vendor:
            return "`\(quoted)` owns components, images and workflows only, and \(form.noun) belongs here. Write the account's twelve digits."
        default:
            let others = owners(form).map { "`\($0)`" }.joined(separator: ", ")
            return "`\(quoted)` is no account; twelve digits stand here, or \(others) for what others provide. Write \(near.map { "`\($0)`" } ?? "the account's twelve digits")."
        }
    }
}

/// The owner of a resource, as the account part of its ARN names it.
enum ARNAccount {
    /// Twelve digits.
    case number
    /// `aws`: what Amazon provides.
    case amazon
    /// `aws-marketplace` and the like.
    case vendor
    case thirdParty
    case invalid

    init(_ text: borrowing Span<UInt8>) {
        self = Self.isNumber(text) ? .number : Self.word(text)
    }

    static func isNumber(_ text: borrowing Span<UInt8>) -> Bool {
        guard text.count == 12 else { return false }
        for index in 0..<12 where !text[index].isDigit { return false }
        return true
    }

    private static func word(_ text: borrowing Span<UInt8>) -> ARNAccount {
        if text.equals("aws") { return .amazon }
        if text.equals("third-party") { return .thirdParty }
        guard text.count > 4, text.starts(with: "aws-") else { return .invalid }
        for index in 4..<text.count where !text[index].isLowerCaseLetter && text[index] != UInt8(ascii: "-") {
            return .invalid
        }
        return .vendor
    }
}
