// What a structure check sees: the slots that it asked for, and the items of the lists among them.

/// A structure as a check sees it.
@usableFromInline
package struct Structure: ~Copyable {
    @usableFromInline let reader: SlotReader
    /// The paths of the slots where the registry keeps them, so that no reference is counted.
    @usableFromInline private(set) var paths: BlobTable<SlotRecord>
    @usableFromInline let frame: Int
    /// Where the structure stands.
    package let place: Place
    /// Whether everything that is not here is really absent.
    @usableFromInline package let isComplete: Bool

    init(reader: SlotReader, paths: BlobTable<SlotRecord>, frame: Int, place: Place, isComplete: Bool) {
        self.reader = reader
        self.paths = paths
        self.frame = frame
        self.place = place
        self.isComplete = isComplete
    }

    /// Goes on with the slots that another check asked for.
    mutating func move(to paths: BlobTable<SlotRecord>) { self.paths = paths }

    /// The value of a slot that the check asked for, by its number. A slot inside a list is read from a row.
    package subscript(slot: Int) -> Slot {
        @inlinable @inline(__always) get {
            let path = paths[slot]
            return follow(path, from: 0, to: path.count, frame: frame, isCutShort: !isComplete)
        }
    }

    /// The items of the list of a slot; none where it is no list that is known.
    @inlinable package func rows(_ slot: Int) -> Rows {
        Rows(of: list(slot))
    }

    /// A slot of a row, by the number of a slot with `[]` in its path.
    @inlinable package subscript(slot: Int, row: Row) -> Slot {
        let path = paths[slot]
        guard path.stepsToList < path.count else { return row.slot }
        guard row.slot.kind == .object else {
            return Slot(nothing: row.slot.presence == .present ? .absent : .maybe, of: reader)
        }
        let frame = Int(row.slot.pointer.pointee.start)
        return follow(path, from: path.stepsToList, to: path.count, frame: frame, isCutShort: !row.slot.isComplete)
    }

    /// The list that a slot with `[]` in its path leads through; the slot itself where there is none.
    @inlinable package func list(_ slot: Int) -> Slot {
        let path = paths[slot]
        return follow(path, from: 0, to: path.stepsToList, frame: frame, isCutShort: !isComplete)
    }

    /// Whether a slot's path leads through a list.
    @inlinable package func isInList(_ slot: Int) -> Bool {
        paths[slot].listDepth > 0
    }

    /// How many slots the check asked for.
    @inlinable package var slotCount: Int { paths.count }

    /// - Parameter isCutShort: whether the structure of the frame is incomplete, so that what it lacks may be there.
    @inlinable @inline(__always) func follow(
        _ path: SlotRecord, from: Int, to: Int, frame: Int, isCutShort: Bool
    ) -> Slot {
        let step = path.step(from)
        if step == SlotRecord.unresolved { return Slot(nothing: .absent, of: reader) }
        // Most paths are a step long.
        guard from + 1 == to, !isCutShort else {
            return followFar(path, from: from, to: to, frame: frame, isCutShort: isCutShort)
        }
        return Slot(frame &+ Int(step), of: reader)
    }

    @usableFromInline func followFar(
        _ path: SlotRecord, from: Int, to: Int, frame: Int, isCutShort: Bool
    ) -> Slot {
        var frame = frame
        var isCutShort = isCutShort
        for index in from..<to {
            let step = path.step(index)
            guard step != SlotRecord.unresolved else { break }
            let place = frame + Int(step)
            let presence = reader[place].presence
            if presence == .absent { return Slot(nothing: isCutShort ? .maybe : .absent, of: reader) }
            if index + 1 == to { return Slot(place, of: reader) }
            guard reader[place].kind == .object else {
                // Nothing can be inside a value of another kind; inside an unknown one, anything can.
                return Slot(nothing: presence == .present ? .absent : .maybe, of: reader)
            }
            isCutShort = reader[place].isIncomplete
            frame = Int(reader[place].start)
        }
        return Slot(nothing: .absent, of: reader)
    }
}

extension SlotRecord {
    /// How many steps lead to the list, or to the value itself where the path has no list.
    @inlinable var stepsToList: Int { listDepth == 0 ? count : listDepth }
}

/// The items of a list, one after the other, without a copy.
@usableFromInline
package struct Rows: Sequence, IteratorProtocol {
    @usableFromInline let reader: SlotReader
    @usableFromInline var item: Int
    @usableFromInline var index = 0
    /// How many items the list has.
    @usableFromInline package let count: Int

    @inlinable init(of list: Slot) {
        reader = list.reader
        count = list.itemCount
        item = count > 0 ? Int(list.pointer.pointee.start) : 0
    }

    @inlinable package mutating func next() -> Row? {
        guard index < count else { return nil }
        let row = Row(index: index, slot: Slot(item, of: reader))
        item = Int(row.slot.pointer.pointee.next)
        index += 1
        return row
    }
}

/// An item of a list.
@usableFromInline
package struct Row {
    /// Its place in the list, from 0.
    @usableFromInline package let index: Int
    @usableFromInline package let slot: Slot

    @inlinable init(index: Int, slot: Slot) {
        self.index = index
        self.slot = slot
    }
}
