/// A value as a check sees it: where the arena keeps it. Small enough for two registers, and read in place, because checks ask
/// for dozens of slots a request.
@usableFromInline
package struct Slot: BitwiseCopyable {
    @usableFromInline let reader: SlotReader
    /// Into the arena, whose slots stay where they are as long as a check runs, which is the only time when a slot is used.
    @usableFromInline let pointer: UnsafePointer<SlotValue>

    /// Of a value that the arena keeps; that it does is checked here, once.
    @inlinable @inline(__always) init(_ index: Int, of reader: SlotReader) {
        self.reader = reader
        pointer = reader.pointer(to: index)
    }

    /// Of nothing.
    @inlinable init(nothing presence: Presence, of reader: SlotReader) {
        self.init(presence == .absent ? SlotReader.nothing : SlotReader.perhaps, of: reader)
    }

    @inlinable var value: SlotValue { pointer.pointee }

    /// Whether it is there, which a structure that is cut short may leave open.
    @inlinable package var presence: Presence { pointer.pointee.presence }
    @inlinable package var kind: ValueKind { pointer.pointee.kind }
    package var place: Place { pointer.pointee.place }
    /// What a text check noted of the text in `Verdicts.note`; 0 says nothing.
    @inlinable package var note: UInt32 { pointer.pointee.note }
    @inlinable package var isPresent: Bool { presence == .present }
    /// Absent for certain; an unknown value is not.
    @inlinable package var isAbsent: Bool { presence == .absent }
    /// How many items a list has.
    @inlinable package var itemCount: Int { kind == .array ? Int(pointer.pointee.count) : 0 }
    /// Whether a list or structure has no more than what is here.
    @inlinable package var isComplete: Bool { !pointer.pointee.isIncomplete }

    /// A list that holds nothing, and is known to.
    package var isEmptyList: Bool { kind == .array && itemCount == 0 && isComplete }

    /// The value of a boolean that is known.
    package var boolean: Bool? {
        presence == .present && kind == .boolean ? pointer.pointee.start != 0 : nil
    }

    /// Whether it is a text that is known.
    @inlinable package var isText: Bool { hasText && !isAssumed }

    /// Whether parts of the text were filled in, so that it has the form of what is meant, and may be something else.
    @inlinable package var isAssumed: Bool { pointer.pointee.textState == .assumed }

    @inlinable var hasText: Bool { presence == .present && kind == .string }

    /// The text, for messages and comparisons off the hot path.
    package var text: String? {
        guard isText else { return nil }
        return bytes.string
    }

    /// A text or boolean as a message names it, long ones cut; empty where it is neither.
    package var words: String {
        if let boolean { return boolean ? "true" : "false" }
        return assumedBytes.clipped
    }

    /// The decoded text; an empty one where the value is no known text.
    @usableFromInline package var bytes: Span<UInt8> {
        @inlinable @_lifetime(borrow self)
        get { isText ? reader.text(of: pointer.pointee) : Span() }
    }

    /// The decoded text, also where parts of it were filled in: for kinds and forms, never to compare.
    @usableFromInline package var assumedBytes: Span<UInt8> {
        @inlinable @_lifetime(borrow self)
        get { hasText ? reader.text(of: pointer.pointee) : Span() }
    }

    /// Whether both are texts that are known and the same. Of texts that were filled in alike, what is the same now is the
    /// same later.
    @inlinable package func equals(_ other: Slot) -> Bool {
        hasText && other.hasText && isAssumed == other.isAssumed && assumedBytes.equals(other.assumedBytes)
    }

    @inlinable package func equals(_ other: StaticString) -> Bool {
        isText && bytes.equals(other)
    }
}
