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
    package init(_ range: SourceRange, lines: LineTable) {
        let start = lines.position(at: range.start)
        let end = lines.position(at: range.end)
        self.init(
            start: Position(offset: range.start, line: start.line, column: start.column),
            end: Position(offset: range.end, line: end.line, column: end.column))
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
