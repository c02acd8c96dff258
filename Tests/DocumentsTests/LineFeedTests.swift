// Line ends are found eight bytes at a time; here they are found one by one.
import Testing

@testable import Documents

@Suite struct LineFeedTests {
    /// Bytes that differ from LF in one bit, and what carries would make of their neighbours.
    private static let signs: [UInt8] = [0x0A, 0x0A, 0x0B, 0x08, 0x8A, 0x00, 0xFF, 0x80, 0x0D]

    @Test func asByByte() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes = (0..<count).map { _ in Self.signs[Int.random(in: 0..<Self.signs.count, using: &random)] }
            let start = Int.random(in: 0...count, using: &random)
            #expect(LineFeed.first(in: bytes.span, from: start) == bytes[start...].firstIndex(of: 0x0A))
            #expect(LineFeed.last(in: bytes.span, from: start) == bytes[start...].lastIndex(of: 0x0A))
            #expect(LineFeed.count(in: bytes.span) == bytes.count { $0 == 0x0A })
        }
    }

    @Test func manyLines() {
        for count in [2_039, 2_040, 2_041, 2_048, 5_000] {
            #expect(LineFeed.count(in: [UInt8](repeating: 0x0A, count: count).span) == count)
        }
    }

    @Test func positions() {
        let start = StreamPosition(line: 7, offset: 1 << 40)
        #expect(start.advanced(over: Array("a\nb\r\nc".utf8)) == StreamPosition(line: 9, offset: (1 << 40) + 6))
    }

    @Test func aLineOfAStreamIsOneLine() {
        let table = LineTable(Array("a\rb\u{FC}c".utf8), isOneLine: true)
        #expect(table.count == 1)
        #expect(table.position(at: 5) == (1, 5))
    }
}
