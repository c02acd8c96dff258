import Documents

/// Cuts a stream into pieces of whole lines, in memory that depends on the longest line and not on the stream.
///
/// A piece is what one read brings, up to its last line end, so that whoever waits for the answers to the lines so far gets
/// them.
struct LinePieces {
    enum Piece {
        case lines([UInt8], StreamPosition)
        /// A line of so many bytes, which nobody kept.
        case tooLong(count: Int, StreamPosition)
    }

    private let stream: any ByteStream
    /// Bytes that one read asks for: enough that handing over a piece costs nothing beside judging it.
    private let size: Int
    /// Bytes of a line that is kept.
    private let limit: Int
    /// What was read and not handed over.
    private var rest: [UInt8] = []
    /// Where the next piece starts.
    private(set) var position = StreamPosition.start

    static let standardSize = 262_144

    init(_ stream: any ByteStream, size: Int = standardSize, limit: Int = ReadLimits.standard.line) {
        self.stream = stream
        self.size = size
        self.limit = limit
    }

    /// - Returns: nil at the end.
    mutating func next() throws(InputError) -> Piece? {
        while true {
            let known = rest.count
            // Doubling, so that a long line is copied a few times only, but not past what shows that it is too long.
            try read(max(size, min(known, limit + 1 - known)))
            guard rest.count > known else { return known == 0 ? nil : take(known) }
            if let feed = LineFeed.last(in: rest.span) { return take(feed + 1) }
            if rest.count > limit { return try skipLine() }
        }
    }

    private mutating func read(_ count: Int) throws(InputError) {
        let known = rest
        rest = []
        var failure: InputError?
        rest = [UInt8](unsafeUninitializedCapacity: known.count + count) { buffer, filled in
            _ = buffer.update(fromContentsOf: known)
            filled = known.count
            do throws(InputError) {
                filled += try stream.read(into: UnsafeMutableBufferPointer(rebasing: buffer[known.count...]))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private mutating func take(_ count: Int) -> Piece {
        let remainder = Array(rest[count...])
        var lines = rest
        rest = remainder
        lines.removeLast(lines.count - count)
        defer { position = position.advanced(over: lines) }
        return .lines(lines, position)
    }

    /// Reads to the end of a line that is too long.
    private mutating func skipLine() throws(InputError) -> Piece {
        let start = position
        var count = 0
        while true {
            if let feed = LineFeed.first(in: rest.span) {
                count += feed
                rest.removeFirst(feed + 1)
                position = StreamPosition(line: start.line + 1, offset: start.offset + count + 1)
                return .tooLong(count: count, start)
            }
            count += rest.count
            rest = []
            try read(size)
            if rest.isEmpty {
                position = StreamPosition(line: start.line, offset: start.offset + count)
                return .tooLong(count: count, start)
            }
        }
    }
}
