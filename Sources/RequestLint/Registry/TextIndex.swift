/// Finds a text among others by a hash table that was written when the registry was compiled. A slot holds a text's number
/// plus one, or nothing.
struct TextIndex<Slot: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable {
    private let slots: BlobTable<Slot>
    private let texts: BlobTable<UInt8>

    init(_ slots: BlobTable<Slot>, texts: BlobTable<UInt8>) {
        self.slots = slots
        self.texts = texts
    }

    /// All slots, where there is one table.
    var whole: Run { Run(start: 0, count: UInt32(slots.count)) }

    /// - Parameters:
    ///   - table: the slots of one table.
    ///   - name: the text of a number.
    @inline(__always)
    func number(of text: borrowing Span<UInt8>, in table: Run, _ name: (Int) -> TextRef) -> Int? {
        guard table.count > 0 else { return nil }
        let mask = Int(table.count) - 1
        var slot = Self.hash(text) & mask
        while true {
            let entry = slots[Int(table.start) + slot]
            guard entry != 0 else { return nil }
            let number = Int(entry) - 1
            if texts.equals(name(number), text) { return number }
            slot = (slot + 1) & mask
        }
    }

    /// The slots of a table: a power of two, at least half of them empty.
    static func table(of texts: [String]) -> [Slot] {
        guard !texts.isEmpty else { return [] }
        var size = 4
        while size < texts.count * 2 { size *= 2 }
        var table = [Slot](repeating: 0, count: size)
        for (number, text) in texts.enumerated() {
            let bytes = Array(text.utf8)
            var slot = hash(bytes.span) & (size - 1)
            while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = Slot(number + 1)
        }
        return table
    }

    /// Of the first and the last eight bytes, which tell the names of one table apart.
    @inline(__always)
    private static func hash(_ text: borrowing Span<UInt8>) -> Int {
        let (first, last) = text.ends
        let mixed = first &* 0x9E37_79B9_7F4A_7C15 ^ last &* 0xC2B2_AE3D_27D4_EB4F
        // A product's high bits depend on all bits of its factors.
        return Int(truncatingIfNeeded: mixed >> 40)
    }
}
