// Where the resource lies: the partition and the Region.
import RequestLint

extension ARNCheck {
    static func place(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ form: ARNForm, _ site: borrowing CheckSite,
        _ verdicts: inout Verdicts
    ) {
        let partition = text.extracting(parts.partition)
        if site.table("regions", maps: text.extracting(parts.region), to: partition) { return }
        guard let regions = site.table("regions"), let partitions = site.table("partitions") else { return }
        let number = regions.find(text.extracting(parts.region))
        let geography = Geography(regions: regions, partitions: partitions)
        let region = text.extracting(parts.region).string
        let owner = number.map { regions.value($0) } ?? geography.partition(ofFormOf: region)
        let isTaken = takes(partition, isStrict: form.isStrict)
        let isRegion = isRegionForm(text.extracting(parts.region))
        if !isTaken { wrongPartition(text, parts, owner, geography, &verdicts) }
        if !isRegion { return wrongRegion(text, parts, geography, &verdicts) }
        guard isTaken else { return }
        let isKnown = partitions.find(partition) != nil
        // Where parts were filled in, nobody knows that partition and Region do not fit.
        if let owner, owner != partition.string, number != nil || isKnown, !site.isAssumed {
            mismatch(text, parts, owner, isKnownRegion: number != nil, &verdicts)
        } else if isKnown {
            guard number == nil else { return }
            unknownRegion(text, parts, geography, &verdicts)
        } else {
            unknownPartition(text, parts, geography, &verdicts)
        }
    }

    /// Whether the pattern of the shape takes the partition.
    private static func takes(_ partition: borrowing Span<UInt8>, isStrict: Bool) -> Bool {
        guard partition.starts(with: "aws") else { return false }
        guard isStrict else { return true }
        var before = UInt8(ascii: "-")
        for index in 3..<partition.count {
            let byte = partition[index]
            let isHyphen = byte == UInt8(ascii: "-")
            guard byte.isLowerCaseLetter && index > 3 || isHyphen && (index == 3 || before != byte) else { return false }
            before = byte
        }
        return partition.count == 3 || before != UInt8(ascii: "-")
    }

    /// Whether the text looks like a Region: words between hyphens and a number behind the last.
    static func isRegionForm(_ region: borrowing Span<UInt8>) -> Bool {
        var words = PartReader(start: 0, end: region.count, separator: UInt8(ascii: "-"))
        guard let first = words.next(in: region), first.count >= 2,
            first.allSatisfy({ region[$0].isLowerCaseLetter })
        else { return false }
        var count = 1
        while let word = words.next(in: region) {
            guard !word.isEmpty else { return false }
            if words.rest == nil { return count >= 2 && word.allSatisfy { region[$0].isDigit } }
            guard word.allSatisfy({ region[$0].isLowerCaseLetter }) else { return false }
            count += 1
        }
        return false
    }

    // MARK: Findings

    private static func wrongPartition(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ owner: String?, _ geography: Geography,
        _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let value = text.extracting(parts.partition).string
        let advice = owner.map { "Write `\($0)`." } ?? "Write `aws`, or one of \(ShapeMessages.list(geography.otherPartitions))."
        verdicts.report(
            Problem.partition, at: text.marked(parts.partition),
            message: value.isEmpty
                ? "The ARN names no partition; the second part of an ARN is the partition of AWS that the resource lies in. \(advice)"
                : "`\(ShapeMessages.clipped(value))` is no partition of AWS; the second part of an ARN is the partition that the resource lies in. \(advice)",
            fix: owner.map { FixProposal("write `\($0)`", .unsafe, [.replaceText(place, parts.partition, with: $0)]) })
    }

    private static func wrongRegion(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ geography: Geography, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let value = text.extracting(parts.region).string
        let near = geography.region(meantBy: value)
        let isZone = near.map { value.hasPrefix($0) && value != $0 } ?? false
        verdicts.report(
            Problem.region, at: text.marked(parts.region),
            message: (value.isEmpty
                ? "The ARN names no Region, and the resources of Image Builder lie in one each. "
                : "`\(ShapeMessages.clipped(value))` \(isZone ? "looks like an Availability Zone, and a Region belongs here" : "is no Region: a Region is words between hyphens and a number"). ")
                + (near.map { "Write `\($0)`." } ?? "Write the Region that the resource lies in, such as `us-east-1`."),
            fix: near.map { FixProposal("write `\($0)`", .unsafe, [.replaceText(place, parts.region, with: $0)]) })
    }

    private static func mismatch(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ owner: String, isKnownRegion: Bool,
        _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let value = text.extracting(parts.partition).string
        let region = text.extracting(parts.region).string
        verdicts.report(
            Problem.partitionRegion, at: parts.partition,
            message: "`\(ShapeMessages.clipped(value))` is not the partition of `\(region)`, which \(isKnownRegion ? "lies in" : "by its form lies in") `\(owner)`. Write `\(owner)`, or another Region.",
            fix: FixProposal("write `\(owner)`", .unsafe, [.replaceText(place, parts.partition, with: owner)]))
    }

    private static func unknownRegion(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ geography: Geography, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let value = text.extracting(parts.region).string
        let near = geography.hasNeighbour(of: value) ? nil : geography.region(meantBy: value)
        verdicts.report(
            Problem.unknownRegion, at: parts.region,
            message: "`\(value)` is no Region that \(geography.release) knows; only a Region newer than that can be right. "
                + (near.map { "Did you mean `\($0)`?" } ?? "Correct it, unless it is new."),
            fix: near.map { FixProposal("write `\($0)`", .unsafe, [.replaceText(place, parts.region, with: $0)]) })
    }

    private static func unknownPartition(
        _ text: borrowing Span<UInt8>, _ parts: ARNParts, _ geography: Geography, _ verdicts: inout Verdicts
    ) {
        let value = text.extracting(parts.partition).string
        verdicts.report(
            Problem.unknownPartition, at: parts.partition,
            message: "`\(ShapeMessages.clipped(value))` is no partition that \(geography.release) knows; it knows \(ShapeMessages.list(["aws"] + geography.otherPartitions)). Correct it, unless it is new.")
    }
}
