// What YAML brings to the Judge: plain scalars, unknown values, anchors, and fixes that keep the file YAML.
@testable import RequestLint
import Testing

@Suite struct YAMLJudgeTests {
    private func findings(_ yaml: String, ignore: [String] = []) throws -> [String] {
        Toy.findings(try Toy.check(yaml, yaml: true) { $0.ignore = ignore })
    }

    @Test(arguments: [
        ("name: ab\nsize: 0x0a\nisOn: True\nweight: 1e3\n", []),
        ("name: ab\nsize: 0b11\n", ["shape/ambiguous-scalar 2:7-2:11 /size"]),
        ("name: ab\nsize: 0b1111111\n", ["shape/ambiguous-scalar 2:7-2:16 /size", "shape/range 2:7-2:16 /size"]),
        ("name: ab\nsize: 1_000\n", ["shape/ambiguous-scalar 2:7-2:12 /size", "shape/range 2:7-2:12 /size"]),
        ("name: ab\nsize: 012\n", ["shape/ambiguous-scalar 2:7-2:10 /size"]),
        ("name: ab\nsize: 0o14\n", ["shape/ambiguous-scalar 2:7-2:11 /size"]),
        ("name: ab\nisOn: on\n", ["shape/type 2:7-2:9 /isOn"]),
        ("name: on\n", ["shape/ambiguous-scalar 1:7-1:9 /name"]),
        ("name: ab\nleft: 12:30\n", ["shape/ambiguous-scalar 2:7-2:12 /left"]),
        ("name: ab\nleft: '12:30'\nright: \"on\"\n", []),
        ("name: ab\nleft: 1.0\n", ["shape/type 2:7-2:10 /left"]),
        ("name: ab\nleft: 2026-11-23\nat: 2026-11-23\n", ["shape/type 2:7-2:17 /left"]),
        ("name: ab\nleft: ~\n", ["shape/type 2:7-2:8 /left"]),
        ("name: ab\nleft:\n", ["shape/type 2:1-2:5 /left"]),
        ("name: ab\nlabels: {1: x, on: y, ~: z}\n", ["shape/type 2:10-2:11 /labels/1", "shape/ambiguous-scalar 2:16-2:18 /labels/on", "shape/type 2:23-2:24 /labels/~0"]),
        ("name: !!str 12\nsize: !!int \"5\"\nisOn: !!bool yes\n", ["shape/pattern 1:13-1:15 /name"]),
    ] as [(String, [String])])
    func `plain scalars mean what the AWS CLI makes of them`(yaml: String, expected: [String]) throws {
        #expect(try findings(yaml) == expected)
    }

    @Test func `a date says what it is, and quotes are the fix`() throws {
        let report = try Toy.check("name: ab\nleft: 2026-11-23\n", yaml: true)
        #expect(report.diagnostics.map(\.message) == ["`left` is the date 2026-11-23; the service takes a text. Put it into quotes."])
        #expect(Toy.fixed(report) == "name: ab\nleft: \"2026-11-23\"\n")
    }

    // MARK: Unknown values

    @Test func `an unknown value is there and is not judged`() throws {
        let yaml = "name: !Ref Name\nsize: !Foo {a: b}\nkind: !Sub 'x'\nparts: !If [a, b]\nschedule: !Foo\nlabels: {a: !Ref x}\n"
        #expect(try findings(yaml) == [])
        #expect(try findings("name: ab\nparts:\n- !Ref x\n- id: !Ref y\n- !Ref z\n") == ["shape/length 3:1-5:9 /parts"])
    }

    @Test func `what a merge brings unseen is not missing`() throws {
        #expect(try findings("<<: !Ref base\nsize: 1\n") == [])
        #expect(try findings("name: ab\nparts:\n- <<: !Ref base\n") == [])
        #expect(try findings("base: &b {id: x}\nname: ab\nparts:\n- <<: *b\n", ignore: ["shape/unknown-member"]) == [])
    }

    @Test func `what an alias brings is reported at its anchor and named by its own path`() throws {
        let report = try Toy.check("name: ab\nleft: &x 5\nright: *x\n", yaml: true)
        #expect(Toy.findings(report) == ["shape/type 2:10-2:11 /left", "shape/type 2:10-2:11 /right"])
        #expect(report.diagnostics.map(\.pointer) == ["/left", "/right"])
        #expect(report.diagnostics.last?.fix == nil, "a change would change the anchor too")
    }

    // MARK: Several documents

    @Test func `documents of one file are counted`() throws {
        let report = try Toy.check("name: ab\n---\nsize: 1\n---\n- name: ab\n- size: 2\n", yaml: true)
        #expect(report.requests == 4)
        #expect(report.diagnostics.map(\.document) == [1, 2])
        #expect(report.diagnostics.map(\.pointer) == ["", "/1"])
    }

    // MARK: Fixes

    @Test(arguments: [
        ("name: 5\n", "name: \"5\"\n"),
        ("nane: ab\nsize: '5'\n", "name: ab\nsize: 5\n"),
        ("name: ab\nkind: small\n", "name: ab\nkind: SMALL\n"),
        ("name: ab\nkind: 'small'\n", "name: ab\nkind: 'SMALL'\n"),
        ("\"nane\": ab\n", "\"name\": ab\n"),
        ("name: ab\nisOn: \"true\"\n", "name: ab\nisOn: true\n"),
    ] as [(String, String)])
    func `fixes keep the file's spelling`(yaml: String, fixed: String) throws {
        #expect(Toy.fixed(try Toy.check(yaml, yaml: true)) == fixed)
    }
}
