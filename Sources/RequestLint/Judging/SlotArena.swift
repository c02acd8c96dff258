// What the Judge keeps of a request for structure checks: one small record a member, so that a check can ask for
// `schedule.timezone` without knowing how the request is written down.
import Documents

/// Whether a value is there.
@usableFromInline
package enum Presence: UInt8, Sendable, BitwiseCopyable {
    case absent
    case present
    /// It is there, and its value can't be known from the source.
    case unknown
    /// It may or may not be there.
    case maybe
}

/// The kind of a value, once the dialect has said what its scalars mean.
@usableFromInline
package enum ValueKind: UInt8, Sendable, BitwiseCopyable {
    case null, object, array, string, integer, number, boolean
    /// A date or time that the source does not write as a text, as YAML can.
    case timestamp
    case unknown
    /// Several values of which one is meant, and nobody knows which.
    case alternatives

    /// Whether there is a value of its own to judge.
    var isOpen: Bool { rawValue >= ValueKind.unknown.rawValue }
}

/// Where a text lies, and whether it may be compared.
@usableFromInline
enum TextState: UInt8, BitwiseCopyable, Sendable {
    /// In the source.
    case verbatim
    /// In the cursor's own buffer.
    case decoded
    /// There too, and parts of it were filled in.
    case assumed
}

@usableFromInline
struct SlotValue: BitwiseCopyable, Sendable {
    @usableFromInline var presence: Presence
    @usableFromInline var kind: ValueKind
    @usableFromInline var textState: TextState
    /// An object or array that a syntax problem cut short.
    @usableFromInline var isIncomplete: Bool
    @usableFromInline var place: Place
    /// Of a text: its first byte. Of a structure: its frame. Of a list: its first item. Of a boolean: 1 where it is true.
    @usableFromInline var start: UInt32
    /// Of a text: its bytes. Of a list: its items.
    @usableFromInline var count: UInt32
    /// The next item of the same list; 0 behind the last one.
    @usableFromInline var next: UInt32
    /// What a text check noted of the text; 0 says nothing.
    @usableFromInline var note: UInt32

    @usableFromInline static let absent = SlotValue(
        presence: .absent, kind: .null, textState: .verbatim, isIncomplete: false, place: Place(0),
        start: 0, count: 0, next: 0, note: 0)
}

/// The slots of one request. Belongs to one worker and is used again for the next request.
///
/// The slots lie in memory of its own, because an array would be counted for each read, which costs more than the read.
/// Every index is checked against the number of slots. A `Slot` keeps the address that was checked, while a check runs: until
/// it ends no slot is added, so that none moves.
package final class SlotArena {
    /// All that there is, in one place that checks read it from.
    private let view = UnsafeMutablePointer<SlotView>.allocate(capacity: 1)
    private var capacity: Int
    /// Keeps the texts alive that the view reads.
    private(set) var texts = RequestTexts(source: [], decoded: [])

    init() {
        capacity = 256
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        view.initialize(to: SlotView(slots: .allocate(capacity: capacity), count: 0, source: nothing, decoded: nothing))
        var perhaps = SlotValue.absent
        perhaps.presence = .maybe
        // As `SlotReader` numbers them.
        append(.absent)
        append(perhaps)
    }

    deinit {
        view.pointee.slots.deallocate()
        view.deallocate()
    }

    var count: Int { view.pointee.count }

    subscript(index: Int) -> SlotValue {
        @inline(__always) get {
            precondition(index >= 0 && index < view.pointee.count, "a slot lies outside the arena")
            return view.pointee.slots[index]
        }
        @inline(__always) set {
            precondition(index >= 0 && index < view.pointee.count, "a slot lies outside the arena")
            view.pointee.slots[index] = newValue
        }
    }

    /// Takes the texts that all slots of the requests to come refer to. Arrays stay where they are as long as they are held
    /// and nobody changes them.
    func hold(_ texts: RequestTexts) {
        self.texts = texts
        view.pointee.source = texts.source.withUnsafeBufferPointer { $0 }
        view.pointee.decoded = texts.decoded.withUnsafeBufferPointer { $0 }
    }

    /// Lets go of the texts, which nobody reads any more.
    func letGo() { hold(RequestTexts(source: [], decoded: [])) }

    /// Whether no request had more slots than some hundred ordinary ones take together.
    var isSmall: Bool { capacity <= 1 << 14 }

    /// Begins another request.
    func reset() { view.pointee.count = SlotReader.first }

    /// More than any request that the service takes by far: what a list of millions of objects costs has to end somewhere,
    /// and frames and items are numbered by 32 bits.
    static let limit = 1 << 22

    /// Whether so many slots more are within the limit.
    @inline(__always)
    func hasRoom(for slots: Int) -> Bool { count + slots <= Self.limit }

    @inline(__always)
    func append(_ value: SlotValue) {
        if view.pointee.count == capacity { grow(to: capacity + 1) }
        // Slots are trivial, so memory that was never written needs no other way to be filled.
        view.pointee.slots[view.pointee.count] = value
        view.pointee.count += 1
    }

    /// Makes room for the members of a structure and returns its frame.
    func addFrame(members: Int) -> Int {
        let frame = view.pointee.count
        if frame + members > capacity { grow(to: frame + members) }
        (view.pointee.slots + frame).update(repeating: .absent, count: members)
        view.pointee.count = frame + members
        return frame
    }

    private func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let memory = UnsafeMutablePointer<SlotValue>.allocate(capacity: larger)
        memory.update(from: view.pointee.slots, count: view.pointee.count)
        view.pointee.slots.deallocate()
        view.pointee.slots = memory
        capacity = larger
    }

    /// What a check reads the request by, until the next value is judged.
    var reader: SlotReader { SlotReader(view: view) }
}

