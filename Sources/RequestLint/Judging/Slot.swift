/// A value as a check sees it.
package struct Slot {
    let value: SlotValue
    let reader: SlotReader

    package var presence: Presence { value.presence }
    package var kind: ValueKind { value.kind }
    package var place: Place { value.place }
    /// What a text check noted of the text in `Verdicts.note`; 0 says nothing.
    package var note: UInt32 { value.note }
    package var isPresent: Bool { value.presence == .present }
    /// Absent for certain; an unknown value is not.
    package var isAbsent: Bool { value.presence == .absent }
    /// How many items a list has.
    package var itemCount: Int { value.kind == .array ? Int(value.count) : 0 }
    /// Whether a list or structure has no more than what is here.
    package var isComplete: Bool { !value.isIncomplete }

    /// A list that holds nothing, and is known to.
    package var isEmptyList: Bool { value.kind == .array && value.count == 0 && isComplete }

    /// The value of a boolean that is known.
    package var boolean: Bool? {
        value.presence == .present && value.kind == .boolean ? value.start != 0 : nil
    }

    /// Whether it is a text that is known.
    package var isText: Bool { hasText && !isAssumed }

    /// Whether parts of the text were filled in, so that it has the form of what is meant, and may be something else.
    package var isAssumed: Bool { value.textState == .assumed }

    private var hasText: Bool { value.presence == .present && value.kind == .string }

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
    package var bytes: Span<UInt8> {
        @_lifetime(borrow self)
        get { isText ? reader.text(of: value) : Span() }
    }

    /// The decoded text, also where parts of it were filled in: for kinds and forms, never to compare.
    package var assumedBytes: Span<UInt8> {
        @_lifetime(borrow self)
        get { hasText ? reader.text(of: value) : Span() }
    }

    /// Whether both are texts that are known and the same. Of texts that were filled in alike, what is the same now is the
    /// same later.
    package func equals(_ other: Slot) -> Bool {
        hasText && other.hasText && isAssumed == other.isAssumed && assumedBytes.equals(other.assumedBytes)
    }

    package func equals(_ other: StaticString) -> Bool {
        isText && bytes.equals(other)
    }
}
