// Changes in the words of the source: quotes where they are needed, and no change where it can't be written.
import Documents
@testable import RequestLint
import Testing

@Suite struct FixWriterTests {
    /// The file with one change to the value of its first member.
    private func changed(_ text: String, yaml: Bool = true, _ change: (Place) -> FixProposal.Change) -> String? {
        let document = Document.read(Source(name: "x", bytes: Array(text.utf8)), as: yaml ? .yaml : .json)
        let value = Int(document.nodes[1].next)
        let writer = FixWriter(document: document, paths: NodePaths(document))
        guard let edit = writer.edit(change(Place(value))) else { return nil }
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.text.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("a: one two\n", 4..<7, "six", "a: one six\n"),
        ("a: one\n", 0..<3, "null", "a: \"null\"\n"),
        ("a: one\n", 0..<3, "true", "a: \"true\"\n"),
        ("a: one\n", 0..<3, "12", "a: \"12\"\n"),
        ("a: one\n", 0..<3, "on", "a: \"on\"\n"),
        ("a: one\n", 0..<3, "x: y", "a: \"x: y\"\n"),
        ("a: one\n", 0..<3, "x, y", "a: x, y\n"),
        ("{a: one}\n", 0..<3, "x, y", "{a: \"x, y\"}\n"),
        ("a: one\"}\n", 0..<3, "six", "a: \"six\\\"}\"\n"),
        ("a: one\\two}\n", 0..<3, "six", "a: \"six\\\\two}\"\n"),
        ("{a: one}\n", 0..<3, "six", "{a: six}\n"),
        ("a: [one, two]\n", 0..<0, "", nil),
        ("a: 'it''s'\n", 2..<3, "x", "a: 'itxs'\n"),
        ("a: \"x\\ty\"\n", 1..<2, "z", "a: \"xzy\"\n"),
        ("a: |\n  one\n", 0..<3, "two", nil),
        ("a: one\n  two\n", 0..<3, "six", nil),
        ("a: one\n", 0..<3, "\"", nil),
        ("a: 'one'\n", 0..<3, "it's", nil),
        ("a: 'one\u{85} two'\n", 0..<3, "six", nil),
    ] as [(String, Range<Int>, String, String?)])
    func `texts are replaced`(yaml: String, range: Range<Int>, text: String, expected: String?) {
        #expect(changed(yaml) { .replaceText($0, range, with: text) } == expected)
    }

    @Test(arguments: [
        ("a: x\n", "a: [x]\n"), ("a: 'x'\n", "a: ['x']\n"), ("a: {b: c}\n", "a: [{b: c}]\n"), ("a: 5\n", "a: [5]\n"),
        ("a: x, y\n", "a: [\"x, y\"]\n"), ("a: x [y]\n", "a: [\"x [y]\"]\n"), ("a: x {y}\n", "a: [\"x {y}\"]\n"), ("a: x \"y, z\"\n", nil),
        ("a:\n  b: c\n  d: e\n", nil), ("a:\n- b\n", nil), ("a: |\n  b\n", nil), ("a:\n", nil), ("a: b\n  c\n", nil), ("a: x:y\n", "a: [x:y]\n"),
    ] as [(String, String?)])
    func `a value is put into a list`(yaml: String, expected: String?) {
        #expect(changed(yaml) { .wrapInList($0) } == expected)
    }

    @Test(arguments: [
        ("a: x\n", "a: 60\n"), ("a: 'x'\n", "a: 60\n"), ("a: |\n  x\nb: c\n", "a: 60\nb: c\n"), ("a:\n", nil),
    ] as [(String, String?)])
    func `a value is replaced`(yaml: String, expected: String?) {
        #expect(changed(yaml) { .replaceValue($0, literal: "60") } == expected)
    }

    @Test func `what an alias brought in is never changed`() {
        let document = Document.read(Source(name: "x", bytes: Array("a: &x {c: 1}\nb: *x\n".utf8)), as: .yaml)
        let copied = document.nodes.indices.filter { document.nodes[$0].flags.contains(.expanded) }
        let writer = FixWriter(document: document, paths: NodePaths(document))
        #expect(copied.count == 3)
        for node in copied {
            for change in [.replaceValue(Place(node), literal: "60"), .wrapInList(Place(node)), .replaceText(Place(node), 0..<1, with: "x")] as [FixProposal.Change] {
                #expect(writer.edit(change) == nil)
            }
        }
        #expect(writer.edit(.renameKey(Place(copied[2]), to: "d")) == nil)
    }

    @Test func `JSON keeps its quotes`() {
        #expect(changed(#"{"a": "b\tc"}"#, yaml: false) { .replaceText($0, 1..<2, with: "x") } == #"{"a": "bxc"}"#)
        #expect(changed(#"{"a": "b"}"#, yaml: false) { .renameKey($0, to: "d") } == #"{"d": "b"}"#)
        #expect(changed(#"{"a": "b"}"#, yaml: false) { .wrapInList($0) } == #"{"a": ["b"]}"#)
        #expect(changed(#"{"a": ""}"#, yaml: false) { .replaceText($0, 0..<0, with: "x") } == nil, "nothing stands there")
    }
}
