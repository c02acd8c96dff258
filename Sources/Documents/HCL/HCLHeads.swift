// Finds the lines that a broken document can be read on at, and nothing else in it: a block's type at the very start of
// the line, its labels and its `{`, as every formatter writes blocks at the top and nothing else. Heredocs and comments
// are passed over, as they may hold such lines too.

extension HCLParser {
    /// The first such line that starts behind an offset.
    mutating func nextHead(behind offset: Int) -> Int? {
        var line = lineEnd(offset)
        var heredoc = heredocMarker(lineStart(offset), line)
        while line < bytes.count {
            var start = line + 1
            if let marker = heredoc {
                // Where its end is not found it may be none. Each such search costs the rest of the file, so few are made.
                guard endlessHeredocs < 8 else { return nil }
                if let closing = heredocEnd(marker, from: start) {
                    line = lineEnd(closing)
                    heredoc = nil
                    continue
                }
                endlessHeredocs += 1
            }
            if isHead(start) { return start }
            if startsBlockComment(&start) {
                guard let close = blockCommentEnd(start) else { return nil }
                start = close
            }
            line = lineEnd(start)
            heredoc = heredocMarker(start, line)
        }
        return nil
    }

    /// Whether the line that starts here is a block's first: `resource "type" "name" {`.
    func isHead(_ start: Int) -> Bool {
        guard start < bytes.count, isIdentifierStart(start) else { return false }
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
            case UInt8(ascii: "{"): return true
            case UInt8(ascii: "\""):
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    guard bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\\") else { return false }
                    index += 1
                }
                index += 1
            default:
                let next = identifierEnd(index)
                guard next > index else { return false }
                index = next
            }
        }
        return false
    }

    /// The end of the line that an offset is in: its line feed, or the end of the bytes.
    private func lineEnd(_ offset: Int) -> Int {
        var index = offset
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }

    func lineStart(_ offset: Int) -> Int {
        var index = min(offset, bytes.count)
        while index > 0, bytes[index - 1] != UInt8(ascii: "\n") { index -= 1 }
        return index
    }

    /// Skips the blanks at the start of a line; whether a block comment follows.
    private func startsBlockComment(_ index: inout Int) -> Bool {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index + 1 < bytes.count && bytes[index] == UInt8(ascii: "/") && bytes[index + 1] == UInt8(ascii: "*")
    }

    /// The marker of the heredoc that a line ends with, if it is no comment.
    private func heredocMarker(_ start: Int, _ end: Int) -> Range<Int>? {
        var last = end
        while last > start, bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
        var first = last
        while first > start, isIdentifierByte(bytes[first - 1]) { first -= 1 }
        // A marker has no `-` in front of it but that of `<<-`, which the loop above took for its own.
        while first < last, bytes[first] == UInt8(ascii: "-") { first += 1 }
        guard first < last else { return nil }
        var head = first
        if head > start, bytes[head - 1] == UInt8(ascii: "-") { head -= 1 }
        guard head - start >= 2, bytes[head - 1] == UInt8(ascii: "<"), bytes[head - 2] == UInt8(ascii: "<") else {
            return nil
        }
        var index = start
        while index < head, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        let isComment =
            bytes[index] == UInt8(ascii: "#") || (bytes[index] == UInt8(ascii: "/") && bytes[index + 1] == UInt8(ascii: "/"))
        return isComment ? nil : first..<last
    }

    private func heredocEnd(_ marker: Range<Int>, from start: Int) -> Int? {
        var line = start
        while line < bytes.count {
            if let closing = closingMarker(marker, at: line) { return closing }
            line = lineEnd(line) + 1
        }
        return nil
    }
}
