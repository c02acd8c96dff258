import RequestLint

/// Judges the name of a repository in Amazon ECR: the name alone, without its registry, as ECR's own API takes it.
enum RepositoryName: TextCheck {
    enum Problem: String, CheckProblem {
        case registry, malformed
    }

    static let name = "repository-name"
    static let problems = Problem.names

    private static let lengths = 2...256
    private static let slash = UInt8(ascii: "/")

    static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        // An empty text is the length's to report.
        guard text.count > 0 else { return }
        if let registry = registry(text) {
            let place = verdicts.place
            let host = text.extracting(registry.lowerBound..<max(registry.lowerBound, registry.upperBound - 1)).clipped
            let name = text.extracting(registry.upperBound..<text.count)
            let isName = !name.isEmpty && flaw(name) == nil
            verdicts.report(
                Problem.registry, at: registry,
                message: "The repository name starts with the registry `\(host)`; Image Builder takes the name alone, with its namespace if it has one. Remove it.",
                fix: isName
                    ? FixProposal(
                        "remove the registry", .unsafe, [.replaceText(place, registry, with: "")])
                    : nil)
            return
        }
        guard let flaw = flaw(text) else { return }
        let name = text.clipped
        verdicts.report(
            Problem.malformed, at: flaw.range,
            message: "No ECR repository can be called `\(name)`, because \(flaw.reason); Amazon ECR takes lower-case letters and digits, joined by `.`, `_`, `-` and `/`. Write the name as Amazon ECR lists it.")
    }

    // MARK: Registry

    /// The part in front of the name that names a registry, with its slash.
    private static func registry(_ text: borrowing Span<UInt8>) -> Range<Int>? {
        var start = 0
        for scheme in ["https://", "http://"] as [StaticString] {
            if text.starts(with: scheme) { start = scheme.utf8CodeUnitCount }
        }
        var end = start
        while end < text.count, text[end] != slash { end += 1 }
        let host = text.extracting(start..<end)
        guard start > 0 || (end < text.count && isHost(host)) else { return nil }
        return 0..<min(end + 1, text.count)
    }

    /// Names may have dots too: only hosts that are known as registries count.
    private static func isHost(_ text: borrowing Span<UInt8>) -> Bool {
        for ending in [".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".on.aws"] as [StaticString] {
            let length = ending.utf8CodeUnitCount
            if text.count > length, text.extracting(text.count - length..<text.count).equals(ending) { return true }
        }
        return text.equals("public.ecr.aws") || text.equals("docker.io")
    }

    // MARK: Name

    private struct Flaw {
        let range: Range<Int>
        let reason: String
    }

    /// What ECR would refuse in a name.
    private static func flaw(_ text: borrowing Span<UInt8>) -> Flaw? {
        if let stray = text.firstStray(isAllowed: isAllowed) {
            if stray.scalar == ":" || stray.scalar == "@" {
                return Flaw(range: stray.range.lowerBound..<text.count, reason: "a name has no tag and no digest")
            }
            let isUpperCase = stray.scalar.isASCIILetter
            return Flaw(
                range: stray.range,
                reason: isUpperCase ? "\(stray.words) is a capital letter" : "\(stray.words) has no place in a name")
        }
        if !lengths.contains(text.count) {
            return Flaw(range: 0..<text.count, reason: "it has \(text.count) characters and not \(lengths.lowerBound) to \(lengths.upperBound)")
        }
        var index = 0
        while index < text.count {
            guard !isWord(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, !isWord(text[index]) { index += 1 }
            if start == 0 || index == text.count {
                return Flaw(range: start..<index, reason: "it \(start == 0 ? "starts" : "ends") with `\(text.extracting(start..<index).string)`")
            }
            if !isJoint(text.extracting(start..<index)) {
                return Flaw(range: start..<index, reason: "`\(text.extracting(start..<index).string)` joins nothing")
            }
        }
        return nil
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || scalar.isASCIIDigit || scalar == "." || scalar == "_"
            || scalar == "-" || scalar == "/"
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isLowerCaseLetter || byte.isDigit }

    /// Whether these signs may stand between two words: one of `.`, `_`, `/`, two of `_`, or hyphens.
    private static func isJoint(_ text: borrowing Span<UInt8>) -> Bool {
        if text.count == 1 || text.equals("__") { return true }
        for index in 0..<text.count where text[index] != UInt8(ascii: "-") { return false }
        return true
    }
}
