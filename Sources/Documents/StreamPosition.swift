/// Where a line or a piece of a stream starts in it. Lines of a stream end with LF and nothing else.
public struct StreamPosition: Sendable, Hashable {
    /// The lines in front of it.
    public let line: Int
    /// The bytes in front of it.
    public let offset: Int

    public init(line: Int, offset: Int) {
        self.line = line
        self.offset = offset
    }

    public static let start = StreamPosition(line: 0, offset: 0)

    /// The position behind lines that start here.
    public func advanced(over lines: [UInt8]) -> StreamPosition {
        StreamPosition(line: line + LineFeed.count(in: lines.span), offset: offset + lines.count)
    }
}
