package import Documents

/// A text that is put together from pieces, each with its place in the document.
package struct ComposedText: Sendable {
    package private(set) var bytes: [UInt8] = []
    private(set) var pieces: [Translation.Piece] = []
    private(set) var definitions: [Translation.Definition] = []
    private(set) var names: [String] = []
    /// Whether some of it may be something else when the request is made.
    package private(set) var isFilledIn = false

    package init() {}

    /// What a text or a piece of one takes at least, in bytes.
    static let cost = 32
    var pieceCount: Int { pieces.count }
    /// What a copy of the text takes, about.
    var size: Int { bytes.count + Self.cost * pieces.count }

    package mutating func reserve(bytes: Int, pieces: Int) {
        self.bytes.reserveCapacity(bytes)
        self.pieces.reserveCapacity(pieces)
    }

    /// Adds a range of a scalar's text as it stands there; nil: all of it.
    package mutating func add(_ document: Document, _ node: Int, _ range: Range<Int>? = nil) {
        let start = bytes.count
        document.withText(of: node) { text in
            text.extracting(range ?? 0..<text.count).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        }
        addPiece(start, node, range ?? 0..<bytes.count - start, .literal)
    }

    /// Adds an example of what will be here when the request is made.
    /// - Parameters:
    ///   - name: what messages quote in its place, where no range says what is written, such as `${AWS::Region}`.
    ///   - node: where it is referred to; `range`: the bytes there, nil for the whole node.
    package mutating func add(
        example: StaticString, name: @autoclosure () -> String, by node: Int, _ range: Range<Int>? = nil,
        _ definition: Translation.Definition? = nil
    ) {
        let start = bytes.count
        example.withUTF8Buffer { bytes.append(contentsOf: $0) }
        isFilledIn = true
        addPiece(start, node, range, .example, definition, name: range == nil ? name() : nil)
    }

    package mutating func add(
        example: [UInt8], name: @autoclosure () -> String, by node: Int, _ range: Range<Int>? = nil,
        _ definition: Translation.Definition? = nil
    ) {
        let start = bytes.count
        bytes += example
        isFilledIn = true
        addPiece(start, node, range, .example, definition, name: range == nil ? name() : nil)
    }

    /// Adds what a scalar says that is referred to.
    /// - Parameter isFilledIn: whether it may be something else when the request is made, as the default of a parameter.
    package mutating func add(
        _ content: [UInt8], by node: Int, _ range: Range<Int>? = nil, _ definition: Translation.Definition? = nil,
        isFilledIn: Bool = true
    ) {
        let start = bytes.count
        bytes += content
        self.isFilledIn = self.isFilledIn || isFilledIn
        addPiece(start, node, range, .reference, definition)
    }

    /// Adds another text, whose pieces stay where they are.
    package mutating func add(_ other: ComposedText) {
        let shift = UInt32(bytes.count)
        bytes += other.bytes
        isFilledIn = isFilledIn || other.isFilledIn
        for var piece in other.pieces {
            piece.start += shift
            piece.end += shift
            piece.renumber(definitions: definitions.count, names: names.count)
            pieces.append(piece)
        }
        definitions += other.definitions
        names += other.names
    }

    /// A part of the text, with the pieces that lie in it.
    package func slice(_ range: Range<Int>) -> ComposedText {
        var result = ComposedText()
        result.bytes = Array(bytes[range])
        result.isFilledIn = isFilledIn
        result.definitions = definitions
        result.names = names
        for var piece in pieces {
            let text = piece.text.clamped(to: range)
            guard !text.isEmpty else { continue }
            if piece.content == .literal {
                piece.rangeStart += UInt32(text.lowerBound - piece.text.lowerBound)
                piece.rangeEnd = piece.rangeStart + UInt32(text.count)
            }
            piece.start = UInt32(text.lowerBound - range.lowerBound)
            piece.end = UInt32(text.upperBound - range.lowerBound)
            result.pieces.append(piece)
        }
        return result
    }

    /// Where the content of the text is defined, if all of it is one reference.
    package var definition: Translation.Definition? {
        guard let first = pieces.first, first.definition != Translation.Piece.none else { return nil }
        return definitions[Int(first.definition)]
    }

    /// An empty piece is nowhere.
    private mutating func addPiece(
        _ start: Int, _ node: Int, _ range: Range<Int>?, _ content: Translation.Piece.Content,
        _ definition: Translation.Definition? = nil, name: String? = nil
    ) {
        guard start < bytes.count else { return }
        let none = Translation.Piece.none
        pieces.append(
            Translation.Piece(
                start: UInt32(start), end: UInt32(bytes.count), node: UInt32(node),
                rangeStart: UInt32(range?.lowerBound ?? 0), rangeEnd: UInt32(range?.upperBound ?? 0),
                definition: definition == nil ? none : UInt32(definitions.count),
                name: name == nil ? none : UInt32(names.count), content: content))
        if let definition { definitions.append(definition) }
        if let name { names.append(name) }
    }
}

extension Translation.Piece {
    /// Puts the piece among others that have so many definitions and names already.
    mutating func renumber(definitions: Int, names: Int) {
        if definition != Self.none { definition += UInt32(definitions) }
        if name != Self.none { name += UInt32(names) }
    }
}
