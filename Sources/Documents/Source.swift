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
}
