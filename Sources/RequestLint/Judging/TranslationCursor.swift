package import Documents

/// Walks the requests of a translation.
package struct TranslationCursor: Cursor {
    private let translation: Translation
    package let source: [UInt8]

    package init(_ translation: Translation, of document: Document) {
        self.translation = translation
        source = document.source.bytes
    }

    package var decoded: [UInt8] { translation.texts }

    private func value(_ place: Place) -> Translation.Value { translation.values[Int(place.index)] }

    package func kind(of place: Place) -> ValueKind { value(place).kind }
    package func certainty(of place: Place) -> Certainty { value(place).certainty }
    package func isAssumed(_ place: Place) -> Bool { value(place).flags.contains(.isAssumed) }
    package func isIncomplete(_ place: Place) -> Bool { value(place).flags.contains(.isIncomplete) }

    package func text(of place: Place) -> TextLocation {
        let value = value(place)
        return TextLocation(
            isDecoded: value.flags.contains(.isDecoded), start: Int(value.start), count: Int(value.count))
    }

    /// Forms that leave room for doubt say what they read.
    package func ambiguity(of place: Place) -> String? { nil }

    package func member(
        _ key: Place, named name: borrowing Span<UInt8>, of shape: ShapeRecord, in registry: Registry
    ) -> Int? {
        let value = value(key)
        return value.member == 0 || value.flags.contains(.isUnavailable) ? nil : Int(value.member) - 1
    }

    package func isUnavailable(_ key: Place) -> Bool { value(key).flags.contains(.isUnavailable) }

    package func naming(_ registry: Registry) -> any Naming { translation.naming }

    package func members(of object: Place) -> Iteration {
        Iteration(next: Int(object.index) + 1, end: Int(value(object).next))
    }

    package mutating func nextMember(_ iteration: inout Iteration) -> (key: Place, value: Place)? {
        guard iteration.next < iteration.end else { return nil }
        let key = iteration.next
        let value = Int(translation.values[key].next)
        guard value < iteration.end else { return nil }
        iteration.next = Int(translation.values[value].next)
        return (Place(key), Place(value))
    }

    package func items(of array: Place) -> Iteration { members(of: array) }

    package mutating func nextItem(_ iteration: inout Iteration) -> Place? {
        guard iteration.next < iteration.end else { return nil }
        let item = iteration.next
        iteration.next = Int(translation.values[item].next)
        return Place(item)
    }
}
