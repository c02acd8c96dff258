import Documents

/// How sure it is that a translated value is what its place says.
package enum Certainty: UInt8, Sendable, BitwiseCopyable {
    /// It is there, and it is this.
    case certain
    /// It is there, and this is one of the things that it may be, such as the default of a parameter. It is judged for
    /// itself, and structures know nothing of it.
    case possible
    /// It may or may not be there; where it is, it is this.
    case maybe

    /// What something is inside of something else.
    package func within(_ other: Certainty) -> Certainty { rawValue < other.rawValue ? other : self }
}

/// The requests of a document in the API's terms, where the document writes them down in another form. Made by a
/// `TranslationBuilder`, walked by a `TranslationCursor`; each value knows the node that it comes from.
package struct Translation: Sendable {
    /// A value, or the key in front of one: preorder, `next` leads over the subtree, as in a `Document`.
    package struct Value: BitwiseCopyable, Sendable {
        var kind: ValueKind
        var certainty: Certainty
        var flags: Flags
        /// Of a key: the number of its member in the shape at hand, plus one. 0: the shape has no such member.
        var member: UInt8
        /// Of a scalar or key: where its text lies.
        var start: UInt32
        var count: UInt32
        /// The number of the value behind this subtree.
        var next: UInt32
        /// The node of the document that it stands for. Of a value that was put together: the whole expression.
        package internal(set) var origin: UInt32
    }

    struct Flags: OptionSet, Sendable, BitwiseCopyable {
        let rawValue: UInt8

        /// The text lies in `texts`, not in the source.
        static let isDecoded = Flags(rawValue: 1)
        /// There may be more in the object or list than is here.
        static let isIncomplete = Flags(rawValue: 2)
        /// The text was put together; `pieces` say from what.
        static let hasPieces = Flags(rawValue: 4)
        /// A key of a member that the API has, and this form has not.
        static let isUnavailable = Flags(rawValue: 8)
        /// Parts of the text were filled in, as an account or Region may be: it has this form, and is never compared.
        static let isAssumed = Flags(rawValue: 16)
        /// It stands inside a text of the document, which is its origin; its first piece says where.
        static let isInText = Flags(rawValue: 32)
    }

    /// A part of a text that was put together: where it is written, and where its content is. Small and trivial, because
    /// a template has thousands.
    struct Piece: BitwiseCopyable, Sendable {
        enum Content: UInt8, BitwiseCopyable {
            /// The bytes stand in the document as they are, one for one.
            case literal
            /// They stand elsewhere.
            case reference
            /// They are an example of what will be there; messages quote what is written, or the name of what is meant.
            case example
        }

        /// Its bytes in the text.
        var start: UInt32
        var end: UInt32
        /// The scalar in which the piece is written down, and its bytes there; an empty range: the node as a whole.
        let node: UInt32
        var rangeStart: UInt32
        var rangeEnd: UInt32
        /// The numbers of its definition and of its name among those of the text; `none` where it has none.
        var definition: UInt32
        var name: UInt32
        let content: Content

        static let none = UInt32.max

        var text: Range<Int> { Int(start)..<Int(end) }
        var range: Range<Int>? { rangeStart < rangeEnd ? Int(rangeStart)..<Int(rangeEnd) : nil }
    }

    /// Where something that a text refers to is defined: a spot of the document, and a sentence for the reader, such as
    /// "The default stands here."
    package typealias Definition = RelatedSpot

    /// How the form names members.
    let naming: any Naming
    package internal(set) var values: ContiguousArray<Value> = []
    /// The texts that the source does not have as they are.
    package internal(set) var texts: [UInt8] = []
    var pieces: [Piece] = []
    /// What pieces refer to by number: where they are defined, and what messages call them.
    var definitions: [Definition] = []
    var names: [String] = []
    /// Where a value's pieces lie, in the order of the values.
    var pieceRuns: [(value: Int, pieces: Range<Int>)] = []

    /// Whether the document is what its author writes, so that a change of it is worth proposing.
    let isWritten: Bool

    init(naming: any Naming, isWritten: Bool = true) {
        self.naming = naming
        self.isWritten = isWritten
    }

    /// What a text was put together from; nothing where it stands in the document as it is.
    func pieces(of value: Int) -> ArraySlice<Piece> {
        guard let run = find(value, in: pieceRuns.count, by: { pieceRuns[$0].value }) else { return [] }
        return pieces[pieceRuns[run].pieces]
    }

    /// What a text of which parts were filled in looks like in the source; nil where none were.
    func writtenText(of value: Int, in document: Document) -> String? {
        guard values[value].flags.contains(.isAssumed) else { return nil }
        let start = Int(values[value].start)
        return pieces(of: value).map { piece in
            guard piece.content == .example else {
                return String(decoding: texts[start + piece.text.lowerBound..<start + piece.text.upperBound], as: UTF8.self)
            }
            if let range = piece.range { return document.withText(of: Int(piece.node)) { $0.extracting(range).string } }
            return piece.name == Piece.none ? "" : names[Int(piece.name)]
        }.joined()
    }

    private func find(_ value: Int, in count: Int, by key: (Int) -> Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if key(middle) == value { return middle }
            if key(middle) < value { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
