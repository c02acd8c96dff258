import Documents

/// Writes requests down in the API's terms, value by value. What a dialect does with a resource is: open an object, write
/// each key and behind it the value that it found, close the object.
///
/// A value that can't be known is `unknown`; several that it may be stand between `openAlternatives` and `close`, each
/// judged for itself; what the form has and the API does not is left out.
package struct TranslationBuilder {
    package private(set) var translation: Translation
    let document: Document
    private let budget: ExpansionBudget
    private var open: [Int] = []

    /// - Parameters:
    ///   - naming: how the form names members, for messages.
    ///   - isWritten: whether the document is what its author writes; of what a program made of it no change is proposed.
    init(_ document: Document, naming: any Naming, isWritten: Bool = true, _ budget: ExpansionBudget) {
        self.document = document
        self.budget = budget
        translation = Translation(naming: naming, isWritten: isWritten)
        // Most of what a document holds is translated once.
        translation.values.reserveCapacity(document.nodes.count)
    }

    // MARK: Structures

    /// The number of the value that is written next: the place of a request.
    package var nextValue: Int { translation.values.count }

    package mutating func openObject(from node: Int, _ certainty: Certainty = .certain, isIncomplete: Bool = false) {
        begin(.object, node, certainty, isIncomplete)
    }

    package mutating func openList(from node: Int, _ certainty: Certainty = .certain, isIncomplete: Bool = false) {
        begin(.array, node, certainty, isIncomplete)
    }

    /// What is written until `close` are values that may stand here, one of them at a time.
    package mutating func openAlternatives(from node: Int, _ certainty: Certainty = .possible) {
        begin(.alternatives, node, certainty, false)
    }

    /// Notes that the innermost object or list may hold more than was written.
    package mutating func noteIncomplete() {
        guard let holder = open.last else { return }
        translation.values[holder].flags.insert(.isIncomplete)
    }

    package mutating func close() {
        guard let holder = open.popLast() else { return }
        translation.values[holder].next = UInt32(translation.values.count)
    }

    private mutating func begin(_ kind: ValueKind, _ node: Int, _ certainty: Certainty, _ isIncomplete: Bool) {
        let isCut = isIncomplete || document.nodes[node].flags.contains(.incomplete)
        open.append(translation.values.count)
        append(Record(kind: kind, certainty: certainty, flags: isCut ? .isIncomplete : []), from: node)
    }

    // MARK: Keys

    /// A key whose member the shape at hand has; nil: it has none of that name, which is reported.
    package mutating func key(_ node: Int, member: Int?) {
        key(node, member: member, [])
    }

    /// A key of a member that the API has, and this form has not, which is reported.
    package mutating func unavailableKey(_ node: Int, member: Int) {
        key(node, member: member, .isUnavailable)
    }

    /// A key whose text the document does not have as it is.
    /// - Parameter node: what stands for it.
    package mutating func key(_ text: [UInt8], from node: Int, member: Int?) {
        var record = Record(kind: .string, flags: .isDecoded, member: member)
        record.take(text, &translation)
        append(record, from: node)
    }

    private mutating func key(_ node: Int, member: Int?, _ flags: Translation.Flags) {
        var record = Record(kind: .string, flags: flags, member: member)
        take(textOf: node, &record)
        append(record, from: node)
    }

    // MARK: Scalars

    /// A scalar of the document, in its own words.
    package mutating func scalar(_ kind: ValueKind, from node: Int, _ certainty: Certainty = .certain) {
        var record = Record(kind: kind, certainty: certainty)
        take(textOf: node, &record)
        append(record, from: node)
    }

    /// A scalar whose text was put together.
    /// - Parameters:
    ///   - node: the expression that it stands for.
    package mutating func scalar(_ kind: ValueKind, _ text: ComposedText, from node: Int, _ certainty: Certainty) {
        let value = translation.values.count
        guard budget.pay(bytes: text.size, at: node) else { return unknown(from: node, certainty) }
        var record = Record(
            kind: kind, certainty: certainty,
            flags: text.isFilledIn ? [.isDecoded, .hasPieces, .isAssumed] : [.isDecoded, .hasPieces])
        record.take(text.bytes, &translation)
        append(record, from: node)
        let first = translation.pieces.count
        translation.pieces += text.pieces
        // Their definitions and names are numbered in the translation now.
        if !text.definitions.isEmpty || !text.names.isEmpty {
            for piece in first..<translation.pieces.count {
                translation.pieces[piece].renumber(
                    definitions: translation.definitions.count, names: translation.names.count)
            }
            translation.definitions += text.definitions
            translation.names += text.names
        }
        translation.pieceRuns.append((value, first..<translation.pieces.count))
    }

    /// Something is here, and what it is can't be known.
    package mutating func unknown(from node: Int, _ certainty: Certainty = .certain) {
        append(Record(kind: .unknown, certainty: certainty), from: node)
    }

    /// Says where the value that was written last, or opened, stands in the text that it comes from.
    package mutating func place(inText range: Range<Int>) {
        let value = translation.values.count - 1
        translation.values[value].flags.insert(.isInText)
        guard translation.pieceRuns.last?.value != value else { return }
        let piece = Translation.Piece(
            start: 0, end: 0, node: translation.values[value].origin, rangeStart: UInt32(range.lowerBound),
            rangeEnd: UInt32(range.upperBound), definition: Translation.Piece.none, name: Translation.Piece.none,
            content: .reference)
        translation.pieceRuns.append((value, translation.pieces.count..<translation.pieces.count + 1))
        translation.pieces.append(piece)
    }

    // MARK: Records

    /// A value before it is written.
    private struct Record {
        let kind: ValueKind
        var certainty = Certainty.certain
        var flags: Translation.Flags = []
        /// Of a key: the number of its member.
        var member: Int?
        private(set) var start = 0
        private(set) var count = 0

        /// Gives the record a text that the source does not have as it is.
        mutating func take(_ text: [UInt8], _ translation: inout Translation) {
            start = translation.texts.count
            count = text.count
            translation.texts += text
        }

        /// Gives the record a text that stands in the source.
        mutating func take(_ location: TextLocation) {
            start = location.start
            count = location.count
        }
    }

    private mutating func append(_ record: Record, from node: Int) {
        // Where the budget is spent, values are unknown by now, and as many as the document has are written at most.
        _ = budget.pay(at: node)
        let next = translation.values.count + 1
        translation.values.append(
            Translation.Value(
                kind: record.kind, certainty: record.certainty, flags: record.flags,
                member: UInt8(truncatingIfNeeded: (record.member ?? -1) + 1), start: UInt32(record.start),
                count: UInt32(record.count), next: UInt32(next), origin: UInt32(node)))
    }

    /// Gives a record the text of a node.
    private mutating func take(textOf node: Int, _ record: inout Record) {
        let location = document.textLocation(of: node)
        guard location.isDecoded else { return record.take(location) }
        _ = budget.pay(bytes: location.count, at: node)
        record.flags.insert(.isDecoded)
        record.take(Array(document.decodedText[location.start..<location.start + location.count]), &translation)
    }
}
