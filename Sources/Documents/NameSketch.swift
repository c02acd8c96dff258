/// What some names look like: their lengths, first and last letters. It tells most other names from them without a look at each.
struct NameSketch: BitwiseCopyable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// No names.
    init() {}

    /// Any names: what nobody has sketched.
    static let any = {
        var sketch = NameSketch()
        (sketch.low, sketch.high) = (.max, .max)
        return sketch
    }()

    mutating func add(_ name: borrowing Span<UInt8>) {
        let bits = Self.bits(name)
        low |= bits.low
        high |= bits.high
    }

    /// Whether a name may be one of them.
    func mayHold(_ name: borrowing Span<UInt8>) -> Bool {
        let bits = Self.bits(name)
        return low & bits.low != 0 && high & bits.high != 0
    }

    /// Two bits that depend on all that is looked at, as the highest bits of a product do.
    @inline(__always)
    private static func bits(_ name: borrowing Span<UInt8>) -> (low: UInt64, high: UInt64) {
        guard name.count > 0 else { return (1, 1) }
        let looks = UInt64(truncatingIfNeeded: name.count) << 16 | UInt64(name[0]) << 8 | UInt64(name[name.count - 1])
        let mixed = looks &* 0x9E37_79B9_7F4A_7C15
        return (1 << (mixed >> 58), 1 << (mixed >> 52 & 63))
    }
}
