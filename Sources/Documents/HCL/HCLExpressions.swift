// Expressions: each leaves one node with its subtree, or none where it fails in front of its first value. Literals and
// plain references stay what they are; operators, calls and whatever else is computed leave an unknown.

extension HCLParser {
    /// Reads operands and what joins them. Precedence does not matter to where an expression ends.
    mutating func expression() -> Bool {
        let first = document.nodes.count
        let start = offset
        guard hasRoom(), operand() else { return false }
        var isAlone = true
        var conditionals = 0
        while true {
            skipSpace()
            if at("?") {
                conditionals += 1
                take(1)
            } else if conditionals > 0, at(":"), !at(":", 1) {
                conditionals -= 1
                take(1)
            } else if let length = operatorLength {
                take(length)
            } else {
                break
            }
            isAlone = false
            document.removeNodes(from: first)
            skipSpace()
            guard operand() else {
                unknown(first, start, offset)
                return false
            }
        }
        if !isAlone { unknown(first, start, tokenEnd) }
        return conditionals == 0 || openConditional()
    }

    /// The length of the operator that stands here.
    private var operatorLength: Int? {
        guard offset < end else { return nil }
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"): return 1
        case UInt8(ascii: "<"), UInt8(ascii: ">"): return at("=", 1) ? 2 : 1
        case UInt8(ascii: "="), UInt8(ascii: "!"): return at("=", 1) ? 2 : nil
        case UInt8(ascii: "&"): return at("&", 1) ? 2 : nil
        case UInt8(ascii: "|"): return at("|", 1) ? 2 : nil
        default: return nil
        }
    }

    /// Replaces what an expression left by one node that says no more than where it stands.
    mutating func unknown(_ first: Int, _ start: Int, _ stop: Int) {
        document.removeNodes(from: first)
        document.nodes.append(Node(.alien, flags: .verbatim, start: start, end: stop, next: first + 1))
    }

    // MARK: Operands

    private mutating func operand() -> Bool {
        let first = document.nodes.count
        let start = offset
        while at("!") || (at("-") && !isDigit(offset + 1)) {
            take(1)
            skipSpace()
        }
        let isNegated = offset > start
        guard primary() else {
            if isNegated { document.removeNodes(from: first) }
            return false
        }
        var isReference = !isNegated && isPlainReference(first, start)
        let value = tokenEnd
        guard traversals(&isReference) else {
            unknown(first, start, offset)
            return false
        }
        if isReference {
            document.nodes[first].end = UInt32(truncatingIfNeeded: tokenEnd)
        } else if isNegated || tokenEnd > value {
            unknown(first, start, tokenEnd)
        }
        return true
    }

    /// Whether an operand so far is a name alone.
    private func isPlainReference(_ node: Int, _ start: Int) -> Bool {
        document.nodes[node].flags.contains(.reference) && Int(document.nodes[node].start) == start
            && Int(document.nodes[node].end) == tokenEnd
    }

    private mutating func primary() -> Bool {
        guard offset < end else { return noValue() }
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: "\""): return quoted()
        case UInt8(ascii: "["): return tuple()
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "("): return parentheses()
        case UInt8(ascii: "<") where at("<", 1): return heredoc()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        default: return isAtIdentifier ? word() : noValue()
        }
    }

    private mutating func number() -> Bool {
        let start = offset
        var isInteger = true
        offset += 1
        skipDigits()
        if at("."), isDigit(offset + 1) {
            isInteger = false
            offset += 1
            skipDigits()
        }
        if at("e") || at("E") {
            let hasSign = at("+", 1) || at("-", 1)
            if isDigit(offset + (hasSign ? 2 : 1)) {
                isInteger = false
                offset += hasSign ? 2 : 1
                skipDigits()
            }
        }
        if isAtIdentifier { return noNumber(start) }
        document.nodes.append(
            Node(
                .number, flags: isInteger ? [.verbatim, .integer] : .verbatim, start: start, end: offset,
                next: document.nodes.count + 1))
        tokenEnd = offset
        return true
    }

    mutating func skipDigits() {
        while isDigit(offset) { offset += 1 }
    }

    /// A word of the language, a reference's first name, or a call.
    private mutating func word() -> Bool {
        let start = offset
        guard identifier() else { return noValue() }
        let stop = offset
        tokenEnd = stop
        let node = document.nodes.count
        let kind: Node.Kind =
            isWord("true", start, stop) ? .true : isWord("false", start, stop) ? .false
            : isWord("null", start, stop) ? .null : .alien
        document.nodes.append(
            Node(
                kind, flags: kind == .alien ? [.verbatim, .reference] : .verbatim, start: start, end: stop,
                next: node + 1))
        skipSpace()
        guard at("(") || (at(":") && at(":", 1)) else { return true }
        let isComplete = call(start)
        unknown(node, start, isComplete ? tokenEnd : offset)
        return isComplete
    }

    /// Reads what follows a function's name.
    private mutating func call(_ start: Int) -> Bool {
        while at(":"), at(":", 1) {
            take(2)
            skipSpace()
            guard identifier() else { return noName("::") }
            tokenEnd = offset
            skipSpace()
        }
        guard at("(") else { return noName("(") }
        guard let outer = openBracket(), arguments(start) else { return false }
        closeBracket(outer)
        return true
    }

    /// Reads arguments up to the `)`.
    private mutating func arguments(_ start: Int) -> Bool {
        let first = document.nodes.count
        while true {
            skipSpace()
            if at(")") { return true }
            guard offset < end else { return unclosed(mark(start), "call", ")") }
            guard expression() else { return false }
            document.removeNodes(from: first)
            skipSpace()
            if at(",") {
                take(1)
                continue
            }
            if isAtEllipsis {
                take(3)
                skipSpace()
            }
            if at(")") { return true }
            guard offset < end else { return unclosed(mark(start), "call", ")") }
            return expected("`,` or `)`", "behind this argument", "Separate arguments by commas, and close the call.")
        }
    }

    private mutating func parentheses() -> Bool {
        let start = offset
        guard let outer = openBracket() else { return false }
        skipSpace()
        guard expression() else { return false }
        skipSpace()
        guard at(")") else {
            guard offset < end else { return unclosed(mark(start), "parenthesis", ")") }
            return expected("`)`", "here", "Close the parenthesis, or correct what stands in front of this.")
        }
        closeBracket(outer)
        return true
    }

    var isAtEllipsis: Bool { at(".") && at(".", 1) && at(".", 2) }

    // MARK: Brackets

    /// Steps into a bracket, where line breaks are blanks. Returns whether they were before, or nil where this is too deep.
    mutating func openBracket() -> Bool? {
        guard deeper() else { return nil }
        let outer = ignoresLineBreaks
        ignoresLineBreaks = true
        return outer
    }

    /// Steps over the closing bracket.
    mutating func closeBracket(_ outer: Bool) {
        ignoresLineBreaks = outer
        take(1)
        depth -= 1
    }
}
