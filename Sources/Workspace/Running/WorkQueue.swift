import Documents
import RequestLint

/// A part of a run that one worker does at once.
enum Work {
    /// Items that are no streams, by their numbers.
    case items(Range<Int>)
    /// Whole lines of a stream, and how they are judged.
    case lines([UInt8], StreamPosition, Input, Linter.Origin)
    /// What there is to say of a piece of a stream that can't be judged.
    case piece(FileReport, Input)
    /// A stream that is not judged at all.
    case report(FileReport)
    /// The end of a stream.
    case end(Input, StreamPosition)
}

/// Hands out the work of a run in the order of its report. Streams are read here, a piece at a time.
struct WorkQueue {
    private let items: [RunItem]
    private let linter: Linter
    /// Items that are handed out at once.
    private let batch: Int
    /// The next item.
    private var index = 0
    private var stream: OpenStream?

    init(_ items: [RunItem], linter: Linter, batch: Int) {
        self.items = items
        self.linter = linter
        self.batch = batch
    }

    /// - Returns: nil where all is handed out.
    mutating func next() -> Work? {
        while true {
            if let work = stream?.next() {
                if stream?.isEnded == true { stream = nil }
                return work
            }
            guard index < items.count else { return nil }
            guard let input = items[index].stream else { return .items(takeBatch()) }
            index += 1
            switch OpenStream.open(input, linter) {
            case .stream(let opened): stream = opened
            case .report(let report): return .report(report)
            case .nothing: break
            }
        }
    }

    private mutating func takeBatch() -> Range<Int> {
        let start = index
        while index < items.count, index < start + batch, items[index].stream == nil { index += 1 }
        return start..<index
    }
}
