// What stands behind the account: the kind, the type of a workflow, the name.
import RequestLint

extension ARNCheck {
    /// Judges `image-recipe/my-recipe/1.0.0`.
    /// - Returns: nil where the resource is of a kind that does not belong here: of another's ARN nothing else is worth saying.
    static func resource(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ form: ARNForm, _ verdicts: inout Verdicts
    ) -> Resource? {
        var parts = PartReader(start: range.lowerBound, end: range.upperBound, separator: UInt8(ascii: "/"))
        guard let word = parts.next(in: text) else { return nil }
        guard let kind = form.kinds.kind(named: text.extracting(word)) else {
            wrongKind(text, word, range, form, &verdicts)
            return nil
        }
        var before = word
        var stage: WorkflowARN.Stage?
        if kind == .workflow {
            guard let type = parts.next(in: text), let known = WorkflowARN.Stage(text.extracting(type)) else {
                workflowType(text, word, range, form, &verdicts)
                return Resource(stage: nil)
            }
            before = type
            stage = known
        }
        guard let name = parts.next(in: text), !name.isEmpty else {
            let start = text.extracting(range.lowerBound..<before.upperBound).string
            verdicts.report(
                Problem.malformed, at: before,
                message: "`\(text.extracting(before).string)` is followed by no name, so the ARN names no resource. Write it to its end: `\(start)/NAME\(kind.hasVersions ? "/VERSION" : "")`.")
            return Resource(stage: stage)
        }
        self.name(text, name, &verdicts)
        version(text, behind: name, &parts, kind, form, &verdicts)
        return Resource(stage: stage)
    }

    /// What the resource of an ARN says that belongs where it stands.
    struct Resource {
        /// Of a workflow.
        let stage: WorkflowARN.Stage?
    }

    // MARK: Kind

    private static func wrongKind(
        _ text: borrowing Span<UInt8>, _ word: Range<Int>, _ resource: Range<Int>, _ form: ARNForm,
        _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let name = text.extracting(word).string
        if let kind = ARNKinds.all.kind(named: text.extracting(word)) {
            verdicts.report(
                Problem.wrongKind, at: word,
                message: "`\(name)` makes this the ARN of \(kind.noun), and \(form.noun) belongs here. Write the ARN of \(form.noun); that of \(kind.noun) goes into \(kind.member).")
            return
        }
        if let colon = colonForm(text, word) {
            verdicts.report(
                Problem.malformed, at: resource,
                message: "`\(ShapeMessages.clipped(text.extracting(resource).string))` has a colon, and Image Builder separates kind, name and version by slashes. Write `\(ShapeMessages.clipped(colon.replacement))`.",
                fix: FixProposal("separate by slashes", .unsafe, [.replaceText(place, word, with: colon.word)]))
            return
        }
        let words = form.kinds.list.map { "\($0.word)" }
        let near = words.count == 1 ? words[0] : Spelling.nearest(to: name, among: words)
        verdicts.report(
            Problem.wrongKind, at: text.marked(word),
            message: (name.isEmpty
                ? "The ARN names no kind of resource"
                : "`\(ShapeMessages.clipped(name))` is no kind of Image Builder resource")
                + (words.count == 1 ? "; \(form.noun) belongs here. " : ", and the kind says what the ARN is of. ")
                + (near.map { "Write `\($0)`." } ?? "Write one of \(ShapeMessages.list(words))."),
            fix: near.flatMap { near in
                name.isEmpty ? nil : FixProposal("write `\(near)`", .unsafe, [.replaceText(place, word, with: near)])
            })
    }

