// Texts that a worker remembers, in memory of its own: an array would be counted each time a text is looked up, which costs more
// than to compare it. Every row and length is checked, once where the address of a number is given out, which does not change.

/// Rows of bytes of one width. What a row holds is undefined until it is written.
struct ByteRows: ~Copyable {
    private let base: UnsafeMutablePointer<UInt8>
    private let rows: Int
    let width: Int

    init(_ rows: Int, width: Int) {
        self.rows = rows
        self.width = width
        base = .allocate(capacity: rows * width)
    }

    deinit { base.deallocate() }

    /// Whether a text stands in a row at an offset.
    @inline(__always)
    func holds(_ text: borrowing Span<UInt8>, row: Int, at offset: Int = 0) -> Bool {
        Span(_unsafeStart: place(row, offset, text.count), count: text.count).equals(text)
    }

    /// Writes a text into a row at an offset.
    func write(_ text: borrowing Span<UInt8>, row: Int, at offset: Int = 0) {
        let place = place(row, offset, text.count)
        text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            place.update(from: start, count: bytes.count)
        }
    }

    func write(_ byte: UInt8, row: Int, at offset: Int) { place(row, offset, 1).pointee = byte }

    /// Where a row has so many bytes from an offset on.
    @inline(__always)
    private func place(_ row: Int, _ offset: Int, _ count: Int) -> UnsafeMutablePointer<UInt8> {
        precondition(row >= 0 && row < rows && offset >= 0 && offset + count <= width, "bytes lie outside their row")
        return base + (row * width + offset)
    }
}

/// Numbers of one kind in memory of their own, for the same reason.
struct NumberRow<Number: BitwiseCopyable>: ~Copyable {
    private let base: UnsafeMutablePointer<Number>
    private let count: Int

    init(repeating number: Number, count: Int) {
        self.count = count
        base = .allocate(capacity: count)
        base.initialize(repeating: number, count: count)
    }

    deinit { base.deallocate() }

    subscript(index: Int) -> Number {
        @inline(__always) unsafeAddress { UnsafePointer(pointer(to: index)) }
        @inline(__always) nonmutating unsafeMutableAddress { pointer(to: index) }
    }

    /// Where a number lies as long as there is this row.
    @inline(__always)
    func pointer(to index: Int) -> UnsafeMutablePointer<Number> {
        precondition(index >= 0 && index < count, "a number lies outside its row")
        return base + index
    }
}
