/// A value as a check sees it.
package struct Slot {
    let value: SlotValue
    let reader: SlotReader

    package var presence: Presence { value.presence }
    package var kind: ValueKind { value.kind }
    package var place: Place { value.place }
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
    package var isText: Bool { value.presence == .present && value.kind == .string }

    /// The text, for messages and comparisons off the hot path.
    package var text: String? {
        guard isText else { return nil }
        return withText { $0.string }
    }

    /// A text or boolean as a message names it, long ones cut; empty where it is neither.
    package var words: String {
        if let boolean { return boolean ? "true" : "false" }
        return withText { $0.clipped }
    }

    /// Gives the decoded text to a closure; an empty one where the value is no known text.
    package func withText<Result>(_ body: (borrowing Span<UInt8>) -> Result) -> Result {
        guard isText else { return body([UInt8]().span) }
        return reader.withText(of: value, body)
    }

    /// Whether both are texts that are known and the same.
    package func equals(_ other: Slot) -> Bool {
        guard isText, other.isText, value.count == other.value.count else { return false }
        return withText { left in
            other.withText { right in
                // From the end: what stands in one list often starts alike, as ARNs do.
                var index = left.count - 1
                while index >= 0, left[index] == right[index] { index -= 1 }
                return index < 0
            }
        }
    }

    package func equals(_ other: StaticString) -> Bool {
        isText && withText { $0.equals(other) }
    }
}
