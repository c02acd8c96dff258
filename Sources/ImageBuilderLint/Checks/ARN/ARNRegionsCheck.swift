package import RequestLint

/// Compares the Regions of the ARNs in one request. What is unknown, or no ARN of Image Builder, is not compared.
///
/// It reports those that differ from most others, for they are the ones to correct. Partitions need no comparison of
/// their own: of two ARNs in one Region and two partitions, the check `arn` refuses one.
package enum ARNRegionsCheck: StructureCheck {
    package enum Problem: String, CheckProblem {
        case differ
    }

    package static let name = "arn-regions"
    package static let problems = Problem.names

    package static func slots(_ parameters: CompiledParameters) -> [String] { ARNMember.slots }

    package static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        if let summary = ARNSummary(verdicts, of: structure), summary.isInOneRegion { return }
        var first: ARNMember.Model?
        var isMixed = false
        ARNMember.forEach(in: structure) { sighting in
            let text = sighting.slot.bytes
            if let first, first.isHead(of: text) { return }
            guard let region = region(of: text) else { return }
            if let first {
                isMixed = isMixed || !first.agrees(with: text, region)
            } else {
                first = ARNMember.Model(sighting: sighting, part: region)
            }
        }
        if isMixed { explain(structure, &verdicts) }
    }

    /// Where the Region stands in an ARN of Image Builder.
    private static func region(of text: borrowing Span<UInt8>) -> Range<Int>? {
        guard let parts = ARNParts(text, in: 0..<text.count),
            parts.isOfImageBuilder,
            ARNCheck.isRegionForm(text.extracting(parts.region))
        else { return nil }
        return parts.region
    }

    // MARK: Findings

    private static func explain(_ structure: borrowing Structure, _ verdicts: inout Verdicts) {
        // Where nobody reads the words, it is enough that some differ.
        guard verdicts.explains else {
            return verdicts.report(Problem.differ, at: .structure(verdicts.place), message: "")
        }
        var found: [(at: ARNMember.Sighting, range: Range<Int>, region: String)] = []
        ARNMember.forEach(in: structure) { sighting in
            let text = sighting.slot.bytes
            guard let range = region(of: text) else { return }
            found.append((sighting, range, text.extracting(range).string))
        }
        let usual = mostCommon(found.map(\.region))
        guard let model = found.first(where: { $0.region == usual }) else { return }
        for other in found where other.region != model.region {
            verdicts.report(
                Problem.differ, at: .text(other.at.slot.place, other.range), member: other.at.pointer,
                message: "`\(other.region)` differs from `\(model.region)`, the Region of `\(model.at.name)`; Image Builder works with resources of its own Region only. Write the ARN of \(other.at.member.noun) in `\(model.region)`.",
                related: [RelatedSpot("`\(model.at.name)` lies in `\(model.region)`.", .text(model.at.slot.place, model.range))])
        }
    }

    /// The text that occurs most often; of several such, the first.
    private static func mostCommon(_ texts: [String]) -> String? {
        var counts: [String: Int] = [:]
        for text in texts { counts[text, default: 0] += 1 }
        let most = counts.values.max()
        return texts.first { counts[$0] == most }
    }
}
