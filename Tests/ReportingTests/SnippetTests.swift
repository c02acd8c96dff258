import Reporting
import RequestLint
import Testing

/// What stands below the arrow line: the drawing alone.
private func drawing(
    _ sample: Sample, _ region: Region, related: [Diagnostic.Related] = [], width: Int = 100
) -> String {
    let report = sample.report(sample.diagnostic(region, related: related))
    return findings(report, width: width).split(separator: "\n").dropFirst(3)
        .joined(separator: "\n")
}

@Suite struct SnippetTests {
    @Test func wideAndCombiningCharactersKeepTheCaretInPlace() {
        let sample = Sample("{\"名前\": \"日本語テスト\", \"e\u{301}\": \"\u{1F600}!\"}")
        #expect(
            drawing(sample, sample.region(of: "本語")) == """
                 1 | {"名前": "日本語テスト", "e\u{301}": "\u{1F600}!"}
                   |             ^^^^
                """)
        #expect(
            drawing(sample, sample.region(of: "e\u{301}")) == """
                 1 | {"名前": "日本語テスト", "e\u{301}": "\u{1F600}!"}
                   |                           ^
                """)
        #expect(
            drawing(sample, sample.region(of: "!")) == """
                 1 | {"名前": "日本語テスト", "e\u{301}": "\u{1F600}!"}
                   |                                  ^
                """)
    }

    @Test func tabsAreFourColumns() {
        let sample = Sample("\t\"a\":\t\"b\"\n")
        #expect(
            drawing(sample, sample.region(of: "\"b\"")) == """
                 1 |     "a":    "b"
                   |             ^^^
                """)
    }

    @Test func controlAndInvisibleCharactersAreSpelledOut() {
        let sample = Sample("\"\u{1B}[31m\u{202E}\u{200B}\u{7F}\u{85}x\"")
        #expect(
            drawing(sample, sample.region(of: "\u{1B}")) == #"""
                 1 | "\u{1b}[31m\u{202e}\u{200b}\u{7f}\u{85}x"
                   |  ^^^^^^
                """#)
        #expect(
            drawing(sample, sample.region(of: "x")) == #"""
                 1 | "\u{1b}[31m\u{202e}\u{200b}\u{7f}\u{85}x"
                   |                                        ^
                """#)
    }

    @Test func bytesThatAreNotTextAreSpelledOut() {
        let sample = Sample(bytes: [0x61, 0xFF, 0xC3, 0x62, 0xED, 0xA0, 0x80, 0xF0, 0x9F])
        #expect(
            drawing(sample, sample.region(3..<4)) == #"""
                 1 | a\xff\xc3b\xed\xa0\x80\xf0\x9f
                   |          ^
                """#)
    }

    @Test func linesEndWithAnyBreakAndStartBehindTheMark() {
        let sample = Sample("\u{FEFF}\"a\"\r\n\"b\"\r\n")
        #expect(
            drawing(sample, sample.region(of: "\"a\"")) == """
                 1 | "a"
                   | ^^^
                """)
        #expect(
            drawing(sample, sample.region(of: "\"b\"")) == """
                 2 | "b"
                   | ^^^
                """)
        let old = Sample("{\r\"b\"\r}")
        #expect(drawing(old, old.region(of: "\"b\"")).contains(" | \"b\"\n"))
    }

    @Test func severalLinesAreMarkedOnTheFirstAndTheLast() {
        let sample = Sample("a\n{\n  x: [\n    1,\n    2\n  ]\n}\n")
        #expect(
            drawing(sample, sample.region(of: "[\n    1,\n    2\n  ]")) == """
                 3 |   x: [
                   |      ^
                ...
                 6 |   ]
                   |   ^
                """)
        #expect(
            drawing(sample, sample.region(of: "1,\n    2\n")) == """
                 4 |     1,
                   |     ^^
                 5 |     2
                   |     ^
                """)
        #expect(
            drawing(sample, sample.region(of: "{\n")) == """
                 2 | {
                   | ^
                """)
    }

    @Test func theEndOfTheFileHasACaret() {
        let sample = Sample("{\"a\": 1")
        #expect(
            drawing(sample, sample.region(7..<7)) == """
                 1 | {"a": 1
                   |        ^
                """)
    }

    @Test func placesOfOneLineShareIt() {
        let sample = Sample("{\"a\": 1, \"a\": 2}")
        let first = Diagnostic.Related(
            message: "first given\nhere", pointer: "/a", region: sample.region(1..<4))
        #expect(
            drawing(sample, sample.region(9..<12), related: [first]) == #"""
                 1 | {"a": 1, "a": 2}
                   |  --- first given\nhere
                   |          ^^^
                """#)
    }

    @Test func longLinesAreCutAroundTheMark() {
        let filler = String(repeating: "\"a\":\"b\",", count: 2000)
        let sample = Sample("{" + filler + "\"target\":\"value\"," + filler + "}")
        let first = Diagnostic.Related(
            message: "here", pointer: "/a", region: sample.region(of: "\"a\""))
        #expect(
            drawing(sample, sample.region(of: "value"), related: [first], width: 60) == """
                 1 | {"a":"b","a":"b","a":"b","a":"b","a":"b","a":"b","a...
                   |  --- here
                 1 | ...b","a":"b","target":"value","a":"b","a":"b","a":...
                   |                         ^^^^^
                """)
        let end = sample.source.count
        #expect(
            drawing(sample, sample.region(end - 1..<end), width: 60) == """
                 1 | ...a":"b","a":"b","a":"b","a":"b","a":"b","a":"b",}
                   |                                                   ^
                """)
        let all = drawing(sample, sample.region(1..<end), width: 60).split(separator: "\n")
        #expect(all[1] == "   |  " + String(repeating: "^", count: 50))
        #expect(all.allSatisfy { $0.utf8.count <= 60 })
    }

    /// Whatever the bytes and the range are, the terminal gets valid, visible text that fits.
    @Test func noInputReachesTheTerminalRaw() {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces: [[UInt8]] = [
            "\n", "\r", "\r\n", "\t", " ", "a", "\u{1B}[2J", "\u{7}", "é", "日", "\u{301}",
            "\u{202E}", "\u{2028}", "\u{1F600}", "\u{FEFF}", "\u{0}", "\u{9B}",
        ].map { Array($0.utf8) } + [[0xFF], [0x80], [0xE2, 0x80]]
        for _ in 0..<2000 {
            let count = next(400)
            let sample = Sample(
                bytes: (0..<count).flatMap { _ in pieces[next(pieces.count)] } + [0x78])
            let start = next(sample.source.count)
            let end = start + 1 + next(sample.source.count - start)
            let width = 40 + next(60)
            let output = bytes(.text, [sample.report(sample.diagnostic(sample.region(start..<end)))]) {
                $0.text.width = width
                $0.text.isQuiet = true
            }
            let text = String(validating: output, as: UTF8.self)
            let isVisible = text?.unicodeScalars.allSatisfy {
                $0 == "\n"
                    || ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
                        $0.properties.generalCategory)
            }
            #expect(isVisible == true)
            let lines = (text ?? "").split(separator: "\n").dropFirst(2)
            let wide = lines.filter { $0.unicodeScalars.count { $0 != "\u{301}" } > width }
            #expect(wide == [], "\(width)")
        }
    }
}
