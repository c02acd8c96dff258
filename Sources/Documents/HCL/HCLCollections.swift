// Tuples, object constructors, and the `for` expressions that look like them.

extension HCLParser {
    mutating func tuple() -> Bool {
        let node = document.nodes.count
        let start = offset
        document.nodes.append(Node(.array, start: start, end: start))
        guard let outer = openBracket() else {
            close(node, isComplete: false)
            return false
        }
        skipSpace()
        if isAtFor { return forExpression(node, "]", outer) }
        let isComplete = tupleItems(start)
        if isComplete { closeBracket(outer) }
        close(node, isComplete: isComplete)
        return isComplete
    }

    /// Reads items up to the `]`.
    private mutating func tupleItems(_ start: Int) -> Bool {
        while true {
            skipSpace()
            if at("]") { return true }
            guard offset < end else { return unclosed(mark(start), "list", "]") }
            guard expression() else { return false }
            skipSpace()
            if at(",") {
                take(1)
            } else if at("]") {
                return true
            } else if offset >= end {
                return unclosed(mark(start), "list", "]")
            } else if at("\"") || at("{") || at("[") || isAtIdentifier || isDigit(offset) {
                guard
                    repair(
                        offset,
                        "A comma is missing in front of this item; the items of a list are separated by commas. Add `,`.")
                else { return false }
            } else {
                return expected("`,` or `]`", "behind this item", "Add a comma, or close the list.")
            }
        }
    }

    mutating func object() -> Bool {
        let node = document.nodes.count
        let start = offset
        document.nodes.append(Node(.object, start: start, end: start))
        guard let outer = openBracket() else {
            close(node, isComplete: false)
            return false
        }
        skipSpace()
        if isAtFor { return forExpression(node, "}", outer) }
        ignoresLineBreaks = false
        let isComplete = objectItems(start)
        if isComplete { closeBracket(outer) }
        close(node, isComplete: isComplete)
        return isComplete
    }

    /// Reads keys and values up to the `}`.
    private mutating func objectItems(_ start: Int) -> Bool {
        while true {
            skipBlanks()
            if at("}") { return true }
            guard offset < end else { return unclosed(mark(start), "object", "}") }
            let key = document.nodes.count
            guard objectItem() else {
                if document.nodes.count == key + 1 { document.removeNodes(from: key) }
                return false
            }
            skipSpace()
            if at(",") {
                take(1)
            } else if at("}") {
                return true
            } else if !isAtLineEnd {
                guard at("\"") || isAtIdentifier else {
                    return expected("`,` or a line break", "behind this value", "Separate the members of an object.")
                }
                guard
                    repair(
                        offset,
                        "A comma is missing in front of this member; the members of an object are separated by commas or line breaks. Add `,`.")
                else { return false }
            }
        }
    }

    private mutating func objectItem() -> Bool {
        let key = document.nodes.count
        let start = offset
        guard expression() else {
            document.removeNodes(from: key)
            return false
        }
        makeKey(key, start, tokenEnd)
        guard isAtEquals || (at(":") && !at(":", 1)) else {
            return expected("`=`", "behind this key", "Write `key = value`.")
        }
        take(1)
        skipSpace()
        return expression()
    }

    /// Makes an object's key of the expression that was read as one: a name stands for itself.
    private mutating func makeKey(_ node: Int, _ start: Int, _ stop: Int) {
        let key = document.nodes[node]
        guard document.nodes.count == node + 1, Int(key.start) == start, Int(key.end) == stop else {
            return unknown(node, start, stop)
        }
        switch key.kind {
        case .string: return
        case .number, .true, .false, .null: break
        default:
            guard key.flags.contains(.reference), identifierEnd(start) == stop else {
                return unknown(node, start, stop)
            }
        }
        document.nodes[node].kind = .string
        document.nodes[node].flags = .verbatim
    }

    // MARK: For

    /// Whether `for` and a name stand here.
    private var isAtFor: Bool {
        guard isAtWord("for") else { return false }
        var next = offset + 3
        while next < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[next]) { next += 1 }
        return next < end && isIdentifierStart(next)
    }

    /// Reads the rest of a `for` expression, which leaves an unknown in place of the collection that it looks like.
    private mutating func forExpression(_ node: Int, _ closing: Unicode.Scalar, _ outer: Bool) -> Bool {
        let start = Int(document.nodes[node].start)
        let isComplete = forParts(start, closing)
        if isComplete { closeBracket(outer) }
        unknown(node, start, isComplete ? tokenEnd : offset)
        return isComplete
    }

    private mutating func forParts(_ start: Int, _ closing: Unicode.Scalar) -> Bool {
        let first = document.nodes.count
        guard forIntroduction(), forPart(first) else { return false }
        guard at(":") else { return expected("`:`", "here", "Write `for NAME in COLLECTION : VALUE`.") }
        take(1)
        skipSpace()
        guard forPart(first) else { return false }
        if at("="), at(">", 1) {
            take(2)
            skipSpace()
            guard forPart(first) else { return false }
        }
        if isAtEllipsis {
            take(3)
            skipSpace()
        }
        if isAtWord("if") {
            take(2)
            skipSpace()
            guard forPart(first) else { return false }
        }
        if at(closing) { return true }
        guard offset < end else { return unclosed(mark(start), "`for` expression", "\(closing)") }
        return expected("`\(closing)`", "here", "Close the `for` expression, or correct what stands in front of this.")
    }

    /// Reads `for a, b in`.
    mutating func forIntroduction() -> Bool {
        take(3)
        skipSpace()
        guard identifier() else { return noName("for") }
        tokenEnd = offset
        skipSpace()
        if at(",") {
            take(1)
            skipSpace()
            guard identifier() else { return noName(",") }
            tokenEnd = offset
            skipSpace()
        }
        guard isAtWord("in") else { return expected("`in`", "here", "Write `for NAME in COLLECTION`.") }
        take(2)
        skipSpace()
        return true
    }

    private mutating func forPart(_ first: Int) -> Bool {
        guard expression() else { return false }
        document.removeNodes(from: first)
        skipSpace()
        return true
    }
}
