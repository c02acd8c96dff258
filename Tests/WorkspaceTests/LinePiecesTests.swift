// How streams are cut: the same lines at the same places, wherever reads happen to end.
import Documents
import Testing

@testable import Workspace

/// Hands out so many bytes a read.
private final class Drip: ByteStream {
    private var bytes: ArraySlice<UInt8>
    private let step: Int
    private let fails: Bool

    init(_ bytes: [UInt8], step: Int, fails: Bool = false) {
        self.bytes = bytes[...]
        self.step = step
        self.fails = fails
    }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
        if bytes.isEmpty, fails { throw InputError(message: "gone") }
        let piece = bytes.prefix(min(step, buffer.count))
        bytes = bytes.dropFirst(piece.count)
        _ = buffer.update(fromContentsOf: piece)
        return piece.count
    }
}

@Suite struct LinePiecesTests {
    private func pieces(
        _ text: String, step: Int, size: Int = 64, limit: Int = 1_000
    ) throws -> [LinePieces.Piece] {
        var pieces = LinePieces(Drip(Array(text.utf8), step: step), size: size, limit: limit)
        var result: [LinePieces.Piece] = []
        while let piece = try pieces.next() { result.append(piece) }
        return result
    }

    static let texts = [
        "", "\n", "\n\n\n", "a", "a\n", "a\nb", "a\r\nb\r\n", "\r\n", "\u{FEFF}a\nb\n", "one\ntwo\n\n\nthree\r\nfour",
        String(repeating: "x", count: 300) + "\nb\n" + String(repeating: "y", count: 299),
        (0..<40).map { String(repeating: "z", count: $0) + "\n" }.joined(),
    ]

    /// Each read brings little of it, as from a pipe; a copy of all for each of them would take hours.
    @Test func aLongLineTakesLinearTime() throws {
        let text = [UInt8](repeating: 0x78, count: 48 << 20)
        var pieces = LinePieces(Drip(text, step: 512), size: 1_024)
        let time = try ContinuousClock().measure {
            guard case .lines(let lines, _) = try pieces.next() else {
                Issue.record("there is no line")
                return
            }
            #expect(lines.count == text.count)
        }
        #expect(time < .seconds(60))
    }

    @Test(arguments: texts)
    func cutsAnywhere(text: String) throws {
        for step in 1...(text.utf8.count + 1) {
            var bytes: [UInt8] = []
            for piece in try pieces(text, step: step) {
                guard case .lines(let lines, let start) = piece else {
                    Issue.record("a line is too long")
                    continue
                }
                #expect(start.offset == bytes.count)
                #expect(start.line == bytes.count { $0 == 0x0A })
                #expect(!lines.isEmpty)
                bytes += lines
                // Only the end of the stream may be in want of a line end.
                #expect(lines.last == 0x0A || bytes.count == text.utf8.count)
            }
            #expect(bytes == Array(text.utf8), "\(step) bytes a read")
        }
    }

    /// A size that is smaller than every line.
    @Test func tinyPieces() throws {
        let text = (0..<30).map { "line \($0)\n" }.joined()
        for size in 1...20 {
            let lines = try pieces(text, step: 1_000, size: size).flatMap { piece -> [UInt8] in
                if case .lines(let lines, _) = piece { lines } else { [] }
            }
            #expect(lines == Array(text.utf8))
        }
    }

    /// What comes before and behind a line that is too long is judged; its own bytes are counted, and nobody keeps them.
    @Test func linesThatAreTooLong() throws {
        let text = "a\n" + String(repeating: "x", count: 5_000) + "\nb\n" + String(repeating: "y", count: 9_000)
        for step in [1, 7, 64, 10_000] {
            var lines: [UInt8] = []
            var skipped: [StreamPosition: Int] = [:]
            for piece in try pieces(text, step: step, limit: 100) {
                switch piece {
                case .lines(let more, _): lines += more
                case .tooLong(let count, let start): skipped[start] = count
                }
            }
            #expect(lines == Array("a\nb\n".utf8))
            #expect(skipped == [StreamPosition(line: 1, offset: 2): 5_000, StreamPosition(line: 3, offset: 5_005): 9_000])
        }
    }

    @Test func whatWasReadBeforeAFailureIsThere() throws {
        var pieces = LinePieces(Drip(Array("a\nb\nc".utf8), step: 2, fails: true))
        var count = 0
        #expect(throws: InputError.self) {
            while try pieces.next() != nil { count += 1 }
        }
        #expect(count == 2)
        #expect(pieces.position == StreamPosition(line: 2, offset: 4))
    }
}
