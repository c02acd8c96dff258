// What stands behind the name: the version and the build number.
import RequestLint

extension ARNCheck {
    /// Judges what is left of the resource behind its name.
    static func version(
        _ text: borrowing Span<UInt8>, behind name: Range<Int>, _ parts: inout PartReader, _ kind: ARNKind,
        _ form: ARNForm, _ verdicts: inout Verdicts
    ) {
        guard form.version != .none else { return end(text, behind: name, parts.rest, kind, &verdicts) }
        guard let range = parts.next(in: text) else {
            if form.version != .any { missingVersion(text, name, kind, form, &verdicts) }
            return
        }
        guard !range.isEmpty else {
            if form.version == .any { return trailingSlash(range, &verdicts) }
            return missingVersion(text, name, kind, form, &verdicts)
        }
        let version = ARNVersion(text, range)
        if let flaw = version.flaw { return wrongForm(text, range, flaw, form, &verdicts) }
        if version.firstWildcard != nil, !form.version.takesWildcards {
            let value = text.extracting(range).string
            return verdicts.report(
                Problem.version, at: range,
                message: "`\(value)` has a wildcard, and \(form.noun) is named here by exactly one version. Write its three numbers, such as `1.0.0`.")
        }
        if let number = version.behindWildcard { wildcardOrder(text, range, number, &verdicts) }
        if let number = version.beyondBounds {
            let value = text.extracting(number).string
            verdicts.report(
                Problem.versionBounds, at: number,
                message: "`\(ShapeMessages.clipped(value))` is too large; a number of a version is at most \(ARNVersion.largestNumber). Write a smaller one.")
        }
        build(text, behind: range, version, &parts, kind, form, &verdicts)
    }

    // MARK: Version

    private static func missingVersion(
        _ text: borrowing Span<UInt8>, _ name: Range<Int>, _ kind: ARNKind, _ form: ARNForm,
        _ verdicts: inout Verdicts
    ) {
        let value = text.extracting(name).string
        let advice = switch form.version {
        case .build: "Add the version and the build number, such as `\(value)/1.0.0/1`."
        case .numbers: "Add the version, such as `\(value)/1.0.0`."
        default: "Add it, such as `\(value)/1.0.0`, or `\(value)/x.x.x` for the newest."
        }
        verdicts.report(
            Problem.version, at: name,
            message: "`\(value)` is followed by no version; the ARN of \(kind.noun) has one after the name. \(advice)")
    }

    /// What may not follow a name without versions.
    private static func end(
        _ text: borrowing Span<UInt8>, behind name: Range<Int>, _ rest: Range<Int>?, _ kind: ARNKind,
        _ verdicts: inout Verdicts
    ) {
        guard let rest else { return }
        guard !rest.isEmpty else { return trailingSlash(rest, &verdicts) }
        let place = verdicts.place
        let value = text.extracting(rest).string
        let isVersion = text[rest.lowerBound].isDigit || text[rest.lowerBound] == UInt8(ascii: "x")
        verdicts.report(
            Problem.version, at: rest,
            message: "`\(ShapeMessages.clipped(value))` follows the name, and the ARN of \(kind.noun) ends with the name\(isVersion ? ": it has no versions" : ""). Remove `/\(ShapeMessages.clipped(value))`.",
            fix: FixProposal("end with the name", .unsafe, [.replaceText(place, rest.lowerBound - 1..<rest.upperBound, with: "")]))
    }

    private static func trailingSlash(_ end: Range<Int>, _ verdicts: inout Verdicts) {
        let place = verdicts.place
        let slash = end.lowerBound - 1..<end.lowerBound
        verdicts.report(
            Problem.malformed, at: slash,
            message: "`/` ends the ARN, and nothing follows it. Remove it.",
            fix: FixProposal("remove the slash", .safe, [.replaceText(place, slash, with: "")]))
    }

