package import Documents

/// Walks a parsed document that holds requests as the API takes them; a dialect says what its scalars mean.
package struct NodeCursor: Cursor {
    private let document: Document
    private let dialect: any Dialect

    package init(_ document: Document, dialect: any Dialect) {
        self.document = document
        self.dialect = dialect
    }

    package static var readsTheAPIsForm: Bool { true }

    package var source: [UInt8] { document.source.bytes }
    package var decoded: [UInt8] { document.decodedText }

    @inline(__always)
    package func kind(of place: Place) -> ValueKind {
        let node = document.nodes[Int(place.index)]
        switch node.kind {
        case .object: return .object
        case .array: return .array
        case .string: return .string
        case .number: return node.flags.contains(.integer) ? .integer : .number
        case .true, .false: return .boolean
        case .null: return .null
        case .plain, .alien, .template: return dialect.kind(of: Int(place.index), in: document)
        }
    }

    @inline(__always)
    package func certainty(of place: Place) -> Certainty { .certain }

    @inline(__always)
    package func isAssumed(_ place: Place) -> Bool { false }

    package func isIncomplete(_ place: Place) -> Bool {
        document.nodes[Int(place.index)].flags.contains(.incomplete)
    }

    @inline(__always)
    package func text(of place: Place) -> TextLocation {
        let node = document.nodes[Int(place.index)]
        return node.isVerbatim ? node.verbatimText : document.decodedLocation(of: Int(place.index))
    }

    @inline(__always)
    package func name(of key: Place) -> TextLocation { text(of: key) }

    @inline(__always)
    package func ambiguity(of place: Place) -> String? {
        guard case .plain = document.nodes[Int(place.index)].kind else { return nil }
        return dialect.ambiguity(of: Int(place.index), in: document)
    }

    @inline(__always)
    package func member(
        _ key: Place, named name: borrowing Span<UInt8>, of shape: ShapeRecord, in registry: Registry
    ) -> Int? {
        registry.member(named: name, of: shape)
    }

    package func isUnavailable(_ key: Place) -> Bool { false }

    package func naming(_ registry: Registry) -> any Naming { APINaming(registry) }

    package func members(of object: Place) -> Iteration {
        let index = Int(object.index)
        return Iteration(next: index + 1, end: Int(document.nodes[index].next))
    }

    package mutating func nextMember(_ iteration: inout Iteration) -> (key: Place, value: Place)? {
        guard iteration.next < iteration.end else { return nil }
        let key = iteration.next
        let value = Int(document.nodes[key].next)
        guard value < iteration.end else { return nil }
        iteration.next = Int(document.nodes[value].next)
        return (Place(key), Place(value))
    }

    package func items(of array: Place) -> Iteration { members(of: array) }

    package mutating func nextItem(_ iteration: inout Iteration) -> Place? {
        guard iteration.next < iteration.end else { return nil }
        let item = iteration.next
        iteration.next = Int(document.nodes[item].next)
        return Place(item)
    }
}
