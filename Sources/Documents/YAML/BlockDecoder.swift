/// The first line of a block scalar: `|` or `>`, indentation, chomping, a comment.
struct BlockHeader {
    let isLiteral: Bool
    /// Where the lines start.
    let end: Int
    /// The indentations that the lines may have, the likeliest first.
    let indentations: [Int]

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        isLiteral = bytes[range.lowerBound] == UInt8(ascii: "|")
        var place = range.lowerBound + 1
        var isExplicit = false
        while place < range.upperBound, !isYAMLBreak(bytes[place]), bytes[place] != UInt8(ascii: "#") {
            if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[place]) { isExplicit = true }
            place += 1
        }
        while place < range.upperBound, !isYAMLBreak(bytes[place]) { place += 1 }
        place = Self.behindBreak(bytes, place, range.upperBound)
        end = place
        let (first, smallest) = Self.spaces(bytes, place..<range.upperBound)
        indentations = isExplicit ? Array((0...smallest).reversed()) : [first]
    }

    /// The spaces in front of the first line that is not blank, and the fewest in front of any such line.
    private static func spaces(_ bytes: [UInt8], _ lines: Range<Int>) -> (first: Int, smallest: Int) {
        var first: Int?
        var smallest = Int.max
        var place = lines.lowerBound
        while place < lines.upperBound {
            let start = place
            while place < lines.upperBound, bytes[place] == UInt8(ascii: " ") { place += 1 }
            if place < lines.upperBound, !isYAMLBreak(bytes[place]) {
                first = first ?? place - start
                smallest = min(smallest, place - start)
            }
            while place < lines.upperBound, !isYAMLBreak(bytes[place]) { place += 1 }
            place = behindBreak(bytes, place, lines.upperBound)
        }
        return (first ?? 0, first == nil ? 0 : smallest)
    }

    static func behindBreak(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Int {
        guard place < end else { return place }
        let isPair = bytes[place] == UInt8(ascii: "\r") && place + 1 < end && bytes[place + 1] == UInt8(ascii: "\n")
        return place + (isPair ? 2 : 1)
    }
}

/// Decodes literal and folded scalars and keeps the place of each byte.
struct BlockDecoder {
    private let bytes: [UInt8]
    private let isLiteral: Bool
    private let indentation: Int
    private var offset: Int
    private let end: Int
    private var result = PlacedText()

    init(_ bytes: [UInt8], _ range: Range<Int>, _ header: BlockHeader, indentation: Int) {
        self.bytes = bytes
        self.indentation = indentation
        isLiteral = header.isLiteral
        offset = header.end
        end = range.upperBound
    }

    mutating func places(of document: Document, _ node: Int) -> [Int]? {
        /// The break behind the line before, and those of the blank lines since.
        var lineBreak: Int?
        var blankLines: [Int] = []
        var wasIndented = false
        skipIndentation(&blankLines)
        while offset < end {
            let isIndented = isYAMLBlank(bytes[offset])
            if let place = lineBreak {
                // Lines are folded, unless one of them is indented more than the others.
                if isLiteral || wasIndented || isIndented {
                    result.put(UInt8(ascii: "\n"), at: place)
                } else if blankLines.isEmpty {
                    result.put(UInt8(ascii: " "), at: place)
                }
            }
            for place in blankLines { result.put(UInt8(ascii: "\n"), at: place) }
            blankLines = []
            wasIndented = isIndented
            while offset < end, !isYAMLBreak(bytes[offset]) {
                result.put(bytes[offset], at: offset)
                offset += 1
            }
            lineBreak = offset < end ? offset : nil
            offset = BlockHeader.behindBreak(bytes, offset, end)
            skipIndentation(&blankLines)
        }
        return result.places(of: document, node, end: end)
    }

    private mutating func skipIndentation(_ blankLines: inout [Int]) {
        while offset < end {
            var column = 0
            while offset < end, column < indentation, bytes[offset] == UInt8(ascii: " ") {
                offset += 1
                column += 1
            }
            guard offset < end, isYAMLBreak(bytes[offset]) else { return }
            blankLines.append(offset)
            offset = BlockHeader.behindBreak(bytes, offset, end)
        }
    }
}