    private static func wrongForm(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ flaw: ARNVersion.Flaw, _ form: ARNForm,
        _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let value = text.extracting(range).string
        let quoted = ShapeMessages.clipped(value)
        let mayBe = form.version.takesWildcards ? "each a number or a lower-case `x`" : "each a number"
        let repaired = ARNVersion.repaired(value, wildcards: form.version.takesWildcards)
        let what = switch flaw {
        case .count(let count): "has \(count) part\(count == 1 ? "" : "s")"
        case .node(let node):
            node.isEmpty ? "has an empty part" : "has the part `\(ShapeMessages.clipped(text.extracting(node).string))`"
        }
        let advice = repaired.map { "Write `\($0)`." }
            ?? (form.version.takesWildcards ? "Write a version such as `1.0.0`, or `x.x.x` for the newest." : "Write a version such as `1.0.0`.")
        verdicts.report(
            Problem.version, at: range,
            message: "`\(quoted)` \(what); a version has three (major, minor, patch), \(mayBe). \(advice)",
            fix: repaired.map { FixProposal("write `\($0)`", .unsafe, [.replaceText(place, range, with: $0)]) })
    }

    private static func wildcardOrder(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ number: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let value = text.extracting(range).string
        lazy var ordered = Self.ordered(value)
        verdicts.report(
            Problem.wildcardOrder, at: number,
            message: "`\(text.extracting(number).string)` stands to the right of a wildcard in `\(value)`; after the first `x` only `x` may follow. Write `\(ordered)`, or a number for each `x` before it.",
            fix: FixProposal("write `\(ordered)`", .unsafe, [.replaceText(place, range, with: ordered)]))
    }

    /// The version with wildcards to the right of the first one.
    private static func ordered(_ version: String) -> String {
        var isBehind = false
        let nodes = version.split(separator: ".").map { node in
            isBehind = isBehind || node == "x"
            return isBehind ? "x" : String(node)
        }
        return nodes.joined(separator: ".")
    }

    // MARK: Build number

    private static func build(
        _ text: borrowing Span<UInt8>, behind range: Range<Int>, _ version: ARNVersion, _ parts: inout PartReader,
        _ kind: ARNKind, _ form: ARNForm, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let build = parts.next(in: text)
        guard let build, !build.isEmpty else {
            if form.version == .build {
                let value = text.extracting(range).string
                verdicts.report(
                    Problem.buildNumber, at: range,
                    message: "`\(value)` is followed by no build number; this member names one build of \(kind.noun). Add it: `\(value)/1` is the first.")
            } else if let build {
                trailingSlash(build, &verdicts)
            }
            return
        }
        if let rest = parts.rest {
            if rest.isEmpty { return trailingSlash(rest, &verdicts) }
            let value = text.extracting(rest).string
            return verdicts.report(
                Problem.malformed, at: rest,
                message: "`\(ShapeMessages.clipped(value))` follows the build number, where an ARN ends. Remove `/\(ShapeMessages.clipped(value))`.")
        }
        let value = text.extracting(build).string
        let quoted = ShapeMessages.clipped(value)
        let whole = text.extracting(range).string
        let removal = FixProposal(
            "remove the build number", .unsafe,
            [.replaceText(place, build.lowerBound - 1..<build.upperBound, with: "")])
        if !form.version.takesBuild {
            let why = kind == .imageRecipe || kind == .containerRecipe
                ? "the ARN of a recipe ends with the version: recipes have no builds"
                : "this member names a version and not one of its builds"
            verdicts.report(
                Problem.buildNumber, at: build,
                message: "`\(quoted)` follows the version, and \(why). Remove `/\(quoted)`.", fix: removal)
        } else if version.firstWildcard != nil, form.version != .any {
            verdicts.report(
                Problem.buildNumber, at: build,
                message: "`\(quoted)` follows the wildcards of `\(whole)`, and only a version of three numbers has builds. Remove `/\(quoted)`, or write the numbers.",
                fix: removal)
        } else if !build.allSatisfy({ text[$0].isDigit }) {
            verdicts.report(
                Problem.buildNumber, at: build,
                message: "`\(quoted)` is no build number; a build is named by digits. Write its number, or `\(whole)` alone for the newest build.",
                fix: form.version == .build ? nil : removal)
        }
    }
}
