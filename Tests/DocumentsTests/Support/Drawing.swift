// Draws ranges under the lines of a source, so that expectations can be read.
import Documents

extension Document {
    static func of(json text: String, limits: ReadLimits = .standard) -> Document {
        .read(Source(name: "test.json", bytes: Array(text.utf8)), as: .json, limits: limits)
    }

    static func of(yaml text: String, limits: ReadLimits = .standard) -> Document {
        .read(Source(name: "test.yaml", bytes: Array(text.utf8)), as: .yaml, limits: limits)
    }

    /// The source's bytes of a range as text.
    func source(_ range: SourceRange) -> String {
        String(decoding: source.bytes[range.start..<range.end], as: UTF8.self)
    }

    /// The source's bytes of a node.
    func source(of node: Int) -> String { source(range(of: node)) }

    /// A range's first line, with the range marked under it; a range that goes on is marked to the line's end.
    func drawn(_ range: SourceRange) -> String {
        let lines = LineTable(source.bytes)
        let start = lines.position(at: range.start)
        let end = lines.position(at: range.end)
        let bytes = lines.lineRange(start.line)
        let text = String(decoding: source.bytes[bytes], as: UTF8.self)
        let width = end.line == start.line ? end.column - start.column : text.unicodeScalars.count - start.column + 1
        return text + "\n" + String(repeating: " ", count: start.column - 1)
            + String(repeating: "^", count: max(width, 1)) + (end.line == start.line ? "" : "...")
    }

    /// Every problem, drawn, with the first words of its message.
    var drawnProblems: [String] { problems.map { drawn($0.range) } }

    /// `L:C-L:C` of a range.
    func place(_ range: SourceRange) -> String {
        let lines = LineTable(source.bytes)
        let start = lines.position(at: range.start)
        let end = lines.position(at: range.end)
        return "\(start.line):\(start.column)-\(end.line):\(end.column)"
    }
}