/// Where the slots and the texts of a request lie.
@usableFromInline
struct SlotView: BitwiseCopyable {
    @usableFromInline var slots: UnsafeMutablePointer<SlotValue>
    @usableFromInline var count: Int
    @usableFromInline var source: UnsafeBufferPointer<UInt8>
    @usableFromInline var decoded: UnsafeBufferPointer<UInt8>
}

/// Reads slots and their texts in place. It holds no reference, because a check reads dozens of slots a request, and
/// counting would cost more than reading: the arena keeps the slots and the texts alive and unchanged while a check runs,
/// which is the only time when one is used. Every index and range is checked.
@usableFromInline
struct SlotReader: BitwiseCopyable {
    @usableFromInline let view: UnsafePointer<SlotView>

    /// The slots of what is not there, and of what may be there, which are before those of every request.
    @inlinable static var nothing: Int { 0 }
    @inlinable static var perhaps: Int { 1 }
    fileprivate static let first = 2

    fileprivate init(view: UnsafePointer<SlotView>) {
        self.view = view
    }

    @usableFromInline
    subscript(index: Int) -> SlotValue {
        @inlinable @inline(__always) unsafeAddress { pointer(to: index) }
    }

    /// Where a slot lies, until the next value is judged.
    @inlinable @inline(__always)
    func pointer(to index: Int) -> UnsafePointer<SlotValue> {
        precondition(index >= 0 && index < view.pointee.count, "a slot lies outside the arena")
        return UnsafePointer(view.pointee.slots + index)
    }

    /// The text of a slot that is a text.
    @inlinable
    @_lifetime(borrow self)
    func text(of value: SlotValue) -> Span<UInt8> {
        text(isDecoded: value.textState != .verbatim, start: Int(value.start), count: Int(value.count))
    }

    @inline(__always)
    @_lifetime(borrow self)
    func text(at location: TextLocation) -> Span<UInt8> {
        text(isDecoded: location.isDecoded, start: location.start, count: location.count)
    }

    @inlinable @inline(__always)
    @_lifetime(borrow self)
    func text(isDecoded: Bool, start: Int, count: Int) -> Span<UInt8> {
        let bytes = isDecoded ? view.pointee.decoded : view.pointee.source
        precondition(start >= 0 && count >= 0 && count <= bytes.count - start, "a text lies outside the request")
        guard let base = bytes.baseAddress else { return _overrideLifetime(Span(), borrowing: self) }
        return _overrideLifetime(Span(_unsafeStart: base + start, count: count), borrowing: self)
    }
}
