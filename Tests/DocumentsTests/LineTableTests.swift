// Lines and columns, compared with an implementation that is slow and obviously right.
import Documents
import Testing

@Suite struct LineTableTests {
    /// Reads from the start: a line ends with CR LF, LF or CR; a column is one scalar, or one byte of no scalar.
    private func slowPosition(_ bytes: [UInt8], _ offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : 0
        while index < offset {
            let rest = bytes[index...]
            if rest.starts(with: [13, 10]) {
                // Behind the CR of a CR LF the line is not over yet.
                if offset == index + 1 { return (line, column + 1) }
                index += 2
                (line, column) = (line + 1, 1)
            } else if bytes[index] == 10 || bytes[index] == 13 {
                index += 1
                (line, column) = (line + 1, 1)
            } else {
                // The standard library's decoder says how long a scalar is.
                var length = 1
                for candidate in 2...4 where rest.count >= candidate {
                    let text = String(validating: rest.prefix(candidate), as: UTF8.self)
                    if let text, text.unicodeScalars.count == 1 { length = candidate }
                }
                index += length
                column += 1
            }
        }
        return (line, column)
    }

    private static let pieces: [[UInt8]] = [
        Array("a".utf8), Array("word ".utf8), Array("é".utf8), Array("字".utf8), Array("😀".utf8),
        Array("e\u{301}".utf8), Array("\u{85}".utf8), Array("\u{2028}".utf8), [9], [13], [10], [13, 10], [10, 10],
        [13, 13, 10], [0x80], [0xE2, 0x82], [0xF0, 0x9F], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0],
    ]

    @Test func `every offset of random texts has its line and column`() {
        var random = SeededGenerator(seed: 11)
        for round in 0..<400 {
            var bytes: [UInt8] = random.oneIn(8) ? [0xEF, 0xBB, 0xBF] : []
            for _ in 0..<random.below(30) { bytes += random.pick(Self.pieces) }
            let table = LineTable(bytes)
            for offset in 0...bytes.count {
                let slow = slowPosition(bytes, offset)
                let fast = table.position(at: offset)
                #expect(fast == slow, "round \(round), offset \(offset) of \(bytes)")
            }
            #expect(table.count == slowPosition(bytes, bytes.count).line)
        }
    }

    @Test func `long lines have their columns too`() {
        var random = SeededGenerator(seed: 12)
        var bytes: [UInt8] = []
        while bytes.count < 13_000 {
            bytes += random.pick(Self.pieces.filter { !$0.contains(10) && !$0.contains(13) })
            if random.oneIn(3000) { bytes.append(10) }
        }
        let table = LineTable(bytes)
        var checked = 0
        for offset in stride(from: 0, to: bytes.count, by: 311) {
            #expect(table.position(at: offset) == slowPosition(bytes, offset))
            checked += 1
        }
        #expect(checked > 40)
    }

    @Test func `many positions on one long line take no time`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 4_000_000)
        let table = LineTable(bytes)
        let clock = ContinuousClock()
        var wrong = 0
        let time = clock.measure {
            for offset in stride(from: 0, to: bytes.count, by: 1000) where table.position(at: offset) != (1, offset + 1) {
                wrong += 1
            }
        }
        #expect(wrong == 0)
        #expect(time < .seconds(5))
    }

    @Test func `a line's range leaves its break out`() {
        let bytes = Array("one\r\ntwo\rthree\n\nfive".utf8)
        let table = LineTable(bytes)
        let lines = (1...table.count).map { String(decoding: bytes[table.lineRange($0)], as: UTF8.self) }
        #expect(lines == ["one", "two", "three", "", "five"])
        #expect(LineTable([]).count == 1)
        #expect(LineTable([]).position(at: 5) == (1, 1))
    }

    @Test func `a byte order mark is no column`() {
        let table = LineTable([0xEF, 0xBB, 0xBF] + Array("ab".utf8))
        #expect(table.position(at: 0) == (1, 1))
        #expect(table.position(at: 3) == (1, 1))
        #expect(table.position(at: 4) == (1, 2))
    }
}
