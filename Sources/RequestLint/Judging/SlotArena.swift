// What the Judge keeps of a request for structure checks: one small record a member, so that a check can ask for
// `schedule.timezone` without knowing how the request is written down.

/// Whether a value is there.
package enum Presence: UInt8, Sendable, BitwiseCopyable {
    case absent
    case present
    /// It is there, and its value can't be known from the source.
    case unknown
    /// It may or may not be there.
    case maybe
}

/// The kind of a value, once the dialect has said what its scalars mean.
package enum ValueKind: UInt8, Sendable, BitwiseCopyable {
    case object, array, string, integer, number, boolean, null, unknown
}

struct SlotValue: BitwiseCopyable {
    var presence: Presence
    var kind: ValueKind
    /// The text lies in the arena's own buffer, because the source spells it with escapes.
    var isDecoded: Bool
    /// An object or array that a syntax problem cut short.
    var isIncomplete: Bool
    var place: Place
    /// Of a text: its first byte. Of a structure: its frame. Of a list: its first item. Of a boolean or integer: the value.
    var start: UInt32
    /// Of a text: its bytes. Of a list: its items. Of a structure: its shape.
    var count: UInt32
    /// The next item of the same list.
    var next: UInt32

    static let absent = SlotValue(
        presence: .absent, kind: .null, isDecoded: false, isIncomplete: false, place: Place(0),
        start: 0, count: 0, next: noIndex)
}

/// The slots of one request. Belongs to one worker and is used again for the next request.
package final class SlotArena {
    /// One worker owns an arena, so nothing can overlap an access; the dynamic check would cost more than the access.
    @exclusivity(unchecked) var values: ContiguousArray<SlotValue> = []
    @exclusivity(unchecked) var texts = RequestTexts(source: [], decoded: [])

    func reset(_ texts: RequestTexts) {
        values.removeAll(keepingCapacity: true)
        self.texts = texts
    }

    /// Makes room for the members of a structure and returns its frame.
    func addFrame(members: Int) -> Int {
        let frame = values.count
        for _ in 0..<members { values.append(.absent) }
        return frame
    }
}
