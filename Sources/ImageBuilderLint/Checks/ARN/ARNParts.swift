import RequestLint

/// An ARN taken apart at its colons: byte ranges of the text, of which nothing is judged yet.
struct ARNParts {
    let partition: Range<Int>
    let service: Range<Int>
    let region: Range<Int>
    let account: Range<Int>
    let resource: Range<Int>

    /// Takes a part of a text apart.
    /// - Returns: nil where it does not start with `arn:` or has too few colons.
    init?(_ text: borrowing Span<UInt8>, in range: Range<Int>) {
        guard text.extracting(range).starts(with: "arn:") else { return nil }
        var parts = PartReader(start: range.lowerBound + 4, end: range.upperBound, separator: UInt8(ascii: ":"))
        guard let partition = parts.next(in: text), let service = parts.next(in: text),
            let region = parts.next(in: text), let account = parts.next(in: text),
            let resource = parts.rest
        else { return nil }
        self.partition = partition
        self.service = service
        self.region = region
        self.account = account
        self.resource = resource
    }

    static func belongsToImageBuilder(_ service: borrowing Span<UInt8>) -> Bool {
        service.equals("imagebuilder")
    }
}

/// Reads the parts between separators one after the other, without an array of them.
struct PartReader {
    private var position: Int?
    private let end: Int
    private let separator: UInt8

    init(start: Int, end: Int, separator: UInt8) {
        position = start
        self.end = end
        self.separator = separator
    }

    /// The next part; nil behind the last.
    mutating func next(in text: borrowing Span<UInt8>) -> Range<Int>? {
        guard let start = position else { return nil }
        let index = text.firstIndex(of: separator, in: start..<end)
        position = index < end ? index + 1 : nil
        return start..<index
    }

    /// All that was not read yet; nil behind the last part.
    var rest: Range<Int>? { position.map { $0..<end } }
}