    /// `image-pipeline:name` where slashes belong.
    private static func colonForm(
        _ text: borrowing Span<UInt8>, _ word: Range<Int>
    ) -> (word: String, replacement: String)? {
        let name = text.extracting(word).string
        guard let colon = name.firstIndex(of: ":"), ARNKind.allCases.contains(where: { "\($0.word)" == name[..<colon] })
        else { return nil }
        let slashed = name.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "/")
        let rest = text.extracting(word.upperBound..<text.trimmedRange.upperBound).string
        return (slashed, slashed + rest)
    }

    // MARK: Workflow types

    private static func workflowType(
        _ text: borrowing Span<UInt8>, _ word: Range<Int>, _ range: Range<Int>, _ form: ARNForm,
        _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        guard word.upperBound < range.upperBound else {
            verdicts.report(
                Problem.workflowType, at: word,
                message: "`workflow` is followed by nothing; the type, the name and the version of the workflow come next. Write `workflow/\(form.tail(of: .workflow))`.")
            return
        }
        var parts = PartReader(
            start: word.upperBound + 1, end: range.upperBound, separator: UInt8(ascii: "/"))
        guard let type = parts.next(in: text) else { return }
        let value = text.extracting(type).string
        let types = ["build", "test", "distribution"]
        if let second = parts.next(in: text), WorkflowARN.Stage(text.extracting(second)) != nil {
            let other = text.extracting(second).string
            let both = type.lowerBound..<second.upperBound
            verdicts.report(
                Problem.workflowType, at: both,
                message: "`\(value)/\(other)` has the name before the type; in the ARN of a workflow the type comes first. Write `\(other)/\(value)`.",
                fix: FixProposal("write the type first", .safe, [.replaceText(place, both, with: "\(other)/\(value)")]))
            return
        }
        let near = Spelling.nearest(to: value, among: types)
        verdicts.report(
            Problem.workflowType, at: text.marked(type),
            message: value.isEmpty
                ? "The ARN names no type of workflow; between `workflow` and the name stands `build`, `test` or `distribution`. Write one of them."
                : "`\(ShapeMessages.clipped(value))` is no type of workflow; between `workflow` and the name stands `build`, `test` or `distribution`. Write \(near.map { "`\($0)`" } ?? "one of them, then the name").",
            fix: near.map { near in
                FixProposal("write `\(near)`", .unsafe, [.replaceText(place, type, with: near)])
            })
    }

    // MARK: Name

    private static func name(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        if text.isName(range) { return }
        let name = text.extracting(range)
        var hasUnderscore = false
        var index = 0
        while index < name.count {
            switch name[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
            case UInt8(ascii: "_"): hasUnderscore = true
            default: return badName(text, range, &verdicts)
            }
            index &+= 1
        }
        guard hasUnderscore else { return }
        let place = verdicts.place
        let value = text.extracting(range).string
        let usual = String(value.map { $0 == "_" ? "-" : $0 })
        verdicts.report(
            Problem.underscore, at: range,
            message: "`\(value)` has underscores; Image Builder writes a resource's name into its ARN in lower case and with hyphens for underscores, so most likely no ARN has this one. Write `\(usual)` if the name comes from there.",
            fix: FixProposal("write hyphens", .unsafe, [.replaceText(place, range, with: usual)]))
    }

    private static func badName(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let value = text.extracting(range).string
        var usual = ""
        var strange: Unicode.Scalar?
        for scalar in value.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "-", "_": usual.unicodeScalars.append(scalar)
            case "A"..."Z": usual += Character(scalar).lowercased()
            case " ": usual.append("-")
            default: strange = strange ?? scalar
            }
        }
        let what =
            strange.map { "has \(shown($0))" }
            ?? (value.contains(" ") ? value.contains { $0.isUppercase } ? "has capitals and blanks" : "has blanks" : "has capitals")
        let proposal = strange == nil ? usual : nil
        verdicts.report(
            Problem.name, at: range,
            message: "`\(ShapeMessages.clipped(value))` \(what); the name in an ARN has lower-case letters, digits, hyphens and underscores only\(proposal == nil ? "" : ", whatever the resource is called"). "
                + (proposal.map { "Write `\($0)`." } ?? "Copy the ARN from the console or from the answer of the service."),
            fix: proposal.map { FixProposal("write the name as ARNs have it", .safe, [.replaceText(place, range, with: $0)]) })
    }

    /// A character in a message; one that may not be seen, or be taken for another, by its number.
    private static func shown(_ scalar: Unicode.Scalar) -> String {
        if (0x21...0x7E).contains(scalar.value) { return "`\(scalar)`" }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "the character U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
