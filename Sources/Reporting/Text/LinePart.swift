/// The part of a source line near an offset, on boundaries of characters.
struct LinePart {
    let range: Range<Int>
    let isFromStart: Bool
    let isToEnd: Bool
    /// Whether all of its bytes are plain.
    let isPlain: Bool

    /// - Parameter limit: the bytes to either side that are looked at.
    init(_ source: [UInt8], around offset: Int, limit: Int) {
        var low = offset
        if low > 0, low < source.count, source[low] == UInt8(ascii: "\n"),
            source[low - 1] == UInt8(ascii: "\r")
        {
            low -= 1
        }
        let anchor = low
        let lowest = max(0, anchor - limit)
        // What is plain ends no line.
        let plainStart = source.span.plainStart(before: anchor, from: lowest)
        low = source.span.lastLineBreak(in: lowest..<plainStart).map { $0 + 1 } ?? lowest
        isFromStart = low == 0 || isLineBreak(source[low - 1])
        if !isFromStart {
            while low < anchor, isContinuation(source[low]) { low += 1 }
        }
        // A byte order mark is no part of the line, unless it is what is marked.
        if low == 0, anchor >= 3, source.starts(with: [0xEF, 0xBB, 0xBF]) { low = 3 }
        let highest = min(source.count, anchor + limit)
        let plainEnd = source.span.plainEnd(from: anchor, to: highest)
        var high = source.span.firstLineBreak(in: plainEnd..<highest) ?? highest
        isToEnd = high == source.count || isLineBreak(source[high])
        if !isToEnd {
            while high > anchor, isContinuation(source[high]) { high -= 1 }
        }
        range = low..<high
        isPlain = plainStart <= low && high <= plainEnd
    }
}
