/// What some names look like: their lengths and their first letters. It tells most other names from them without a look at each.
struct NameSketch: BitwiseCopyable {
    private var lengths: UInt64 = 0
    private var initials: UInt64 = 0

    /// No names.
    init() {}

    /// Any names: what nobody has sketched.
    static let any = {
        var sketch = NameSketch()
        (sketch.lengths, sketch.initials) = (.max, .max)
        return sketch
    }()

    mutating func add(_ name: borrowing Span<UInt8>) {
        lengths |= Self.length(name)
        initials |= Self.initial(name)
    }

    /// Whether a name may be one of them.
    func mayHold(_ name: borrowing Span<UInt8>) -> Bool {
        lengths & Self.length(name) != 0 && initials & Self.initial(name) != 0
    }

    /// Names that are longer than there are bits are alike.
    private static func length(_ name: borrowing Span<UInt8>) -> UInt64 { 1 << UInt64(min(name.count, 63)) }

    private static func initial(_ name: borrowing Span<UInt8>) -> UInt64 { name.isEmpty ? 1 : 1 << UInt64(name[0] & 63) }
}
