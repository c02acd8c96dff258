/// Reads lines one by one, in memory that does not grow with their number.
package struct LineReader: ~Copyable {
    private let descriptor: FileDescriptor
    /// Of a longer line only so many bytes are kept.
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    package init(_ descriptor: consuming FileDescriptor, limit: Int = 65_536) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// Whether the next line is here already, so that reading it waits for nobody.
    package var hasLine: Bool { lineEnd != nil }

    /// The next line without its end, LF or CR LF; nil where there is none. The last line needs no end.
    package mutating func next() throws(SystemError) -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            let end = lineEnd
            let piece = buffer[start..<(end ?? buffer.count)]
            line += piece.prefix(max(0, limit - line.count))
            if let end {
                start = end + 1
                return Self.withoutReturn(line)
            }
            buffer = []
            start = 0
            if !isAtEnd {
                buffer = try FileDescriptor.chunk(of: descriptor.number, 65_536)
                isAtEnd = buffer.isEmpty
            }
            if isAtEnd { return line.isEmpty ? nil : Self.withoutReturn(line) }
        }
    }

    private var lineEnd: Int? { buffer[start...].firstIndex(of: UInt8(ascii: "\n")) }

    private static func withoutReturn(_ line: [UInt8]) -> [UInt8] {
        line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
}
