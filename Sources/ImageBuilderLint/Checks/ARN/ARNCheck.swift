package import RequestLint

/// Judges a text that has to be the ARN of an Image Builder resource, part by part.
///
/// It refuses whatever the pattern of the shape refuses, so that the pattern need not run; where it refuses more, the
/// rule's page says why. A good ARN is judged without an allocation.
package enum ARNCheck: TextCheck {
    package enum Problem: String, CheckProblem {
        case malformed, blanks, service
        case wrongKind = "wrong-kind"
        case workflowType = "workflow-type"
        case name, underscore, account, partition
        case unknownPartition = "unknown-partition"
        case partitionRegion = "partition-region"
        case region
        case unknownRegion = "unknown-region"
        case version
        case wildcardOrder = "wildcard-order"
        case versionBounds = "version-bounds"
        case buildNumber = "build-number"
    }

    package static let name = "arn"
    package static let problems = Problem.names
    package static let coversPattern = true
    package static let sumsUp = true

    package static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: [])
        guard let form = ARNForm(shape: place.shape) else {
            throw ParameterError(
                "The check `arn` does not know what an ARN of the shape `\(place.shape)` looks like. Bind it to a shape that it knows, or teach it the shape in `ARNForm`.")
        }
        return CompiledParameters(word: form.word, texts: form.kinds.only.map { ["\($0.word)/"] } ?? [])
    }

    package static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let before = verdicts.count
        let form = ARNForm(word: site.word)
        // Most ARNs of a request start alike, which is judged once.
        if let head = head(of: text, site) {
            let resource = usualResource(of: text, from: head.length, as: form, in: site)
                ?? resource(text, head.length..<text.count, form, &verdicts)
            if let resource, verdicts.count == before { verdicts.note = ARNNote(head, resource.stage).bits }
        } else {
            judgeParts(text, form, in: site, &verdicts)
        }
        ARNSummary.add(ARNNote(verdicts.note), as: form, to: &verdicts)
        // Of a text that was never filled in, one word says more than what is wrong with its parts.
        guard verdicts.count > before, let placeholder = Self.placeholder(text) else { return }
        verdicts.takeBack(to: before)
        let words = text.extracting(placeholder).clipped
        verdicts.report(
            Problem.malformed, at: placeholder,
            message: "`\(words)` is a placeholder that was never filled in, and the service takes the ARN as it stands. Fill it in before the request is sent, or judge the text that comes out.")
    }

    /// `${NAME}`, `{{name}}` or `<name>`, which no ARN holds.
    private static func placeholder(_ text: borrowing Span<UInt8>) -> Range<Int>? {
        let signs: [(open: StaticString, close: UInt8)] = [
            ("${", UInt8(ascii: "}")), ("{{", UInt8(ascii: "}")), ("<", UInt8(ascii: ">")),
        ]
        for start in 0..<text.count {
            // Hardly any text has one of these.
            let byte = text[start]
            guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "<") else { continue }
            let rest = text.extracting(start..<text.count)
            for sign in signs where rest.starts(with: sign.open) {
                guard var end = (start..<text.count).first(where: { text[$0] == sign.close }) else { continue }
                while end + 1 < text.count, text[end + 1] == sign.close { end += 1 }
                return start..<end + 1
            }
        }
        return nil
    }

    /// The partition, Region and account in front, where all of them were well before.
    private static func head(of text: borrowing Span<UInt8>, _ site: borrowing CheckSite) -> SoundStart.Mark? {
        guard text.count > 0, !text[text.count - 1].isBlank else { return nil }
        return site.soundStart(of: text) ?? (site.isAssumed ? nil : usualHead(of: text, in: site))
    }

    private static func judgeParts(
        _ text: borrowing Span<UInt8>, _ form: ARNForm, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let range = text.trimmedRange
        guard !range.isEmpty else {
            return verdicts.report(
                Problem.malformed, at: .value(verdicts.place),
                message: "The ARN is empty; the service takes the ARN of \(form.noun) here. Write one, such as `\(form.example)`.")
        }
        if range.count < text.count { blanks(text, range, &verdicts) }
        guard let parts = ARNParts(text, in: range) else { return malformed(text, range, form, &verdicts) }
        guard parts.isOfImageBuilder else {
            return service(text, parts, form, &verdicts)
        }
        let before = verdicts.count
        guard let resource = resource(text, parts.resource, form, &verdicts) else { return }
        place(text, parts, form, site, &verdicts)
        account(text, parts, form, &verdicts)
        if verdicts.count == before, range.count == text.count, !site.isAssumed {
            verdicts.note = note(text, parts, resource.stage, site)
        }
    }

    /// Notes an ARN that is well, and remembers its head where that is well for any kind of ARN.
    private static func note(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ stage: WorkflowARN.Stage?, _ site: borrowing CheckSite
    ) -> UInt32 {
        let account = ARNAccount(text.extracting(parts.account))
        let partition = text.extracting(parts.partition)
        guard let regions = site.table("regions"), let number = regions.find(text.extracting(parts.region)),
            regions.value(number, equals: partition), let word = ARNNote.word(region: number, account),
            let head = site.rememberStart(
                of: text, length: parts.account.upperBound + 1, isOwn: account == .number, word: word)
        else { return 0 }
        return ARNNote(head, stage).bits
    }

    private static func blanks(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let inner = text.extracting(range).string
        let blanks = [0..<range.lowerBound, range.upperBound..<text.count].filter { !$0.isEmpty }
        let isBefore = range.lowerBound > 0
        verdicts.report(
            Problem.blanks, at: blanks[0],
            message: "Blanks stand \(isBefore ? "before" : "after") the ARN, and the service does not remove them. Write `\(ShapeMessages.clipped(inner))` alone.",
            fix: FixProposal("remove the blanks", .safe, blanks.map { .replaceText(place, $0, with: "") }))
    }

    private static func malformed(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ form: ARNForm, _ verdicts: inout Verdicts
    ) {
        let value = text.extracting(range).string
        let quoted = ShapeMessages.clipped(value)
        let isCut = value.hasPrefix("arn:")
        let count = value.split(separator: ":", omittingEmptySubsequences: false).count
        verdicts.report(
            Problem.malformed, at: range,
            message: isCut
                ? "`\(quoted)` has \(count) part\(count == 1 ? "" : "s") between its colons; an ARN has 6: `arn:partition:service:region:account:resource`. Write all of it, such as `\(form.example)`."
                : "`\(quoted)` does not start with `arn:`; the service takes the ARN of \(form.noun) here. Write the whole ARN, such as `\(form.example)`.")
    }

    private static func service(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ form: ARNForm, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let range = parts.service
        let name = text.extracting(range).string
        let near = Spelling.nearest(to: name, among: ["imagebuilder"]) != nil
        verdicts.report(
            Problem.service, at: text.marked(range),
            message: name.isEmpty
                ? "The ARN names no service; \(form.noun) belongs here, a resource of `imagebuilder`. Write `imagebuilder` between the colons."
                : near
                    ? "`\(ShapeMessages.clipped(name))` is no service; in ARNs EC2 Image Builder is called `imagebuilder`. Write `imagebuilder`."
                    : "`\(ShapeMessages.clipped(name))` makes this the ARN of another service; \(form.noun) belongs here, a resource of `imagebuilder`. Write its ARN, such as `\(form.example)`.",
            fix: near || name.isEmpty
                ? FixProposal("write `imagebuilder`", .unsafe, [.replaceText(place, range, with: "imagebuilder")]) : nil)
    }
}

extension Span<UInt8> {
    /// A range to mark: an empty part is marked by the separators around it.
    func marked(_ range: Range<Int>) -> Range<Int> {
        range.isEmpty ? max(range.lowerBound - 1, 0)..<min(range.upperBound + 1, count) : range
    }
}
