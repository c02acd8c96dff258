/// Takes the marks out of an example: a line whose first sign is `^` marks the range above it and gives the message,
/// `~~~` marks a related place, and `@ /pointer L:C-L:C: message` stands for what can't be drawn.
struct MarkReader {
    private let path: String
    private let firstLine: Int
    private var count = 0
    private var lineStart = 0
    private var lastLine: Substring = ""
    private(set) var text = ""
    private(set) var marks: [RuleExample.Mark] = []
    private(set) var mistakes: [PageMistake] = []
    /// Marks by line and column, resolved when the whole text is known.
    private var starts: [Int] = [0]

    init(path: String, firstLine: Int) {
        self.path = path
        self.firstLine = firstLine
    }

    mutating func add(_ line: Substring) {
        defer { count += 1 }
        let body = line.drop { $0 == " " || $0 == "\t" }
        if body.first == "^" || body.hasPrefix("~~~") {
            drawn(line, body)
        } else if body.hasPrefix("@ /") || body.hasPrefix("@ :") {
            written(body)
        } else {
            lineStart = text.utf8.count
            lastLine = line
            text += line
            text += "\n"
            starts.append(text.utf8.count)
        }
    }

    private mutating func fail(_ message: String) {
        mistakes.append(PageMistake(path: path, line: firstLine + count, message: message))
    }

    private mutating func drawn(_ line: Substring, _ body: Substring) {
        let blanks = line.prefix { $0 == " " || $0 == "\t" }
        if blanks.contains("\t") { return fail("A tab stands in front of this mark. Use spaces, so that it stays in place.") }
        let sign: Character = body.first ?? "^"
        let width = body.prefix { $0 == sign }.count
        guard let start = offset(column: blanks.count),
            let end = offset(column: blanks.count + width)
        else { return fail("This mark reaches beyond the line above it. Move it.") }
        let message = body.dropFirst(width).trimmed
        mark(start..<end, message, isRelated: sign == "~", pointer: nil)
    }

    private mutating func mark(
        _ range: Range<Int>, _ message: String, isRelated: Bool, pointer: String?
    ) {
        let isPrefix = message.hasSuffix(" ...") || message == "..."
        marks.append(
            RuleExample.Mark(
                range: range, message: isPrefix ? String(message.dropLast(3)).trimmed : message,
                isPrefix: isPrefix, isRelated: isRelated, pointer: pointer))
    }

    /// The byte offset of a column of the last line; a column is one scalar.
    private func offset(column: Int) -> Int? {
        let scalars = lastLine.unicodeScalars
        guard let index = scalars.index(scalars.startIndex, offsetBy: column, limitedBy: scalars.endIndex)
        else { return nil }
        return lineStart + lastLine.utf8.distance(from: lastLine.startIndex, to: index)
    }

    private mutating func written(_ body: Substring) {
        let words = body.dropFirst(2).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2 else { return fail("Write `@ /pointer L:C-L:C: message`.") }
        let pointer = words[0] == ":" ? "" : String(words[0])
        let numbers = words[1].split { $0 == ":" || $0 == "-" }.compactMap { Int($0) }
        guard numbers.count == 4, words[1].hasSuffix(":"),
            let start = offset(line: numbers[0], column: numbers[1]),
            let end = offset(line: numbers[2], column: numbers[3]), start < end
        else { return fail("Write `@ /pointer L:C-L:C: message`, with lines and columns of the text above.") }
        mark(start..<end, words.count > 2 ? String(words[2]) : "", isRelated: false, pointer: pointer)
    }

    private func offset(line: Int, column: Int) -> Int? {
        guard line >= 1, line <= starts.count, column >= 1 else { return nil }
        let bytes = Array(text.utf8)
        var index = starts[line - 1]
        // A column behind a line's last character is its break, and nothing is behind that.
        let lineEnd = line < starts.count ? starts[line] - 1 : bytes.count
        for _ in 1..<column {
            guard index < lineEnd else { return nil }
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
        return index
    }
}
