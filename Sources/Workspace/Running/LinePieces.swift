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
    /// Bytes at its start that hold no line end.
    private var searched = 0
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
            try read()
            guard rest.count > known else { return known == 0 ? nil : take(known) }
            if let feed = LineFeed.last(in: rest.span, from: searched) { return take(feed + 1) }
            searched = rest.count
            if rest.count > limit { return try skipLine() }
        }
    }

    private mutating func read() throws(InputError) {
        if rest.count <= size {
            // The piece to hand over is made at once.
            let known = rest
            rest = []
            rest = try filled(known)
        } else {
            // A long line grows in place, as a read may bring little of it.
            rest += try filled([])
        }
    }

    /// The bytes, and behind them what one read brings.
    private func filled(_ known: [UInt8]) throws(InputError) -> [UInt8] {
        var failure: InputError?
        let bytes = [UInt8](unsafeUninitializedCapacity: known.count + size) { buffer, filled in
            _ = buffer.update(fromContentsOf: known)
            filled = known.count
            do throws(InputError) {
                filled += try stream.read(into: UnsafeMutableBufferPointer(rebasing: buffer[known.count...]))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    private mutating func take(_ count: Int) -> Piece {
        let remainder = Array(rest[count...])
        var lines = rest
        rest = remainder
        searched = remainder.count
        lines.removeLast(lines.count - count)
        defer { position = position.advanced(over: lines) }
        return .lines(lines, position)
    }

    /// Reads to the end of a line that is too long.
    private mutating func skipLine() throws(InputError) -> Piece {
        let start = position
        var count = 0
        searched = 0
        while true {
            if let feed = LineFeed.first(in: rest.span) {
                count += feed
                rest.removeFirst(feed + 1)
                position = StreamPosition(line: start.line + 1, offset: start.offset + count + 1)
                return .tooLong(count: count, start)
            }
            count += rest.count
            rest = []
            try read()
            if rest.isEmpty {
                position = StreamPosition(line: start.line, offset: start.offset + count)
                return .tooLong(count: count, start)
            }
        }
    }
}
