// Bodies: arguments, blocks and their labels.

extension HCLParser {
    /// Reads an argument or a block.
    mutating func item(_ blocks: inout [Int]) -> Bool {
        let key = document.nodes.count
        let start = offset
        guard hasRoom() else { return false }
        guard identifier() else { return noItem() }
        document.nodes.append(Node(.string, flags: .verbatim, start: start, end: offset, next: key + 1))
        tokenEnd = offset
        skipSpace()
        if isAtEquals {
            take(1)
            skipSpace()
            guard expression() else {
                if document.nodes.count == key + 1 { document.removeNodes(from: key) }
                return false
            }
            return itemEnd("argument")
        }
        guard at("{") || at("\"") || isAtIdentifier else {
            document.removeNodes(from: key)
            return noItemSign(start)
        }
        guard let labels = labels() else {
            document.removeNodes(from: key)
            return false
        }
        blocks.append(key)
        let isComplete = body(of: key)
        for label in 0..<labels { close(key + 1 + 2 * label, isComplete: isComplete) }
        return isComplete && itemEnd("block")
    }

    /// Reads the labels of a block, and opens an object for each; their number, or nil where there is no body behind them.
    private mutating func labels() -> Int? {
        var labels = 0
        while !at("{") {
            let start = offset
            let wrapper = document.nodes.count
            document.nodes.append(Node(.object, start: start, end: start))
            if at("\"") {
                guard quoted() else { return nil }
                guard document.nodes.count == wrapper + 2, document.nodes[wrapper + 1].kind == .string else {
                    _ = labelIsNoLiteral(start)
                    return nil
                }
            } else if identifier() {
                document.nodes.append(
                    Node(.string, flags: .verbatim, start: start, end: offset, next: wrapper + 2))
                tokenEnd = offset
            } else {
                _ = noBody()
                return nil
            }
            labels += 1
            skipSpace()
        }
        return labels
    }

    /// Reads from `{` to `}`.
    private mutating func body(of key: Int) -> Bool {
        let body = document.nodes.count
        document.nodes.append(Node(.object, start: offset, end: offset))
        var blocks: [Int] = []
        let isComplete = deeper() && items(of: key, &blocks)
        closeBody(body, blocks, isComplete: isComplete, end: isComplete ? tokenEnd : offset)
        depth -= 1
        return isComplete
    }

    private mutating func items(of key: Int, _ blocks: inout [Int]) -> Bool {
        while true {
            skipBlanks()
            guard offset < end else {
                return unclosed(document.range(of: key), "block", "}")
            }
            if at("}") {
                take(1)
                return true
            }
            guard item(&blocks) else { return false }
        }
    }

    /// An argument or block ends with its line, or with the block it stands in.
    private mutating func itemEnd(_ what: String) -> Bool {
        skipSpace()
        if isAtLineEnd || at("}") { return true }
        if at(",") {
            take(1)
            return repair(
                offset - 1,
                "This comma separates nothing: what stands in a block is separated by line breaks. Remove it, and start a new line.")
        }
        let start = offset
        guard identifier() else { return somethingBehind(what) }
        let word = offset
        skipSpace()
        let isItem = isAtEquals || at("{") || (at("\"") && word < offset)
        offset = start
        guard isItem else { return somethingBehind(what) }
        return repair(
            start,
            "A line break is missing in front of this: every argument and block of a block starts a line of its own. Start a new line.")
    }

    // MARK: Ends

    /// Ends an object or array at what was read last.
    mutating func close(_ node: Int, isComplete: Bool) {
        document.nodes[node].next = UInt32(truncatingIfNeeded: document.nodes.count)
        let end = isComplete ? tokenEnd : max(offset, Int(document.nodes[node].start) + 1)
        document.nodes[node].end = UInt32(truncatingIfNeeded: min(end, bytes.count))
        if !isComplete { document.nodes[node].flags.insert(.incomplete) }
    }

    /// Ends a body, and makes one member of its blocks of one type.
    mutating func closeBody(_ body: Int, _ blocks: [Int], isComplete: Bool, end: Int) {
        document.joinBlocks(blocks, of: body)
        document.nodes[body].next = UInt32(truncatingIfNeeded: document.nodes.count)
        document.nodes[body].end = UInt32(truncatingIfNeeded: min(end, bytes.count))
        if !isComplete { document.nodes[body].flags.insert(.incomplete) }
    }

    /// Steps over an opening bracket or brace; false where that is too deep.
    mutating func deeper() -> Bool {
        depth += 1
        let isShallow = depth <= limits.depth || tooDeep()
        take(1)
        return isShallow
    }
}
