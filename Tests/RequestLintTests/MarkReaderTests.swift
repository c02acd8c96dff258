// Marks in examples.
@testable import RequestLint
import Testing

@Suite struct MarkReaderTests {
    private func read(_ lines: String) -> MarkReader {
        var reader = MarkReader(path: "a/b.md", firstLine: 10)
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) { reader.add(line) }
        return reader
    }

    private func mark(_ range: Range<Int>, _ message: String, prefix: Bool = false, related: Bool = false, pointer: String? = nil) -> RuleExample.Mark {
        RuleExample.Mark(range: range, message: message, isPrefix: prefix, isRelated: related, pointer: pointer)
    }

    @Test func `marks are taken out of the text`() {
        let reader = read("{\"a\": 1,\n  ^ one\n \"é字\": 2}\n  ^^ two ...\n^ blank")
        #expect(reader.mistakes.isEmpty)
        #expect(reader.text == "{\"a\": 1,\n \"é字\": 2}\n")
        #expect(reader.marks == [mark(2..<3, "one"), mark(11..<16, "two", prefix: true), mark(9..<10, "blank")])
    }

    @Test func `a related mark has three signs or more`() {
        let reader = read("{\"name\": 1}\n  ~~~~ here")
        #expect(reader.marks == [mark(2..<6, "here", related: true)])
        #expect(reader.text == "{\"name\": 1}\n")
    }

    @Test func `columns are scalars`() {
        #expect(read("e\u{301}😀x\n  ^ face\n   ^ x").marks == [mark(3..<7, "face"), mark(7..<8, "x")])
    }

    @Test func `what can't be drawn is written`() {
        let reader = read("ab\ncd\n@ /x/y 1:2-2:2: several lines, two of them\n@ : 2:1-2:3: root")
        #expect(reader.mistakes.isEmpty)
        #expect(reader.marks == [mark(1..<4, "several lines, two of them", pointer: "/x/y"), mark(3..<5, "root", pointer: "")])
    }

    @Test func `a mark may end its line`() {
        #expect(read("ab\n ^ b").marks == [mark(1..<2, "b")])
        #expect(read("ab\n@ /x 1:3-2:1: the break").marks == [mark(2..<3, "the break", pointer: "/x")])
    }

    @Test(arguments: [
        ("ab\n  ^^ beyond", 11, "beyond"), ("^ nothing above", 10, "beyond"), ("ab\n\t^ tab", 11, "tab"), ("ab\n@ /x 1:1 text", 11, "Write `@"),
        ("ab\n@ /x 1:1-9:1: no such line", 11, "lines and columns"), ("ab\ncd\n@ /x 1:4-1:5: past the line", 12, "lines and columns"),
        ("ab\n@ /x 0:1-1:1: line 0", 11, "lines and columns"), ("ab\n@ /x 1:2-1:1: backwards", 11, "lines and columns"), ("ab\n@ /x", 11, "Write `@"),
    ] as [(String, Int, String)])
    func `a mistake has its line`(lines: String, line: Int, words: String) {
        let mistakes = read(lines).mistakes
        #expect(mistakes.map(\.line) == [line])
        #expect(mistakes.first?.message.contains(words) == true, "\(mistakes)")
    }
}
