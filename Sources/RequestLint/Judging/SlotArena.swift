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

/// A structure as a check sees it.
package struct Structure: ~Copyable {
    let arena: SlotArena
    let registry: Registry
    let frame: Int
    let slots: Run
    /// Where the structure stands.
    package let place: Place
    /// Whether everything that is not here is really absent.
    package let isComplete: Bool

    init(
        arena: SlotArena, registry: Registry, frame: Int, slots: Run, place: Place, isComplete: Bool
    ) {
        self.arena = arena
        self.registry = registry
        self.frame = frame
        self.slots = slots
        self.place = place
        self.isComplete = isComplete
    }

    /// The value of a slot that the check asked for, by its number. A slot inside a list is read from a row.
    package subscript(slot: Int) -> Slot {
        let record = registry.slots[Int(slots.start) + slot]
        return follow(record, from: 0, to: Int(record.count), frame: frame)
    }

    /// The items of the list of a slot.
    package func rows(_ slot: Int) -> [Row] {
        let record = registry.slots[Int(slots.start) + slot]
        let list = follow(
            record, from: 0, to: record.listDepth == 0 ? Int(record.count) : Int(record.listDepth),
            frame: frame)
        guard list.value.kind == .array else { return [] }
        var result: [Row] = []
        result.reserveCapacity(Int(list.value.count))
        var item = Int(list.value.start)
        for index in 0..<Int(list.value.count) {
            let value = arena.values[item]
            result.append(Row(index: index, slot: Slot(value: value, arena: arena)))
            item = Int(value.next)
        }
        return result
    }

    /// A slot of a row, by the number of a slot with `[]` in its path.
    package subscript(slot: Int, row: Row) -> Slot {
        let record = registry.slots[Int(slots.start) + slot]
        guard row.slot.value.kind == .object else {
            return Slot(value: .absent, arena: arena)
        }
        return follow(
            record, from: Int(record.listDepth), to: Int(record.count),
            frame: Int(row.slot.value.start))
    }

    /// How many slots the check asked for.
    package var slotCount: Int { Int(slots.count) }

    private func follow(_ record: SlotRecord, from: Int, to: Int, frame: Int) -> Slot {
        var frame = frame
        var value = SlotValue.absent
        for index in from..<to {
            let step = record.step(index)
            guard step != SlotRecord.unresolved else {
                return Slot(value: .absent, arena: arena)
            }
            value = arena.values[frame + Int(step)]
            if index + 1 < to {
                guard value.kind == .object else {
                    if value.presence == .unknown || value.presence == .maybe {
                        value.kind = .unknown
                        value.presence = .maybe
                        return Slot(value: value, arena: arena)
                    }
                    return Slot(value: .absent, arena: arena)
                }
                frame = Int(value.start)
            }
        }
        return Slot(value: value, arena: arena)
    }
}

extension SlotRecord {
    func step(_ index: Int) -> UInt8 {
        switch index {
        case 0: steps.0
        case 1: steps.1
        case 2: steps.2
        case 3: steps.3
        case 4: steps.4
        default: steps.5
        }
    }
}

/// An item of a list.
package struct Row {
    /// Its place in the list, from 0.
    package let index: Int
    package let slot: Slot
}

/// A value as a check sees it.
package struct Slot {
    let value: SlotValue
    let arena: SlotArena

    package var presence: Presence { value.presence }
    package var kind: ValueKind { value.kind }
    package var place: Place { value.place }
    package var isPresent: Bool { value.presence == .present }
    /// Absent for certain; an unknown value is not.
    package var isAbsent: Bool { value.presence == .absent }
    /// How many items a list has.
    package var itemCount: Int { value.kind == .array ? Int(value.count) : 0 }

    /// The value of a boolean that is known.
    package var boolean: Bool? {
        value.presence == .present && value.kind == .boolean ? value.start != 0 : nil
    }

    /// Whether it is a text that is known.
    package var isText: Bool { value.presence == .present && value.kind == .string }

    /// The text, for messages and comparisons off the hot path.
    package var text: String? {
        guard isText else { return nil }
        return withText { $0.string }
    }

    /// Gives the decoded text to a closure; an empty one where the value is no known text.
    package func withText<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result {
        guard isText else { return body([UInt8]().span) }
        let bytes = value.isDecoded ? arena.texts.decoded : arena.texts.source
        let start = Int(value.start)
        return body(bytes.span.extracting(start..<start + Int(value.count)))
    }

    package func equals(_ other: StaticString) -> Bool {
        isText && withText { $0.equals(other) }
    }
}
