// Every fix of every mistake in every spelling: the file stays what it was, and what was reported is gone.
import Documents
@testable import RequestLint
import Testing

@Suite struct FixPropertyTests {
    private static let members = ["name", "size", "kind", "isOn", "labels", "parts", "schedule", "left", "at", "weight", "nane", "isON", "unknown"]

    private static let json = [
        "5", "5.0", "1.50", "-1", "1e3", "true", "null", #""""#, #""5""#, #""true""#, #""small""#, #""LARGE""#, #""smal""#, #""a, b""#,
        #""x: y""#, #""[a]""#, #""it's""#, #""\"q\"""#, #""a\tb""#, #""é""#, "[]", "[1]", "{}", #"{"id": "a"}"#, #"{"id": 5}"#, #"[{"id": true}]"#, #"{"a": 1}"#,
    ]

    private static let yaml = [
        "5", "5.0", "0x1F", "012", "1_000", "true", "yes", "~", "", "''", "'5'", "\"true\"", "small", "'small'", "smal", "a, b", "x [y]", "a{b}c",
        "2026-11-23", "12:30", "it's", "\"a\\tb\"", "é", "# nothing", "5 # five", "|\n    small", ">-\n    5", "small\n    er", "[]", "[1]", "{}", "{id: a}", "{id: 5}",
        "\n    id: a", "\n    - id: a", "\n    - 5", "\n    a: 1", "!Ref x", "!!str 5", "&x small", "&x 5", "!!int '5'",
    ]

    @Test func `fixes of JSON`() throws {
        try check(Self.members.flatMap { member in Self.json.map { #"{"name": "ab", "\#(member)": \#($0), "right": "x"}"# } }, yaml: false)
    }

    @Test func `fixes of YAML blocks`() throws {
        try check(Self.members.flatMap { member in Self.yaml.map { "name: ab\n\(member): \($0)\nright: x\n" } }, yaml: true)
    }

    @Test func `fixes of YAML in braces`() throws {
        let inline = Self.yaml.filter { !$0.contains("\n") && !$0.contains("#") && !$0.contains("x [y]") && !$0.contains("a{b}c") && $0 != "a, b" }
        try check(Self.members.flatMap { member in inline.map { "{name: ab, \(member): \($0), right: x}\n" } }, yaml: true)
    }

    private func check(_ texts: [String], yaml: Bool) throws {
        var options = Linter.Options(today: try #require(Toy.today))
        options.operation = Operation(name: "MakeThing")
        let linter = try Linter(service: Toy.service(), options: options)
        let name = yaml ? "toy.yaml" : "toy.json"
        var fixes = 0
        for text in texts {
            let report = linter.check(Array(text.utf8), name: name)
            // A tag of another program has its notice, and keeps it.
            #expect(report.notices.isEmpty == !text.contains("!Ref"), "\(text)")
            for diagnostic in report.diagnostics {
                guard let fix = diagnostic.fix else { continue }
                fixes += 1
                var bytes = Array(text.utf8)
                for edit in fix.edits.reversed() {
                    bytes.replaceSubrange(edit.region.start.offset..<edit.region.end.offset, with: edit.text.utf8)
                }
                let fixed = String(decoding: bytes, as: UTF8.self)
                let again = linter.check(bytes, name: name)
                #expect(again.notices.count <= report.notices.count, "\(text) became \(fixed)")
                let isThere = again.diagnostics.contains {
                    $0.rule == diagnostic.rule && $0.requestPointer == diagnostic.requestPointer && $0.message == diagnostic.message
                }
                #expect(!isThere, "\(text) became \(fixed)")
                #expect(again.source.isEmpty || again.diagnostics.count <= report.diagnostics.count + 2, "\(text) became \(fixed)")
            }
        }
        #expect(fixes > 50)
    }
}
