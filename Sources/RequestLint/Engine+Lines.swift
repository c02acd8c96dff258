// Streams: a JSON value a line, of any number of lines. A piece of whole lines is judged without knowing the others.
import Documents

extension Engine {
    /// Judges a piece of a stream. What is said of a line depends on that line alone.
    /// - Parameters:
    ///   - bytes: whole lines; the last one of the stream needs no end.
    ///   - start: where they start in the stream.
    ///   - origin: how the stream came here; what stands in the way of judging a line is reported where it was given.
    func checkLines(
        _ bytes: [UInt8], name: String, at start: StreamPosition, origin: Linter.Origin
    ) -> FileReport {
        withDesk { checkLines(bytes, name: name, at: start, origin: origin, $0) }
    }

    private func checkLines(
        _ bytes: [UInt8], name: String, at start: StreamPosition, origin: Linter.Origin, _ desk: Desk
    ) -> FileReport {
        var report = reportBuilder(of: name, desk)
        var cleanRequests = 0
        var linesPassedOver = 0
        bytes.withUnsafeBufferPointer { pointer in
            var screener = screener(of: bytes, at: pointer, desk)
            for line in LineRanges(bytes, at: start) where !line.isBlank(in: bytes) {
                // An update is compared with its current state by way of a document.
                if current == nil, line.range.count <= ReadLimits.standard.line, let clean = screener.cleanRequests(in: line.range) {
                    cleanRequests += clean
                    if clean == 0 { linesPassedOver += 1 }
                    continue
                }
                if !checkLine(line, of: bytes, name, origin, desk, &report) { linesPassedOver += 1 }
            }
        }
        return report.report(
            linesPassedOver: linesPassedOver, moreRequests: cleanRequests, start: start, of: bytes)
    }

    /// - Returns: whether the line held a request, or something kept it from being judged.
    private func checkLine(
        _ line: LineRanges.Line, of bytes: [UInt8], _ name: String, _ origin: Linter.Origin, _ desk: Desk,
        _ report: inout ReportBuilder
    ) -> Bool {
        guard line.range.count <= ReadLimits.standard.line else {
            report.add(Self.tooLong(line.start, count: line.range.count))
            return true
        }
        let text = Array(bytes[line.range])
        let document = JSONReader.read(Source(name: name, bytes: text, line: line.start))
        report.begin(document)
        let isRecognised = judge(document, desk, &report)
        if origin != .given, operation == nil, report.isUnparsedOnly, isForeign(text) {
            report.forget()
            return false
        }
        let isSilent = report.isSilent
        report.finish(
            isNamed: false, mentionsService: !isRecognised && isSilent && mentionsService(text),
            isRequest: operation != nil)
        return !report.heldNothing
    }

    /// What is said of a line that is not read. It is marked at its start.
    static func tooLong(_ start: StreamPosition, count: Int) -> Notice {
        let position = Position(offset: start.offset, line: start.line + 1, column: 1)
        let end = Position(offset: start.offset + 1, line: start.line + 1, column: 2)
        return Notice(
            kind: .limit,
            message: "This line has \(count) bytes, and lines over \(ReadLimits.standard.line) bytes are not read. Split what it holds.",
            region: Region(start: position, end: end))
    }

    /// How the lines of a stream are judged that was not given but named or found; nil where nothing in it bears a trace of
    /// the service.
    func origin(ofLines bytes: [UInt8], _ origin: Linter.Origin) -> Linter.Origin? {
        if origin == .given || operation != nil || holdsTrace(bytes, { $0 != .common }) { return .given }
        return holdsTrace(bytes, { $0 == .common }) ? origin : nil
    }

    /// A stream that is here as a whole.
    func checkStream(_ bytes: [UInt8], name: String, origin: Linter.Origin, _ desk: Desk) -> FileReport {
        guard let linesOrigin = self.origin(ofLines: bytes, origin) else {
            return foreignReport(name, isNamed: origin == .named)
        }
        var tally = StreamTally(name: name, origin: origin)
        let report = tally.add(checkLines(bytes, name: name, at: .start, origin: linesOrigin, desk))
        return report.adding(tally.end(at: .start)?.notices ?? [])
    }
}

/// The lines of a piece of a stream.
struct LineRanges: Sequence, IteratorProtocol {
    struct Line {
        /// Without its end, LF or CR LF, and without a byte order mark at the start of the stream.
        let range: Range<Int>
        let start: StreamPosition

        func isBlank(in bytes: [UInt8]) -> Bool {
            bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        }
    }

    private let bytes: [UInt8]
    private let start: StreamPosition
    private var line = 0
    private var offset: Int

    init(_ bytes: [UInt8], at start: StreamPosition) {
        self.bytes = bytes
        self.start = start
        offset = start.offset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> Line? {
        guard offset < bytes.count else { return nil }
        let feed = LineFeed.first(in: bytes.span, from: offset)
        var end = feed ?? bytes.count
        if end > offset, bytes[end - 1] == 0x0D { end -= 1 }
        defer {
            line += 1
            offset = (feed ?? bytes.count) + 1
        }
        return Line(
            range: offset..<end, start: StreamPosition(line: start.line + line, offset: start.offset + offset))
    }
}
