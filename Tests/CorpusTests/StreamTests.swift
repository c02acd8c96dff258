// Streams made of the corpus: what is said of a line is what is said of it alone, at its place in the stream.
import ImageBuilderLint
import Testing

@Suite struct StreamTests {
    /// The JSON requests of the corpus in one line each. A raw line break is no part of any JSON text.
    static let lines: [[UInt8]] = CorpusFolder.requests.filter { $0.hasSuffix(".json") && !$0.contains("encoding/") }
        .compactMap { path in
            try? CorpusFolder.bytes(path).map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
        }

    private func shifted(_ position: Position, _ start: StreamPosition) -> [Int] {
        [position.offset + start.offset, position.line + start.line, position.column]
    }

    private func shifted(_ region: Region, _ start: StreamPosition) -> [Int] {
        shifted(region.start, start) + shifted(region.end, start)
    }

    /// Everything that a diagnostic says, with its places moved.
    private func text(_ diagnostic: Diagnostic, _ start: StreamPosition) -> String {
        let related = diagnostic.related.map { "\($0.message) \($0.pointer) \(shifted($0.region, start))" }
        let edits = diagnostic.fix?.edits.map { "\($0.text) \(shifted($0.region, start))" } ?? []
        return "\(diagnostic.rule) \(diagnostic.severity) \(diagnostic.message) \(diagnostic.operation) \(diagnostic.pointer) \(diagnostic.document + start.line) \(shifted(diagnostic.region, start)) \(related) \(edits)"
    }

    private func text(_ notice: Notice, _ start: StreamPosition) -> String {
        "\(notice.kind) \(notice.region.map { shifted($0, start) } ?? [])"
    }

    @Test(arguments: ["\n", "\r\n", "\n \t\n"])
    func eachLineIsJudgedAlone(end: String) throws {
        let linter = try CorpusTests.linter.get()
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        var expected: [String] = []
        var notices: [String] = []
        var requests = 0
        for line in Self.lines {
            let start = StreamPosition.start.advanced(over: bytes)
            let alone = linter.check(line, name: "line.json")
            expected += alone.diagnostics.map { text($0, start) }
            // Those without a place are of the whole file.
            notices += alone.notices.filter { $0.kind != .noRequest }.map { text($0, start) }
            requests += alone.requests
            bytes += line + Array(end.utf8)
        }
        let report = linter.checkLines(bytes, name: "corpus.ndjson")
        #expect(report.diagnostics.map { text($0, .start) } == expected)
        #expect(report.notices.filter { $0.kind != .noRequest }.map { text($0, .start) } == notices)
        #expect(report.requests == requests)
        #expect(report.diagnostics.count > 100)
    }

    /// Pieces of any size, reported in their order, are the stream.
    @Test(arguments: [1, 2, 7, 50])
    func pieces(count: Int) throws {
        let linter = try CorpusTests.linter.get()
        let whole = linter.checkLines(Self.lines.flatMap { $0 + [0x0A] }, name: "x")
        var start = StreamPosition(line: 0, offset: 0)
        var diagnostics: [Diagnostic] = []
        var notices: [Notice] = []
        var summary = RunSummary()
        for first in stride(from: 0, to: Self.lines.count, by: count) {
            let piece: [UInt8] = Self.lines[first..<min(Self.lines.count, first + count)].flatMap { $0 + [0x0A] }
            let report = linter.checkLines(piece, name: "x", at: start)
            summary.add(report)
            diagnostics += report.diagnostics
            notices += report.notices
            start = start.advanced(over: piece)
        }
        #expect(diagnostics == whole.diagnostics)
        #expect(notices == whole.notices)
        #expect(summary.files == 1)
        #expect(summary.passedOver == 0)
        #expect(summary.unreadable == 1)
        #expect(summary.requests == whole.requests)
    }

    /// Offsets of a stream need more than 32 bits.
    @Test func farAway() throws {
        let linter = try CorpusTests.linter.get()
        let start = StreamPosition(line: 5_000_000_000, offset: 1 << 42)
        let near = linter.checkLines(Self.lines[0] + [0x0A], name: "x")
        let far = linter.checkLines(Self.lines[0] + [0x0A], name: "x", at: start)
        #expect(far.diagnostics.map { text($0, .start) } == near.diagnostics.map { text($0, start) })
        #expect(far.notices.map { text($0, .start) } == near.notices.map { text($0, start) })
    }

    @Test func noLines() throws {
        let linter = try CorpusTests.linter.get()
        for text in ["", "\n", "\n\r\n \n", "\u{FEFF}\n"] {
            let report = linter.checkLines(Array(text.utf8), name: "x.ndjson")
            #expect(report.notices.isEmpty && report.requests == 0 && report.linesPassedOver == 0)
        }
        #expect(linter.check([], name: "x.ndjson").notices.map(\.kind) == [.noRequest])
        #expect(linter.check([], name: "x.ndjson", origin: .found).notices.isEmpty)
    }

    /// A million lines of other programs are no million notices.
    @Test func foreignLines() throws {
        let linter = try CorpusTests.linter.get()
        let foreign = String(repeating: "{\"event\": 1}\n", count: 1_000)
        let mentions = String(repeating: "{\"arn\": \"arn:aws:imagebuilder:eu-west-1:aws:image/x\"}\n", count: 1_000)
        let report = linter.check(Array((foreign + mentions).utf8), name: "events.jsonl")
        #expect(report.notices.count == 11)
        #expect(report.notices.last?.message.hasPrefix("990 more lines mention the service") == true)
        #expect(report.notices.allSatisfy { $0.kind == .noRequest })
        #expect(report.linesPassedOver == 2_000)
    }

    /// Hooks name all kinds of files: what bears no trace of the service is not parsed, and what bears a common one only is
    /// not called broken.
    @Test func foreignStreams() throws {
        let linter = try CorpusTests.linter.get()
        let broken = Array("{\"a\": 1}\nTraceback (most recent call last):\n".utf8)
        #expect(linter.check(broken, name: "log.jsonl", origin: .named).notices.map(\.kind) == [.noRequest])
        #expect(linter.check(broken, name: "log.jsonl", origin: .found).notices.isEmpty)
        #expect(linter.check(broken, name: "log.jsonl").notices.map(\.kind) == [.syntax])
        let common = broken + Array("{\"operation\": \"GET\", \"request\": {}}\n".utf8)
        #expect(linter.check(common, name: "log.jsonl", origin: .found).notices.isEmpty)
        let telling = common + Self.lines[0] + [0x0A]
        #expect(linter.check(telling, name: "log.jsonl", origin: .found).notices.contains { $0.kind == .syntax })
    }
}
