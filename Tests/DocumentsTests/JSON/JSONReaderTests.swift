// The JSON reader: places, repairs, and how a document ends early.
@testable import Documents
import Testing

@Suite struct JSONReaderTests {
    // MARK: Places

    @Test func `keys and values have exact ranges`() throws {
        let document = Document.of(json: "{\n  \"ä\": [1, -2.5e3, \"x\\n\", {}],\n  \"b\" : null }")
        let parts = document.nodes.indices.map { document.source(of: $0) }
        #expect(
            parts == [
                document.source(SourceRange(start: 0, end: document.source.bytes.count)), "\"ä\"",
                "[1, -2.5e3, \"x\\n\", {}]", "1", "-2.5e3", "\"x\\n\"", "{}", "\"b\"", "null",
            ])
        #expect(document.place(document.range(of: 1)) == "2:3-2:6")
        #expect(document.place(document.contentRange(of: 1)) == "2:4-2:5")
        #expect(document.problems.isEmpty)
    }

    @Test func `nodes lead over their subtrees`() {
        let document = Document.of(json: #"{"a": {"b": [1, 2]}, "c": []}"#)
        #expect(document.nodes.map(\.next) == [9, 2, 7, 4, 7, 6, 7, 8, 9])
    }

    @Test func `equal keys are kept, both of them`() {
        #expect(Document.of(json: #"{"a": 1, "a": 2}"#).trees.map(\.description) == [#"{"a": 1, "a": 2}"#])
    }

    @Test func `whole numbers are told from others`() {
        let document = Document.of(json: "[0, -0, 12, 1.0, 1e3, 1E-2]")
        #expect(document.itemNodes(of: 0).map { document.nodes[$0].flags.contains(.integer) } == [true, true, true, false, false, false])
    }

    // MARK: Texts

    @Test func `escapes are decoded`() {
        let document = Document.of(json: #"["\"\\\/\b\f\n\r\t", "\u00e9\u20AC\ud83d\uDE00", "a\u0000b"]"#)
        #expect(document.itemNodes(of: 0).map { document.string(of: $0) } == ["\"\\/\u{8}\u{C}\n\r\t", "é€😀", "a\0b"])
        #expect(document.problems.isEmpty)
    }

    @Test(arguments: [
        (#""cron(0 0)""#, "0 0", "0 0"),
        (#""a\u00e9b""#, "é", #"\u00e9"#),
        (#""a\u00e9b""#, "b", "b"),
        (#""a\ud83d\ude00b""#, "😀", #"\ud83d\ude00"#),
        (#""a\ud83d\ude00b""#, "b", "b"),
        (#""é\n字c""#, "字c", "字c"),
        (#""\\\\x\"""#, "x\"", #"x\""#),
        (#""tab\there""#, "\t", #"\t"#),
    ])
    func `a part of a text is found in the source`(json: String, part: String, source: String) throws {
        let document = Document.of(json: json)
        let text = Array(document.string(of: 0).utf8)
        let wanted = Array(part.utf8)
        let start = try #require((0...text.count - wanted.count).first { Array(text[$0..<$0 + wanted.count]) == wanted })
        #expect(document.source(document.range(of: 0, text: start..<start + wanted.count)) == source)
    }

    @Test func `the end of a text is marked at its quote`() {
        for json in [#""abc""#, #""a\tc""#] {
            let document = Document.of(json: json)
            #expect(document.drawn(document.range(of: 0, text: 3..<3)) == json + "\n" + String(repeating: " ", count: json.count - 1) + "^")
        }
        let empty = Document.of(json: #"[""]"#)
        #expect(empty.drawn(empty.range(of: 1, text: 0..<0)) == "[\"\"]\n  ^")
    }

    @Test func `half a surrogate pair is reported and becomes a replacement character`() {
        let document = Document.of(json: #"{"a": "x\ud800y", "\udc00": "\ud83d\u0041"}"#)
        #expect(document.trees.map(\.description) == ["{\"a\": \"x\u{FFFD}y\", \"\u{FFFD}\": \"\u{FFFD}A\"}"])
        #expect(document.problems.map { document.source($0.range) } == [#"\ud800"#, #"\udc00"#, #"\ud83d"#])
        #expect(document.problems.allSatisfy { $0.kind == .encoding && !$0.isFatal })
    }

    // MARK: Repairs

    @Test func `a missing comma is reported and reading goes on`() {
        let document = Document.of(json: "{\"a\": [1 2\n  \"x\"]\n \"b\": {} \"c\": true}")
        #expect(document.trees.map(\.description) == [#"{"a": [1, 2, "x"], "b": {}, "c": true}"#])
        #expect(document.drawnProblems == [
            "{\"a\": [1 2\n         ^",
            "  \"x\"]\n  ^",
            " \"b\": {} \"c\": true}\n ^",
            " \"b\": {} \"c\": true}\n         ^",
        ])
        #expect(document.problems.allSatisfy { $0.kind == .syntax && !$0.isFatal })
        #expect(!document.nodes.contains { $0.flags.contains(.incomplete) })
    }

    @Test func `a trailing comma is reported and reading goes on`() {
        let document = Document.of(json: "{\"a\": [1, 2, ],\n}")
        #expect(document.trees.map(\.description) == [#"{"a": [1, 2]}"#])
        #expect(document.drawnProblems == ["{\"a\": [1, 2, ],\n           ^", "{\"a\": [1, 2, ],\n              ^"])
        #expect(!document.nodes.contains { $0.flags.contains(.incomplete) })
    }

    @Test func `a file with too many small mistakes is not read to its end`() {
        let document = Document.of(json: "[" + String(repeating: "1 ", count: 5000) + "]")
        #expect(document.problems.count == ReadLimits.standard.problems + 1)
        #expect(document.problems.last?.kind == .limit)
        #expect(document.problems.last?.isFatal == true)
        #expect(document.nodes[0].flags.contains(.incomplete))
    }

    // MARK: Early ends

    /// What is written, the mark under it, and what is kept.
    @Test(arguments: [
        ("{\"a\": 1, 'b': 2}", "         ^", #"{"a": 1}"#),
        ("{\"a\": 1, b: 2}", "         ^", #"{"a": 1}"#),
        ("{\"a\": 1, \"b\"}", "            ^", #"{"a": 1}"#),
        ("{\"a\": 1, \"b\" 2}", "             ^", #"{"a": 1}"#),
        ("{\"a\": 1, \"b\": }", "              ^", #"{"a": 1}"#),
        ("{\"a\": 1, \"b\": \"x", "              ^", #"{"a": 1}"#),
        ("{\"a\": 1, \"b", "         ^", #"{"a": 1}"#),
        ("{\"a\": [1, {\"b\": 2", "                ^", #"{"a": [1, {"b": 2}]}"#),
        ("{\"a\": 1,, \"b\": 2}", "        ^", #"{"a": 1}"#),
        ("[1,,2]", "   ^", "[1]"),
        ("[1}", "  ^", "[1]"),
        ("{\"a\": 1]", "       ^", #"{"a": 1}"#),
        ("[True]", " ^^^^", "[]"),
        ("[nul]", " ^^^", "[]"),
        ("[truefalse]", " ^^^^^^^^^", "[]"),
        ("[undefined, 1]", " ^^^^^^^^^", "[]"),
        ("[-]", " ^", "[]"),
        ("[012]", " ^^^", "[]"),
        ("[+1]", " ^^", "[]"),
        ("[.5]", " ^^", "[]"),
        ("[5.]", " ^^", "[]"),
        ("[1e]", " ^^", "[]"),
        ("[0x1F, 2]", " ^^^^", "[]"),
        ("[NaN]", " ^^^", "[]"),
        ("[-Infinity]", " ^^^^^^^^^", "[]"),
        ("[\"a\\qb\"]", "   ^^", "[]"),
        ("[\"a\\u12g4\"]", "   ^^", "[]"),
        ("[\"a\tb\"]", "   ^", "[]"),
        ("[1, // one\n2]", "    ^", "[1]"),
        ("[“a”]", " ^", "[]"),
        ("[1] []", "    ^", "[1]"),
        ("[1]]", "   ^", "[1]"),
    ])
    func `anything else ends the document`(json: String, mark: String, kept: String) throws {
        let document = Document.of(json: json)
        let line = String(json.prefix { $0 != "\n" })
        #expect(document.drawnProblems == [line + "\n" + mark])
        #expect(document.problems.last?.isFatal == true)
        #expect(document.trees.map(\.description) == [kept])
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `what was open is incomplete and what was closed is not`() {
        let document = Document.of(json: #"{"a": {"b": 1}, "c": [2, {"d": 3"#)
        let incomplete = document.nodes.indices.filter { document.nodes[$0].flags.contains(.incomplete) }
        #expect(incomplete.map { document.nodes[$0].kind } == [.object, .array, .object])
        #expect(document.source(of: incomplete[2]) == #"{"d": 3"#)
    }

    @Test func `what follows a complete document leaves it complete`() {
        let document = Document.of(json: "{\"a\": 1}\n{\"a\": 2}\n")
        #expect(document.drawnProblems == ["{\"a\": 2}\n^"])
        #expect(!document.nodes.contains { $0.flags.contains(.incomplete) })
    }

    @Test func `a member without a value leaves no decoded text behind`() {
        let document = Document.of(json: #"{"a\t": 1, "b\t""#)
        #expect(document.trees.map(\.description) == [#"{"a\t": 1}"#])
        #expect(document.decodings.count == 1)
    }

    // MARK: Whole files

    @Test(arguments: ["", "  \n ", "\u{FEFF}"])
    func `an empty file is no request`(json: String) {
        let document = Document.of(json: json)
        #expect(document.roots.isEmpty)
        #expect(document.problems.last?.isFatal == true)
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `a byte order mark is reported and read over`() {
        let document = Document.of(json: "\u{FEFF}{\"a\": 1}")
        #expect(document.trees.map(\.description) == [#"{"a": 1}"#])
        #expect(document.problems.map { "\($0.kind) \($0.range.start)-\($0.range.end) \($0.isFatal)" } == ["encoding 0-3 false"])
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], [0xFE, 0xFF, 0x00, 0x7B], [0x7B, 0x00, 0x7D, 0x00], [0x00, 0x7B, 0x00, 0x7D],
        [0x00, 0x00, 0x00, 0x7B], [0x7B, 0x00, 0x00, 0x00], [0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x7B],
    ] as [[UInt8]])
    func `wide encodings are named`(bytes: [UInt8]) throws {
        for syntax in [Document.Syntax.json, .yaml] {
            let document = Document.read(Source(name: "wide", bytes: bytes), as: syntax)
            let problem = try #require(document.problems.first)
            #expect(problem.message.contains("UTF-16"))
            #expect(problem.kind == .encoding && problem.isFatal)
            #expect(document.roots.isEmpty)
        }
    }

    @Test func `a byte that is no UTF-8 ends the document`() {
        let document = Document.read(
            Source(name: "latin", bytes: Array(#"{"a": 1, "b": "caf"#.utf8) + [0xE9] + Array(#"", "c": 2}"#.utf8)), as: .json)
        #expect(document.trees.map(\.description) == [#"{"a": 1}"#])
        #expect(document.problems.map { "\($0.kind) \($0.range.start)-\($0.range.end) \($0.isFatal)" } == ["encoding 18-19 true"])
    }

    // MARK: Limits

    @Test func `nesting is read up to the limit`() {
        let depth = ReadLimits.standard.depth
        let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(Document.of(json: deep).problems.isEmpty)
        let deeper = Document.of(json: "[" + deep + "]")
        #expect(deeper.problems.map(\.kind) == [.limit])
        #expect(deeper.problems.map(\.range.start) == [depth])
        #expect(deeper.nodes.count == depth)
        #expect(deeper.nodes.allSatisfy { $0.flags.contains(.incomplete) })
    }

    @Test func `very deep nesting is refused at once`() {
        for text in ["[", "{\"a\":", "[{\"a\":"] {
            let document = Document.of(json: String(repeating: text, count: 100_000))
            #expect(document.problems.map(\.kind) == [.limit])
        }
    }

    @Test func `a file over the size limit is not read`() {
        var limits = ReadLimits()
        limits.bytes = 10
        let document = Document.of(json: "[1, 2, 3, 4]", limits: limits)
        #expect(document.problems.map(\.kind) == [.limit])
        #expect(document.roots.isEmpty)
        #expect(Document.of(json: "[1, 2, 34]", limits: limits).problems.isEmpty)
    }

    // MARK: Words

    @Test(arguments: [
        ("[1, // one\n2]", "JSON has no comments"),
        ("{'a': 1}", "double quotes"),
        ("[True]", "`true`"),
        ("[None]", "`null`"),
        ("[“a”]", "U+201C"),
        ("[\"a\u{1}\"]", "0x01"),
        ("", "empty"),
    ])
    func `messages name the mistake`(json: String, words: String) throws {
        let message = try #require(Document.of(json: json).problems.last?.message)
        #expect(message.contains(words), "\(message)")
    }
}
