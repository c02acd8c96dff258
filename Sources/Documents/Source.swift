/// A named run of bytes: a file, standard input, or one line of a stream.
@usableFromInline
package struct Source: Sendable {
    package let name: String
    @usableFromInline package let bytes: [UInt8]
    /// Where the line starts, if it is one of a stream.
    package let line: StreamPosition?

    package init(name: String, bytes: [UInt8], line: StreamPosition? = nil) {
        self.name = name
        self.bytes = bytes
        self.line = line
    }

    /// What messages call it.
    package var noun: String { line == nil ? "file" : "line" }

    /// A range is never empty and never cuts a character: where nothing stands, the next one is marked, or the last.
    func nonEmpty(_ start: Int, _ end: Int) -> SourceRange {
        let count = bytes.count
        if start < min(end, count) { return SourceRange(start: start, end: min(end, count)) }
        if start < count {
            let length = Encoding.sequenceLength(bytes.span, start)
            return SourceRange(start: start, end: start + max(1, length))
        }
        var last = max(0, count - 1)
        while last > 0, count - last < 4, bytes[last] & 0xC0 == 0x80 { last -= 1 }
        if last + Encoding.sequenceLength(bytes.span, last) != count { last = max(0, count - 1) }
        return SourceRange(start: last, end: count)
    }
}
