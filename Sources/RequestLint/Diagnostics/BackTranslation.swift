// What was found in a translated request, taken back to the document: its places, its words, its fixes.
import Documents

/// Takes the findings of a translated request back to the document that it was written in.
struct BackTranslation {
    let translation: Translation
    let document: Document

    private var naming: any Naming { translation.naming }

    func findings(of judgement: Judgement) -> Judgement {
        Judgement(
            findings: judgement.findings.map(finding),
            gaps: judgement.gaps.map { Gap(spot: spot($0.spot), message: words($0.message, at: $0.spot)) })
    }

    private func finding(_ finding: Finding) -> Finding {
        let related = finding.related.map { related in
            related.isInState ? related : RelatedSpot(words(related.message, at: related.spot), spot(related.spot))
        }
        return Finding(
            rule: finding.rule, spot: spot(finding.spot), message: words(finding.message, at: finding.spot),
            requestPointer: finding.requestPointer, related: related + definitions(of: finding.spot),
            fix: finding.fix.flatMap { fix($0, quoting: quotedText(finding.spot)) })
    }

    private func words(_ message: String, at spot: Spot) -> String {
        Wording(naming: naming).message(
            message, quoting: quotedText(spot), written: translation.writtenText(of: spot.value, in: document),
            filledIn: text(of: spot.value))
    }

    /// What a message about this spot quotes as its author wrote it.
    private func quotedText(_ spot: Spot) -> String {
        // A key stands right in front of its value.
        if case .key = spot, spot.value > 0 { return text(of: spot.value - 1) }
        return text(of: spot.value)
    }

    private func text(of value: Int) -> String {
        let record = translation.values[value]
        let range = Int(record.start)..<Int(record.start) + Int(record.count)
        let bytes = record.flags.contains(.isDecoded) ? translation.texts : document.source.bytes
        return String(decoding: bytes[range], as: UTF8.self)
    }

    // MARK: Places

    func origin(of place: Place) -> Int { Int(translation.values[Int(place.index)].origin) }

    private func spot(_ spot: Spot) -> Spot {
        let isInText = translation.values[spot.value].flags.contains(.isInText)
        switch spot {
        case .text(let place, let range): return text(place, range)
        case _ where isInText: return spotInText(spot)
        case .value(let place): return .value(Place(origin(of: place)))
        case .key(let place): return .key(Place(origin(of: place)))
        case .structure(let place): return .structure(Place(origin(of: place)))
        }
    }

    /// The key of a value stands right in front of it; the nodes of the document end at the text.
    private func spotInText(_ spot: Spot) -> Spot {
        let value = if case .key = spot { max(0, spot.value - 1) } else { spot.value }
        guard let range = translation.pieces(of: value).first?.range else { return .value(Place(origin(of: Place(value)))) }
        return .text(Place(origin(of: Place(value))), range)
    }

    /// A range across pieces is marked from where it starts, as far as it stays in the scalar where it starts.
    private func text(_ place: Place, _ range: Range<Int>) -> Spot {
        let pieces = translation.pieces(of: Int(place.index))
        guard let first = pieces.first(where: { $0.text.upperBound > range.lowerBound }) ?? pieces.last
        else { return .text(Place(origin(of: place)), range) }
        let last = pieces.last { $0.node == first.node && $0.text.lowerBound < max(range.upperBound, range.lowerBound + 1) }
        guard let start = first.place(of: range.lowerBound, isEnd: false),
            let end = (last ?? first).place(of: range.upperBound, isEnd: true), start <= end
        else { return .value(Place(Int(first.node))) }
        return .text(Place(Int(first.node)), start..<end)
    }

    /// Where the texts are defined that a finding's range leads through.
    private func definitions(of spot: Spot) -> [RelatedSpot] {
        let range: Range<Int>? = if case .text(_, let range) = spot { range } else { nil }
        var seen: Set<Translation.Definition> = []
        return translation.pieces(of: spot.value).compactMap { piece in
            guard piece.definition != Translation.Piece.none, range.map({ piece.touches($0) }) ?? true,
                case let definition = translation.definitions[Int(piece.definition)], seen.insert(definition).inserted
            else { return nil }
            return definition
        }
    }

    // MARK: Fixes

    private func fix(_ proposal: FixProposal, quoting: String) -> FixProposal? {
        guard translation.isWritten else { return nil }
        var changes: [FixProposal.Change] = []
        for change in proposal.changes {
            guard let change = self.change(change) else { return nil }
            changes.append(change)
        }
        let words = Wording(naming: naming).message(proposal.description, quoting: quoting, written: nil, filledIn: "")
        return FixProposal(words, proposal.safety, changes)
    }

    private func change(_ change: FixProposal.Change) -> FixProposal.Change? {
        switch change {
        case .replaceText(let place, let range, let text):
            guard case .text(let node, let range)? = literal(place, range) else { return nil }
            return .replaceText(node, range, with: text)
        case .replaceValue(let place, let literal):
            return isAsWritten(place) ? .replaceValue(Place(origin(of: place)), literal: literal) : nil
        case .wrapInList(let place):
            return isAsWritten(place) ? .wrapInList(Place(origin(of: place))) : nil
        case .renameKey(let place, let name):
            return .renameKey(Place(origin(of: place)), to: naming.spoken(member: name) ?? name)
        // What is added has the API's names inside.
        case .addMember: return nil
        }
    }

    /// Whether a value stands in the document as it is.
    private func isAsWritten(_ place: Place) -> Bool { translation.pieces(of: Int(place.index)).isEmpty }

    /// A range that stands in the document byte for byte; what is put in from elsewhere may be in use elsewhere too.
    private func literal(_ place: Place, _ range: Range<Int>) -> Spot? {
        if isAsWritten(place) { return .text(Place(origin(of: place)), range) }
        for piece in translation.pieces(of: Int(place.index))
        where piece.content == .literal && piece.text.lowerBound <= range.lowerBound && range.upperBound <= piece.text.upperBound {
            guard let start = piece.place(of: range.lowerBound, isEnd: false),
                let end = piece.place(of: range.upperBound, isEnd: true)
            else { return nil }
            return .text(Place(Int(piece.node)), start..<end)
        }
        return nil
    }
}

extension Translation.Piece {
    /// Where a byte of the text is in the scalar that it is written in; nil where the whole node stands for the piece.
    fileprivate func place(of byte: Int, isEnd: Bool) -> Int? {
        guard let range else { return nil }
        guard content == .literal else { return isEnd ? range.upperBound : range.lowerBound }
        return range.lowerBound + min(max(byte, text.lowerBound), text.upperBound) - text.lowerBound
    }

    fileprivate func touches(_ other: Range<Int>) -> Bool {
        text.lowerBound < max(other.upperBound, other.lowerBound + 1) && other.lowerBound < text.upperBound
    }
}

extension Spot {
    /// The number of the value that it is about.
    fileprivate var value: Int {
        switch self {
        case .value(let place), .text(let place, _), .key(let place), .structure(let place): Int(place.index)
        }
    }
}
