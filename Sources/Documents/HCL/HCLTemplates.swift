// Texts in quotes, and the pieces that `${ }` makes of them and of heredocs.

extension HCLParser {
    /// What is known of a template while it is read.
    struct Template {
        let start: Int
        /// Where its text starts, or what stands behind the last `${ }`.
        var literal: Int
        /// Its node, once something other than text was met in it.
        var node: Int?
        /// Whether what it says depends on more than the values of its pieces.
        var isOpaque = false
        /// Whether an escape in it stands for nothing.
        var isBroken = false
    }

    /// Reads a text in quotes.
    mutating func quoted() -> Bool {
        var template = Template(start: offset, literal: offset + 1)
        offset += 1
        if quotedText(&template) { return true }
        if let node = template.node { document.removeNodes(from: node) }
        return false
    }

    private mutating func quotedText(_ template: inout Template) -> Bool {
        var isVerbatim = true
        while true {
            skipPlainText()
            guard offset < end else { return openText(template.start) }
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\""):
                closeQuoted(template, isVerbatim: isVerbatim)
                return true
            case UInt8(ascii: "\\"):
                isVerbatim = false
                guard escape(&template.isBroken) else { return false }
            case UInt8(ascii: "$"), UInt8(ascii: "%"):
                if isAtEscapedSequence {
                    isVerbatim = false
                    offset += 3
                } else if at("{", 1) {
                    open(&template, inset: 1)
                    quotedPiece(template.literal, isVerbatim)
                    guard sequence(&template) else { return false }
                    isVerbatim = true
                } else {
                    offset += 1
                }
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return openText(template.start)
            case 0..<0x80: offset += 1
            default:
                let length = Encoding.sequenceLength(bytes, offset)
                guard length > 0 else { return noUTF8() }
                offset += length
            }
        }
    }

    private mutating func closeQuoted(_ template: Template, isVerbatim: Bool) {
        guard let node = template.node else {
            let node = document.nodes.count
            offset += 1
            tokenEnd = offset
            document.nodes.append(
                Node(
                    template.isBroken ? .alien : .string, flags: isVerbatim || template.isBroken ? .verbatim : [],
                    inset: 1, start: template.start, end: offset, next: node + 1))
            if !isVerbatim, !template.isBroken { decodeQuoted(node) }
            return
        }
        quotedPiece(template.literal, isVerbatim)
        offset += 1
        close(template, node)
    }

    /// Adds a literal piece that ends here, if there is any.
    private mutating func quotedPiece(_ start: Int, _ isVerbatim: Bool) {
        guard start < offset else { return }
        let node = document.nodes.count
        document.nodes.append(
            Node(.string, flags: isVerbatim ? .verbatim : [], start: start, end: offset, next: node + 1))
        if !isVerbatim { decodeQuoted(node) }
    }

    private mutating func decodeQuoted(_ node: Int) {
        let record = document.nodes[node]
        let first = document.decodedText.count
        HCLText.decodeQuoted(
            bytes, Int(record.start) + Int(record.inset), Int(record.end) - Int(record.inset),
            into: &document.decodedText)
        document.decodings.append(
            Document.Decoding(node: node, start: first, count: document.decodedText.count - first))
    }

    // MARK: Pieces

    /// Makes the template's node, unless it is there.
    mutating func open(_ template: inout Template, inset: Int) {
        guard template.node == nil else { return }
        template.node = document.nodes.count
        document.nodes.append(
            Node(.template, flags: .verbatim, inset: inset, start: template.start, end: template.start))
    }

    /// Ends a template of several pieces here.
    mutating func close(_ template: Template, _ node: Int) {
        tokenEnd = offset
        let count = document.nodes.count
        if template.isOpaque || template.isBroken {
            unknown(node, template.start, offset)
        } else if node + 1 < count, Int(document.nodes[node + 1].next) == count {
            // The one piece is no text, and `"${x}"` is `x`.
            document.unwrap(node)
        } else {
            document.nodes[node].end = UInt32(truncatingIfNeeded: offset)
            document.nodes[node].next = UInt32(truncatingIfNeeded: count)
        }
    }

    /// Whether `$${` or `%%{` stands here, which is `${` or `%{` in the text.
    var isAtEscapedSequence: Bool {
        at("{", 2) && bytes[offset + 1] == bytes[offset]
    }

    /// Reads `${ }` or `%{ }`.
    mutating func sequence(_ template: inout Template) -> Bool {
        let start = offset
        let isDirective = at("%")
        offset += 1
        guard let outer = openBracket() else { return false }
        if at("~") {
            template.isOpaque = true
            take(1)
        }
        skipSpace()
        if isDirective {
            template.isOpaque = true
            guard directive() else { return false }
        } else {
            guard expression() else { return false }
        }
        skipSpace()
        if at("~") {
            template.isOpaque = true
            take(1)
        }
        guard at("}") else {
            guard offset < end else { return unclosed(mark(start, 2), isDirective ? "`%{`" : "`${`", "}") }
            return expected(
                "`}`", "here",
                "Close what `\(isDirective ? "%{" : "${")` opens, or write `\(isDirective ? "%%{" : "$${")` where it belongs to the text.")
        }
        closeBracket(outer)
        template.literal = offset
        return true
    }

    /// Reads `if CONDITION`, `else`, `endif`, `for NAME in COLLECTION` or `endfor`.
    private mutating func directive() -> Bool {
        let first = document.nodes.count
        if isAtWord("else") {
            take(4)
            return true
        }
        if isAtWord("endif") {
            take(5)
            return true
        }
        if isAtWord("endfor") {
            take(6)
            return true
        }
        if isAtWord("if") {
            take(2)
            skipSpace()
        } else {
            guard isAtWord("for") else {
                return expected(
                    "`if`, `else`, `endif`, `for` or `endfor`", "behind `%{`",
                    "Write one of them, or `%%{` where it belongs to the text.")
            }
            guard forIntroduction() else { return false }
        }
        guard expression() else { return false }
        document.removeNodes(from: first)
        return true
    }
}
