// The YAML reader: places, anchors, tags, and how a document ends early.
@testable import Documents
import Testing

@Suite struct YAMLReaderTests {
    /// Every node with its place and source, to be compared as text.
    private func listing(_ document: Document) -> [String] {
        document.nodes.indices.map { node in
            "\(document.nodes[node].kind) \(document.place(document.range(of: node))) \(document.source(of: node).debugDescription)"
        }
    }

    // MARK: Places

    @Test func `scalars of every style have exact ranges`() {
        let document = Document.of(yaml: """
            plain: one two # comment
            'single': 'it''s'
            "double": "a\\tb"
            literal: |
              first
                second

            folded: >-
              one
              two
            multi: one
              two

              three
            last: x
            """)
        #expect(document.problems.isEmpty)
        #expect(
            listing(document).dropFirst() == [
                #"plain 1:1-1:6 "plain""#, #"plain 1:8-1:15 "one two""#,
                #"string 2:1-2:9 "\'single\'""#, #"string 2:11-2:18 "\'it\'\'s\'""#,
                #"string 3:1-3:9 "\"double\"""#, #"string 3:11-3:17 "\"a\\tb\"""#,
                #"plain 4:1-4:8 "literal""#, #"string 4:10-6:11 "|\n  first\n    second""#,
                #"plain 8:1-8:7 "folded""#, #"string 8:9-10:6 ">-\n  one\n  two""#,
                #"plain 11:1-11:6 "multi""#, #"plain 11:8-14:8 "one\n  two\n\n  three""#,
                #"plain 15:1-15:5 "last""#, #"plain 15:7-15:8 "x""#,
            ])
        #expect(document.string(of: 8) == "first\n  second\n")
        #expect(document.string(of: 10) == "one two")
        #expect(document.string(of: 12) == "one two\nthree")
    }

    @Test func `collections have exact ranges`() {
        let document = Document.of(yaml: """
            list:
            - a
            -   - b
                - {c: [d, "e"], f: }
            - g: h
              i: j
            map:
              k: l

            """)
        #expect(document.problems.isEmpty)
        #expect(
            listing(document).filter { $0.hasPrefix("array") || $0.hasPrefix("object") } == [
                #"object 1:1-8:7 "list:\n- a\n-   - b\n    - {c: [d, \"e\"], f: }\n- g: h\n  i: j\nmap:\n  k: l""#,
                #"array 2:1-6:7 "- a\n-   - b\n    - {c: [d, \"e\"], f: }\n- g: h\n  i: j""#,
                #"array 3:5-4:25 "- b\n    - {c: [d, \"e\"], f: }""#,
                #"object 4:7-4:25 "{c: [d, \"e\"], f: }""#,
                #"array 4:11-4:19 "[d, \"e\"]""#,
                #"object 5:3-6:7 "g: h\n  i: j""#,
                #"object 8:3-8:7 "k: l""#,
            ])
    }

    @Test func `characters of several bytes do not move ranges`() {
        let document = Document.of(yaml: "ä: \"字\"\n😀: [é, ü]\n# ö\nz: ß\n")
        #expect(document.nodes.indices.dropFirst().map { document.source(of: $0) } == ["ä", "\"字\"", "😀", "[é, ü]", "é", "ü", "z", "ß"])
    }

    @Test func `a byte order mark is read over`() {
        for text in ["a: 1\nb: ü", "- ü\n- x"] {
            let plain = Document.of(yaml: text)
            let marked = Document.of(yaml: "\u{FEFF}" + text)
            #expect(marked.problems.isEmpty)
            #expect(marked.trees == plain.trees)
            #expect(marked.nodes.map { Int($0.start) - 3 } == plain.nodes.map { Int($0.start) })
            #expect(marked.nodes.map { Int($0.end) - 3 } == plain.nodes.map { Int($0.end) })
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line breaks of every kind are read`(lineBreak: String) {
        let lines = ["a: |", "  one", "  two", "b:", "  - 'x", "    y'", "  - z"]
        let document = Document.of(yaml: lines.joined(separator: lineBreak))
        #expect(document.problems.isEmpty)
        #expect(document.trees.map(\.description) == [#"{"a": "one\ntwo\n", "b": ["x y", z]}"#])
        #expect(document.nodes.indices.map { document.place(document.range(of: $0)) } == [
            "1:1-7:6", "1:1-1:2", "1:4-3:6", "4:1-4:2", "5:3-7:6", "5:5-6:7", "7:5-7:6",
        ])
    }

    @Test func `properties are no part of a value`() {
        let document = Document.of(yaml: """
            a: &x !!str 5
            b: !!str &y "q"
            c: &z
              d: 1
            e: !!seq # why
            - f
            g: &w [h]
            i: !<tag:yaml.org,2002:str> 6
            j: ! k
            l: ! 'm'
            n: !!str
            o: &v
            &u p: q
            """)
        #expect(document.problems.isEmpty)
        func source(_ path: String) -> String { document.node(path).map { document.source(of: $0) } ?? "none" }
        #expect(["a", "b", "c", "c/d", "e", "e/0", "g", "i", "j", "l", "p"].map(source) == [
            "5", "\"q\"", "d: 1", "1", "- f", "f", "[h]", "6", "k", "'m'", "q",
        ])
        #expect(document.trees.map(\.description) == [
            #"{"a": "5", "b": "q", "c": {"d": 1}, "e": [f], "g": [h], "i": "6", "j": k, "l": m, "n": "", "o": , "p": q}"#,
        ])
        for path in ["n", "o"] {
            #expect(document.node(path).map { document.nodes[$0].start == document.nodes[$0].end } == true)
        }
    }

    // MARK: Parts of texts

    @Test(arguments: [
        ("a: one two", "two", "two"),
        ("a: 'it''s so'", "s so", "s so"),
        ("a: 'it''s so'", "'", "''"),
        ("a: \"x\\ty\\u00e9\\x41z\"", "é", "\\u00e9"),
        ("a: \"x\\ty\\u00e9\\x41z\"", "Az", "\\x41z"),
        ("a: one\n  two\n  three", "two", "two"),
        ("a: one\n\n  two", "two", "two"),
        ("a: \"one\n  two \\\n  three\"", "two three", "two \\\n  three"),
        ("a: |\n  first\n  second\n", "second", "second"),
        ("a: |\n    first\n      second\n\n    third\n", "  second", "  second"),
        ("a: >\n  first\n  second\n", "second", "second"),
        ("a: >-\n  first\n\n    more\n  last\n", "more", "more"),
        ("a: |2\n   first\n  second\n", " first", " first"),
        ("a:\n  b: >1\n    first\n   second\n", "second", "second"),
        ("a: |+\n  first  \n\n\nb: c", "first  ", "first  "),
        ("a: | # why\n  first\n", "first", "first"),
        ("- |-\n first ä\n second\n", "second", "second"),
    ])
    func `a part of a text is found in the source`(yaml: String, part: String, source: String) throws {
        let document = Document.of(yaml: yaml)
        let node = try #require(document.nodes.indices.last { document.string(of: $0).contains(part) })
        let text = Array(document.string(of: node).utf8)
        let wanted = Array(part.utf8)
        let start = try #require((0...text.count - wanted.count).first { Array(text[$0..<$0 + wanted.count]) == wanted })
        #expect(document.source(document.range(of: node, text: start..<start + wanted.count)) == source)
    }

    // MARK: Anchors

    @Test func `an alias brings in its anchor's value at the anchor's place`() throws {
        let document = Document.of(yaml: "a: &x {b: \"1\\n\"}\nc: *x\nd: [*x, &y z, *y]\n")
        #expect(document.problems.isEmpty)
        #expect(document.trees.map(\.description) == [
            #"{"a": {"b": "1\n"}, "c": {"b": "1\n"}, "d": [{"b": "1\n"}, z, z]}"#,
        ])
        let copy = try #require(document.node("c"))
        #expect(document.place(document.range(of: copy)) == "1:7-1:17")
        #expect(document.nodes[copy].flags.contains(.expanded))
        #expect(document.nodes[copy + 1].flags.contains(.expanded))
        #expect(document.brokenInvariant() == nil)
    }

    @Test(arguments: [
        "a: *x", "a: &x [*x]", "a: &x {b: *x}", "a: &x 1\n---\nb: *x", "<<: &x {b: 1}\n---\nc: *x", "*x : 1",
    ])
    func `an alias needs a complete anchor before it`(yaml: String) throws {
        let document = Document.of(yaml: yaml)
        let problem = try #require(document.problems.last)
        #expect(problem.isFatal && problem.kind == .syntax)
        #expect(document.source(problem.range) == "*x")
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `aliases that explode end in a limit`() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<20 {
            yaml += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        let clock = ContinuousClock()
        let time = clock.measure {
            let document = Document.of(yaml: yaml)
            #expect(document.problems.map(\.kind) == [.limit])
            #expect(document.nodes.count < 200_000)
            #expect(document.brokenInvariant() == nil)
        }
        #expect(time < .seconds(5))
    }

    @Test func `merged mappings that explode end in a limit`() {
        var yaml = "a0: &a0 {k0: 1, l0: 1, m0: 1}\n"
        for level in 1..<40 {
            yaml += "a\(level): &a\(level) {<<: *a\(level - 1), k\(level): *a\(level - 1), l\(level): *a\(level - 1)}\n"
        }
        let clock = ContinuousClock()
        let time = clock.measure {
            let document = Document.of(yaml: yaml)
            #expect(document.problems.map(\.kind) == [.limit])
            #expect(document.brokenInvariant() == nil)
        }
        #expect(time < .seconds(5))
    }

    // MARK: Merge keys

    @Test(arguments: [
        ("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3", #"{"c": 3, "b": 1}"#),
        ("a: &x {b: 1, c: 2}\nd:\n  c: 3\n  <<: *x", #"{"c": 3, "b": 1}"#),
        ("a: 0\nd: {<<: {b: 1}, c: 2}", #"{"c": 2, "b": 1}"#),
        ("a: 0\nd: {<<: [{b: 1, c: 2}, {c: 3, e: 4}]}", #"{"b": 1, "c": 2, "e": 4}"#),
        ("a: 0\nd: {<<: {<<: {b: 1}, c: \"x\\ty\"}, e: 5}", #"{"e": 5, "c": "x\ty", "b": 1}"#),
        ("a: 0\nd: {\"<<\": {b: 1}}", #"{"<<": {"b": 1}}"#),
        ("a: 0\nd: {c: 1, c: 2, <<: {c: 3}}", #"{"c": 1, "c": 2}"#),
    ])
    func `merge keys are carried out`(yaml: String, merged: String) throws {
        let document = Document.of(yaml: yaml)
        #expect(document.problems.isEmpty)
        let node = try #require(document.node("d"))
        #expect(Tree(document, node).description == merged)
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `anchors inside a merging mapping stay right`() {
        let document = Document.of(yaml: """
            base: &base {a: "1\\t", b: 2}
            one:
              <<: *base
              c: &inner [x, "y\\t"]
              <<: &lost {d: 4}
            two: *inner
            three: *lost
            four: &four
              <<: *base
              e: 5
            five: *four
            """)
        #expect(document.trees.map(\.description) == [
            #"{"base": {"a": "1\t", "b": 2}, "one": {"c": [x, "y\t"], "a": "1\t", "b": 2, "d": 4}, "two": [x, "y\t"], "three": <alien>, "four": {"e": 5, "a": "1\t", "b": 2}, "five": {"e": 5, "a": "1\t", "b": 2}}"#,
        ])
        #expect(document.brokenInvariant() == nil)
    }

    @Test(arguments: [("5", "5"), ("[5]", "5"), ("[{a: 1}, x]", "x"), ("[[{a: 1}]]", "[{a: 1}]"), ("~", "~")])
    func `a merge of what is no mapping is reported`(value: String, mark: String) throws {
        let document = Document.of(yaml: "b: {<<: \(value), c: 1}\nd: 2\n")
        #expect(document.problems.map(\.isFatal) == [false])
        #expect(document.problems.map { document.source($0.range) } == [mark])
        let node = try #require(document.node("b"))
        #expect(document.nodes[node].flags.contains(.incomplete), "its members are not known")
        #expect(document.node("d") != nil)
    }

    @Test func `what a merge of an unknown value brings is unknown`() throws {
        let document = Document.of(yaml: "b:\n  <<: !Ref x\n  c: 1\n")
        #expect(document.problems.isEmpty)
        let node = try #require(document.node("b"))
        #expect(Tree(document, node).description == #"{"c": 1}"#)
        #expect(document.nodes[node].flags.contains(.incomplete))
    }

    // MARK: Keys

    @Test func `equal keys are kept, both of them`() {
        #expect(Document.of(yaml: "a: 1\na: 2\n").trees.map(\.description) == [#"{"a": 1, "a": 2}"#])
    }

    @Test(arguments: [
        ("a: 1\n? [b]\n: 2\n", "[b]", #"{"a": 1}"#), ("a: {{ name }}\n", "{ name }", #"{"a": {}}"#),
        ("x: &x {y: 1}\n*x : 2\n", "*x", #"{"x": {"y": 1}}"#),
    ])
    func `a key that is no scalar ends the document`(yaml: String, mark: String, kept: String) throws {
        let document = Document.of(yaml: yaml)
        let problem = try #require(document.problems.last)
        #expect(problem.isFatal && problem.message.contains("key"))
        #expect(document.source(problem.range).first == mark.first)
        #expect(document.trees.map(\.description) == [kept])
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `keys of every style are keys`() {
        let document = Document.of(yaml: "? a\n: 1\n'b': 2\n\"c\": 3\n? |\n  d\n: 4\n? e\n")
        #expect(document.problems.isEmpty)
        #expect(document.trees.map(\.description) == [#"{"a": 1, "b": 2, "c": 3, "d\n": 4, "e": }"#])
    }

    // MARK: Tags

    @Test func `tags of YAML's own say what a value is`() {
        let document = Document.of(yaml: """
            - !!str 5
            - !!str
            - !!int "5"
            - !!int 0x1F
            - !!int x
            - !!float "1.5"
            - !!float 3
            - !!bool yes
            - !!bool "OFF"
            - !!bool 1
            - !!null x
            - !!map {a: 1}
            - !!seq [1]
            - ! 5
            - !!binary aGk=
            - !!set {a, b}
            - !!timestamp 2024-01-01
            """)
        #expect(document.problems.isEmpty)
        #expect(document.trees.map(\.description) == [
            #"["5", "", 5, 0x1F, <alien>, 1.5, 3, true, false, <alien>, null, {"a": 1}, [1], 5, <alien>, <alien>, <alien>]"#,
        ])
        let items = document.itemNodes(of: 0)
        #expect(document.nodes[items[2]].flags.contains(.integer))
        #expect(document.nodes[items[3]].flags.contains(.integer))
        #expect(!document.nodes[items[6]].flags.contains(.integer), "a float, whatever it looks like")
    }

    @Test func `tags of others make a value unknown`() {
        let document = Document.of(yaml: "a: !Ref x\nb: !GetAtt {c: d}\ne: !Join\n- f\n- [g]\nh: !Sub 'i'\nj: 1\n")
        #expect(document.problems.isEmpty)
        #expect(document.trees.map(\.description) == [#"{"a": <alien>, "b": <alien>, "e": <alien>, "h": <alien>, "j": 1}"#])
        #expect(document.memberNodes(of: 0).map { document.source(of: $0.value) } == ["x", "{c: d}", "- f\n- [g]", "'i'", "1"])
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `an anchor inside a tagged value stands for what it is there`() {
        let document = Document.of(yaml: "a: !Foo {b: &x 1, c: [&y {d: 2}]}\ne: *x\nf: [*y, g]\nh: i\n")
        #expect(document.problems.isEmpty)
        #expect(document.trees.map(\.description) == [#"{"a": <alien>, "e": 1, "f": [{"d": 2}, g], "h": i}"#])
        #expect(document.brokenInvariant() == nil)
    }

    // MARK: Documents

    @Test func `a file may hold several documents`() {
        let document = Document.of(yaml: "%YAML 1.2\n---\na: 1\n...\n---\n- b\n--- c\n---\n")
        #expect(document.problems.isEmpty)
        #expect(document.trees.map(\.description) == [#"{"a": 1}"#, "[b]", "c", ""])
        #expect(document.brokenInvariant() == nil)
    }

    @Test(arguments: ["", "# nothing\n", "\u{FEFF}", "\n\n", "%YAML 1.2\n---\n...\n"])
    func `a file without content is no mistake`(yaml: String) {
        let document = Document.of(yaml: yaml)
        #expect(document.problems.isEmpty)
        #expect(document.roots.allSatisfy { document.nodes[$0].kind == .plain && document.string(of: $0).isEmpty })
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `a broken document leaves those before it whole`() {
        let document = Document.of(yaml: "a: 1\n---\nb: [2\nc: 3\n")
        #expect(document.trees.first?.description == #"{"a": 1}"#)
        #expect(document.nodes[0].flags.contains(.incomplete) == false)
        #expect(document.nodes[document.roots[1]].flags.contains(.incomplete))
        #expect(document.problems.map(\.isFatal) == [true])
    }

    // MARK: Mistakes

    /// What is written, the line and the mark under it, and what is kept.
    @Test(arguments: [
        ("a: 1\nb: c: d\n", "b: c: d\n    ^", #"{"a": 1, "b": <alien>}"#),
        ("a: 1\n\tb: 2\n", "\tb: 2\n^", "{}"),
        ("a: 1\nb: [2, 3\n", "b: [2, 3\n   ^", #"{"a": 1, "b": [2, 3]}"#),
        ("a: 1\nb: \"x\n", "b: \"x\n   ^", #"{"a": 1}"#),
        ("a: 1\nb: \"\\q\"\n", "b: \"\\q\"\n    ^", #"{"a": 1}"#),
        ("a: 1\nb: 'x' y\n", "b: 'x' y\n       ^", #"{"a": 1, "b": "x"}"#),
        ("a: 1\nb: @x\n", "b: @x\n   ^", #"{"a": 1}"#),
        ("a: 1\nb: `x`\n", "b: `x`\n   ^", #"{"a": 1}"#),
        ("a: 1\nb: 2}\nc: é: 3\n", "c: é: 3\n    ^", #"{"a": 1, "b": 2}, "c": <alien>}"#),
    ])
    func `a mistake ends the document`(yaml: String, mark: String, kept: String) throws {
        let document = Document.of(yaml: yaml)
        #expect(document.problems.map(\.isFatal) == [true])
        #expect(document.problems.map(\.kind) == [.syntax])
        #expect(document.drawnProblems == [mark])
        #expect(document.trees.map(\.description) == [kept])
        #expect(document.brokenInvariant() == nil)
        #expect(document.roots.allSatisfy { document.nodes[$0].kind != .object || document.nodes[$0].flags.contains(.incomplete) })
    }

    @Test func `control characters are refused by place`() throws {
        for (yaml, place) in [("a: b\u{0}c", "1:5-1:6"), ("é: 1\nb: \u{1}", "2:4-2:5"), ("a: \"\u{7F}\"", "1:5-1:6")] {
            let document = Document.of(yaml: yaml)
            let problem = try #require(document.problems.last, "\(yaml.debugDescription)")
            #expect(document.place(problem.range) == place)
            #expect(problem.isFatal)
        }
    }

    @Test func `a byte that is no UTF-8 ends the reading`() {
        let document = Document.read(Source(name: "x", bytes: Array("a: 1\nb: caf".utf8) + [0xE9, 10]), as: .yaml)
        #expect(document.problems.map { "\($0.kind) \($0.range.start)-\($0.range.end)" } == ["encoding 11-12"])
    }

    // MARK: Limits

    @Test(arguments: ["[", "{a: ", "- ", "? ", "[[],", "- [", "{? "])
    func `very deep nesting is refused at once`(text: String) {
        let clock = ContinuousClock()
        let time = clock.measure {
            let document = Document.of(yaml: String(repeating: text, count: 100_000))
            #expect(!document.problems.isEmpty)
            #expect(document.nodes.count < 1000)
        }
        #expect(time < .seconds(2))
    }

    @Test func `nesting is read up to the limit`() {
        let depth = ReadLimits.standard.depth
        let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(Document.of(yaml: deep).problems.isEmpty)
        let deeper = Document.of(yaml: "[" + deep + "]")
        #expect(deeper.problems.map(\.kind) == [.limit])
        #expect(deeper.problems.map(\.range.start) == [depth])
        let lists = (0...depth).map { String(repeating: " ", count: $0) + "-" }.joined(separator: "\n")
        #expect(Document.of(yaml: lists).problems.map(\.kind) == [.limit])
    }

    @Test(arguments: [
        "a: &x 1\n", "- *x\n", "a: \"\\\n", "? a\n", "# c\n", "'a'\n", ", ", "a: b: ", "- - ", "a\n", ": ", "!t ", "&a ", "|\n", ">\n x\n", "\"", "a, ", "*a ",
        "--- ", "...\n", "%x\n", "{}", "[]", "a: [", "\t", "\r", "é",
    ])
    func `long repetitions are read in linear time`(text: String) {
        let clock = ContinuousClock()
        let time = clock.measure { _ = Document.of(yaml: String(repeating: text, count: 20_000)) }
        #expect(time < .seconds(5))
        let start = "x: &x 1\na: &a 2\nl: [" + String(repeating: text, count: 20_000)
        #expect(clock.measure { _ = Document.of(yaml: start) } < .seconds(5))
    }
}
