public import Documents

/// A position in a source, for people and for editors.
public struct Position: Sendable, Hashable {
    /// Bytes from the start of the source.
    public let offset: Int
    /// 1-based.
    public let line: Int
    /// 1-based, counting Unicode scalars.
    public let column: Int

    package init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }
}

/// A range in a source with both its ends resolved to lines and columns.
public struct Region: Sendable, Hashable {
    public let start: Position
    /// The position behind the last character.
    public let end: Position

    package init(start: Position, end: Position) {
        self.start = start
        self.end = end
    }

    /// The same range in bytes.
    public var bytes: SourceRange { SourceRange(start: start.offset, end: end.offset) }
}

extension Region {
    /// - Parameter known: a position before the range, or none, to count from.
    package init(_ range: SourceRange, behind known: Position? = nil, lines: LineTable) {
        let start = Position(range.start, behind: known, lines)
        self.init(start: start, end: Position(range.end, behind: start, lines))
    }
}

extension Position {
    fileprivate init(_ offset: Int, behind known: Position?, _ lines: LineTable) {
        let place = lines.position(at: offset, behind: known.map { ($0.offset, $0.line, $0.column) })
        self.init(offset: offset, line: place.line, column: place.column)
    }
}

extension Region {
    /// The same range as a part of the stream in which its source starts there.
    func moved(to start: StreamPosition) -> Region {
        Region(start: self.start.moved(to: start), end: end.moved(to: start))
    }
}

extension Position {
    fileprivate func moved(to start: StreamPosition) -> Position {
        Position(offset: start.offset + offset, line: start.line + line, column: column)
    }
}
