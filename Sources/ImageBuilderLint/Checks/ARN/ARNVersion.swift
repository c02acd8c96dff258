import RequestLint

/// The version in an ARN: three nodes, each a number or the wildcard `x`.
struct ARNVersion {
    enum Flaw {
        /// It has not three nodes, but so many.
        case count(Int)
        /// A node is neither a number nor the wildcard.
        case node(Range<Int>)
    }

    /// Image Builder keeps a node in 30 bits.
    static let largestNumber = 1_073_741_823

    private(set) var flaw: Flaw?
    private(set) var firstWildcard: Range<Int>?
    /// The first number to the right of a wildcard.
    private(set) var behindWildcard: Range<Int>?
    /// The first number that is too large.
    private(set) var beyondBounds: Range<Int>?

    init(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
        var count = 0
        var start = range.lowerBound
        var index = start
        while index <= range.upperBound {
            if index == range.upperBound || text[index] == UInt8(ascii: ".") {
                add(start..<index, text)
                count += 1
                start = index + 1
            }
            index += 1
        }
        if count != 3 { flaw = .count(count) }
    }

    private mutating func add(_ node: Range<Int>, _ text: borrowing Span<UInt8>) {
        if node.count == 1, text[node.lowerBound] == UInt8(ascii: "x") {
            firstWildcard = firstWildcard ?? node
        } else if let number = Self.number(text, node) {
            if firstWildcard != nil { behindWildcard = behindWildcard ?? node }
            if number > Self.largestNumber { beyondBounds = beyondBounds ?? node }
        } else {
            flaw = flaw ?? .node(node)
        }
    }

    /// The number that digits write; nil where there are none or other signs.
    private static func number(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        var number = 0
        var index = range.lowerBound
        while index < range.upperBound {
            guard text[index].isDigit else { return nil }
            // Beyond the largest number it no longer matters how large it is.
            if number <= largestNumber { number = number * 10 + Int(text[index] - UInt8(ascii: "0")) }
            index += 1
        }
        return number
    }

    /// The version that a text of the wrong form clearly stands for.
    static func repaired(_ text: String, wildcards: Bool) -> String? {
        var words = text.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if words == ["latest"] || words == ["*"] || words == ["x"] { words = ["x", "x", "x"] }
        if words[0].hasPrefix("v") { words[0].removeFirst() }
        guard words.count == 3 else { return nil }
        let nodes = words.map { $0 == "*" ? "x" : $0 }
        let isSound = nodes.allSatisfy { node in
            (node == "x" && wildcards) || (!node.isEmpty && node.allSatisfy { ("0"..."9").contains($0) })
        }
        return isSound ? nodes.joined(separator: ".") : nil
    }
}
