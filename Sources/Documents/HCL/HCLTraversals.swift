// What is taken of a value: attributes, indexes and splats.

extension HCLParser {
    /// Reads `.name`, `.0`, `.*`, `[key]` and `[*]`, as often as they follow.
    mutating func traversals(_ isReference: inout Bool) -> Bool {
        while true {
            skipSpace()
            let isDot = at(".") && !at(".", 1)
            guard isDot || at("[") else { return true }
            if offset > tokenEnd { isReference = false }
            guard isDot ? attribute(&isReference) : index(&isReference) else { return false }
        }
    }

    private mutating func attribute(_ isReference: inout Bool) -> Bool {
        take(1)
        skipSpace()
        if offset > tokenEnd { isReference = false }
        if at("*") {
            isReference = false
            take(1)
        } else if isDigit(offset) {
            skipDigits()
        } else if !identifier() {
            return noName(".")
        }
        tokenEnd = offset
        return true
    }

    private mutating func index(_ isReference: inout Bool) -> Bool {
        let start = offset
        guard let outer = openBracket() else { return false }
        skipSpace()
        if at("*") {
            isReference = false
            take(1)
        } else {
            let first = document.nodes.count
            guard expression() else { return false }
            let key = document.nodes[first]
            let isLiteral =
                (key.kind == .string || key.kind == .number) && Int(key.start) == start + 1 && Int(key.end) == offset
            if !isLiteral { isReference = false }
            document.removeNodes(from: first)
        }
        skipSpace()
        guard at("]") else {
            guard offset < end else { return unclosed(mark(start), "index", "]") }
            return expected("`]`", "behind this index", "Close the index, or correct what stands in it.")
        }
        closeBracket(outer)
        return true
    }
}
