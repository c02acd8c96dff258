package import Documents

/// A text that is put together from pieces, each with its place in the document.
package struct ComposedText: Sendable {
    package private(set) var bytes: [UInt8] = []
    private(set) var pieces: [Translation.Piece] = []
    /// Whether some of it may be something else when the request is made.
    package private(set) var isFilledIn = false

    package init() {}

    package mutating func reserve(bytes: Int, pieces: Int) {
        self.bytes.reserveCapacity(bytes)
        self.pieces.reserveCapacity(pieces)
    }

    /// Adds a range of a scalar's text as it stands there; nil: all of it.
    package mutating func add(_ document: Document, _ node: Int, _ range: Range<Int>? = nil) {
        let start = bytes.count
        document.withText(of: node) { text in
            for index in range ?? 0..<text.count { bytes.append(text[index]) }
        }
        addPiece(start, node, range ?? 0..<bytes.count - start, .literal, nil)
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
        addPiece(start, node, range, .example(name: range == nil ? name() : ""), definition)
    }

    package mutating func add(
        example: [UInt8], name: @autoclosure () -> String, by node: Int, _ range: Range<Int>? = nil,
        _ definition: Translation.Definition? = nil
    ) {
        let start = bytes.count
        bytes += example
        isFilledIn = true
        addPiece(start, node, range, .example(name: range == nil ? name() : ""), definition)
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
        let shift = bytes.count
        bytes += other.bytes
        isFilledIn = isFilledIn || other.isFilledIn
        for piece in other.pieces {
            pieces.append(
                Translation.Piece(
                    text: piece.text.lowerBound + shift..<piece.text.upperBound + shift, node: piece.node,
                    range: piece.range, content: piece.content, definition: piece.definition))
        }
    }

    /// A part of the text, with the pieces that lie in it.
    package func slice(_ range: Range<Int>) -> ComposedText {
        var result = ComposedText()
        result.bytes = Array(bytes[range])
        result.isFilledIn = isFilledIn
        for piece in pieces {
            let text = piece.text.clamped(to: range)
            guard !text.isEmpty else { continue }
            let skipped = text.lowerBound - piece.text.lowerBound
            let place = piece.isLiteral
                ? piece.range.map { $0.lowerBound + skipped..<$0.lowerBound + skipped + text.count } : piece.range
            result.pieces.append(
                Translation.Piece(
                    text: text.lowerBound - range.lowerBound..<text.upperBound - range.lowerBound, node: piece.node,
                    range: place, content: piece.content, definition: piece.definition))
        }
        return result
    }

    /// Where the content of the text is defined, if all of it is one reference.
    package var definition: Translation.Definition? { pieces.first?.definition }

    /// An empty piece is nowhere.
    private mutating func addPiece(
        _ start: Int, _ node: Int, _ range: Range<Int>?, _ content: Translation.Piece.Content,
        _ definition: Translation.Definition?
    ) {
        guard start < bytes.count else { return }
        pieces.append(
            Translation.Piece(
                text: start..<bytes.count, node: node, range: range, content: content, definition: definition))
    }
}
