import RequestLint

/// An ARN taken apart at its colons: byte ranges of the text, of which nothing is judged yet.
struct ARNParts {
    let partition: Range<Int>
    let service: Range<Int>
    let region: Range<Int>
    let account: Range<Int>
    let resource: Range<Int>
    let isOfImageBuilder: Bool

    /// Most begin like this, and need no search for the first colons.
    private static let usualHead: StaticString = "arn:aws:imagebuilder:"
    /// Roles begin like this, which lie in no Region.
    private static let usualRoleHead: StaticString = "arn:aws:iam::"

    /// Takes a part of a text apart.
    /// - Returns: nil where it does not start with `arn:` or has too few colons.
    init?(_ text: borrowing Span<UInt8>, in range: Range<Int>) {
        let start = range.lowerBound
        var parts = PartReader(start: start, end: range.upperBound, separator: UInt8(ascii: ":"))
        if text.extracting(range).starts(with: Self.usualHead) {
            partition = start + 4..<start + 7
            service = start + 8..<start + 20
            isOfImageBuilder = true
            parts.skip(to: start + 21)
        } else if text.extracting(range).starts(with: Self.usualRoleHead) {
            partition = start + 4..<start + 7
            service = start + 8..<start + 11
            isOfImageBuilder = false
            parts.skip(to: start + 12)
        } else {
            guard let prefix = parts.next(in: text), text.extracting(prefix).equals("arn"),
                let partition = parts.next(in: text), let service = parts.next(in: text)
            else { return nil }
            self.partition = partition
            self.service = service
            isOfImageBuilder = text.extracting(service).equals("imagebuilder")
        }
        guard let region = parts.next(in: text), let account = parts.next(in: text),
            let resource = parts.rest
        else { return nil }
        self.region = region
        self.account = account
        self.resource = resource
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

    /// Goes on at a place behind a separator.
    mutating func skip(to place: Int) { position = place }

    /// The next part; nil behind the last.
    @inline(__always)
    mutating func next(in text: borrowing Span<UInt8>) -> Range<Int>? {
        guard let start = position else { return nil }
        let index = text.firstIndex(of: separator, in: start..<end)
        position = index < end ? index + 1 : nil
        return start..<index
    }

    /// All that was not read yet; nil behind the last part.
    var rest: Range<Int>? { position.map { $0..<end } }
}
