// What a structure check sees: the slots that it asked for, and the items of the lists among them.

/// A structure as a check sees it.
package struct Structure: ~Copyable {
    let reader: SlotReader
    /// Where the registry keeps the slots' paths; read in place, so that no reference is counted.
    private let paths: BlobTable<SlotRecord>
    private let frame: Int
    private let slots: Run
    /// Where the structure stands.
    package let place: Place
    /// Whether everything that is not here is really absent.
    package let isComplete: Bool

    init(
        reader: SlotReader, registry: Registry, frame: Int, slots: Run, place: Place, isComplete: Bool
    ) {
        self.reader = reader
        paths = registry.slots
        self.frame = frame
        self.slots = slots
        self.place = place
        self.isComplete = isComplete
    }

    /// The value of a slot that the check asked for, by its number. A slot inside a list is read from a row.
    package subscript(slot: Int) -> Slot {
        let record = paths[Int(slots.start) + slot]
        return follow(record, from: 0, to: record.count, frame: frame, isCutShort: !isComplete)
    }

    /// The items of the list of a slot; none where it is no list that is known.
    package func rows(_ slot: Int) -> Rows {
        Rows(of: list(slot))
    }

    /// A slot of a row, by the number of a slot with `[]` in its path.
    package subscript(slot: Int, row: Row) -> Slot {
        let record = paths[Int(slots.start) + slot]
        guard record.stepsToList < record.count else { return row.slot }
        var absent = SlotValue.absent
        guard row.slot.value.kind == .object else {
            if row.slot.presence != .present { absent.presence = .maybe }
            return Slot(value: absent, reader: reader)
        }
        return follow(
            record, from: record.stepsToList, to: record.count,
            frame: Int(row.slot.value.start), isCutShort: row.slot.value.isIncomplete)
    }

    /// The list that a slot with `[]` in its path leads through; the slot itself where there is none.
    package func list(_ slot: Int) -> Slot {
        let record = paths[Int(slots.start) + slot]
        return follow(record, from: 0, to: record.stepsToList, frame: frame, isCutShort: !isComplete)
    }

    /// Whether a slot's path leads through a list.
    package func isInList(_ slot: Int) -> Bool {
        paths[Int(slots.start) + slot].listDepth > 0
    }

    /// How many slots the check asked for.
    package var slotCount: Int { Int(slots.count) }

    /// - Parameter isCutShort: whether the structure of the frame is incomplete, so that what it lacks may be there.
    @inline(__always)
    private func follow(
        _ record: SlotRecord, from: Int, to: Int, frame: Int, isCutShort: Bool
    ) -> Slot {
        let step = record.step(from)
        // Most paths are a step long.
        guard from + 1 == to, step != SlotRecord.unresolved else {
            return followFar(record, from: from, to: to, frame: frame, isCutShort: isCutShort)
        }
        var value = reader[frame + Int(step)]
        if value.presence == .absent, isCutShort { value.presence = .maybe }
        return Slot(value: value, reader: reader)
    }

    private func followFar(
        _ record: SlotRecord, from: Int, to: Int, frame: Int, isCutShort: Bool
    ) -> Slot {
        var frame = frame
        var isCutShort = isCutShort
        var value = SlotValue.absent
        for index in from..<to {
            let step = record.step(index)
            guard step != SlotRecord.unresolved else {
                return Slot(value: .absent, reader: reader)
            }
            value = reader[frame + Int(step)]
            guard value.kind == .object, index + 1 < to else {
                let isLast = index + 1 == to
                if value.presence == .absent {
                    value.presence = isCutShort ? .maybe : .absent
                } else if !isLast {
                    // Nothing can be inside a value of another kind; inside an unknown one, anything can.
                    let isKnown = value.presence == .present
                    value = .absent
                    value.presence = isKnown ? .absent : .maybe
                }
                return Slot(value: value, reader: reader)
            }
            isCutShort = value.isIncomplete
            frame = Int(value.start)
        }
        return Slot(value: value, reader: reader)
    }
}

extension SlotRecord {
    /// How many steps lead to the list, or to the value itself where the path has no list.
    var stepsToList: Int { listDepth == 0 ? count : listDepth }
}

/// The items of a list, one after the other, without a copy.
package struct Rows: Sequence, IteratorProtocol {
    private let reader: SlotReader
    private var item: Int
    private var index = 0
    /// How many items the list has.
    package let count: Int

    init(of list: Slot) {
        reader = list.reader
        item = Int(list.value.start)
        count = list.itemCount
    }

    package mutating func next() -> Row? {
        guard index < count else { return nil }
        let value = reader[item]
        let row = Row(index: index, slot: Slot(value: value, reader: reader))
        item = Int(value.next)
        index += 1
        return row
    }
}

/// An item of a list.
package struct Row {
    /// Its place in the list, from 0.
    package let index: Int
    package let slot: Slot
}
