// Heredocs: `<<MARKER` up to the line that is the marker alone. With `<<-`, the blanks that all lines have in common are
// no part of the text.

extension HCLParser {
    mutating func heredoc() -> Bool {
        var template = Template(start: offset, literal: offset)
        offset += 2
        let isFlush = at("-")
        if isFlush { offset += 1 }
        let name = offset
        guard identifier() else { return noMarker(template.start) }
        let marker = name..<offset
        if at("\r") { offset += 1 }
        guard at("\n") else { return noMarkerEnd(marker) }
        offset += 1
        template.literal = offset
        let text = offset
        var lines = Lines(isFlush: isFlush)
        while true {
            if let closing = closingMarker(marker, at: offset), closing <= end {
                if let node = template.node {
                    heredocPieces(template.literal, offset, &lines)
                    stripIndent(lines)
                    offset = closing
                    close(template, node)
                } else {
                    heredocText(text..<offset, template.start..<closing, isFlush: isFlush)
                    offset = closing
                    tokenEnd = closing
                }
                return true
            }
            guard heredocLine(&template, &lines) else {
                if let node = template.node { document.removeNodes(from: node) }
                return openHeredoc(template.start, marker)
            }
        }
    }

    /// The lines of a heredoc whose text has pieces.
    struct Lines {
        let isFlush: Bool
        /// The pieces that start a line.
        var pieces: [Int] = []
        /// Whether a line starts with `${ }`, so that nothing is common to all.
        var hasBareStart = false
    }

    /// The end of the marker, where the line that starts at an offset is the marker alone.
    func closingMarker(_ marker: Range<Int>, at start: Int) -> Int? {
        var index = start
        while index < bytes.count, HCLText.isBlank(bytes[index]), bytes[index] != 0x0A { index += 1 }
        guard index + marker.count <= bytes.count else { return nil }
        for distance in 0..<marker.count where bytes[index + distance] != bytes[marker.lowerBound + distance] { return nil }
        let closing = index + marker.count
        index = closing
        while index < bytes.count, HCLText.isBlank(bytes[index]), bytes[index] != 0x0A { index += 1 }
        return index == bytes.count || bytes[index] == 0x0A ? closing : nil
    }

    /// Reads a line with its line break; false where the bytes end in it, or with a failure.
    private mutating func heredocLine(_ template: inout Template, _ lines: inout Lines) -> Bool {
        let start = offset
        while true {
            skipHeredocText()
            guard offset < end else { return false }
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\n"):
                offset += 1
                return true
            case UInt8(ascii: "$"), UInt8(ascii: "%"):
                if isAtEscapedSequence {
                    offset += 3
                } else if at("{", 1) {
                    if offset == start { lines.hasBareStart = true }
                    open(&template, inset: 0)
                    heredocPieces(template.literal, offset, &lines)
                    guard sequence(&template) else { return false }
                } else {
                    offset += 1
                }
            default:
                let length = Encoding.sequenceLength(bytes, offset)
                guard length > 0 else { return noUTF8() }
                offset += length
            }
        }
    }

    private mutating func skipHeredocText() {
        var index = offset
        while index < end {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x24 || byte == 0x25 || byte >= 0x80 { break }
            index += 1
        }
        offset = index
    }

    /// Adds the node of a text without `${ }`.
    private mutating func heredocText(_ text: Range<Int>, _ whole: Range<Int>, isFlush: Bool) {
        let bytes = bytes
        let first = document.decodedText.count
        let indent = isFlush ? HCLText.indent(bytes, text.lowerBound, text.upperBound) : nil
        HCLText.forEachRun(bytes, text.lowerBound, text.upperBound, indent: indent) { start, stop in
            document.decodedText.append(contentsOf: document.source.bytes[start..<stop])
        }
        let node = document.nodes.count
        document.nodes.append(
            Node(.string, flags: .block, start: whole.lowerBound, end: whole.upperBound, next: node + 1))
        document.decodings.append(
            Document.Decoding(node: node, start: first, count: document.decodedText.count - first))
    }

    /// Adds literal pieces, each exactly as the source has it: they are split behind the `$` of `$${` and, where lines lose
    /// blanks, at lines.
    private mutating func heredocPieces(_ start: Int, _ stop: Int, _ lines: inout Lines) {
        let bytes = bytes
        HCLText.forEachRun(bytes, start, stop, indent: lines.isFlush ? 0 : nil) { first, last in
            // The expression or argument that comes next says that there are too many.
            guard document.nodes.count < limits.nodes else { return }
            if lines.isFlush, bytes[first - 1] == UInt8(ascii: "\n") { lines.pieces.append(document.nodes.count) }
            document.nodes.append(
                Node(.string, flags: .verbatim, start: first, end: last, next: document.nodes.count + 1))
        }
    }

    /// Takes the common blanks from the pieces that start a line.
    private mutating func stripIndent(_ lines: Lines) {
        guard lines.isFlush, !lines.hasBareStart else { return }
        let ranges = lines.pieces.map { Int(document.nodes[$0].start)..<Int(document.nodes[$0].end) }
        var indent = Int.max
        for range in ranges { indent = min(indent, HCLText.indent(bytes, range.lowerBound, range.upperBound) ?? indent) }
        for (piece, range) in zip(lines.pieces, ranges) {
            let start = HCLText.skipIndent(bytes, range.lowerBound, range.upperBound, indent)
            document.nodes[piece].start = UInt32(truncatingIfNeeded: start)
        }
    }
}
