// The Judge on a small model: what it finds in the structure of a request, where, and what it says.
@testable import RequestLint
import Testing

@Suite struct JudgeTests {
    @Test(arguments: [
        (#"{"name": "ab"}"#, []),
        (#"{"name": "ab", "size": 1, "kind": "LARGE", "isOn": false, "labels": {}, "parts": [{"id": ""}], "weight": 1.5, "at": "x"}"#, []),
        (#"{}"#, ["shape/required 1:1-1:2 /name"]),
        (#"{"nane": "ab"}"#, ["shape/required 1:1-1:2 /name", "shape/unknown-member 1:3-1:7 /nane"]),
        (#"{"name": "ab", "name": "cd"}"#, ["shape/duplicate-key 1:17-1:21 /name"]),
        (#"{"name": 5}"#, ["shape/type 1:10-1:11 /name"]),
        (#"{"name": null}"#, ["shape/type 1:10-1:14 /name"]),
        (#"{"name": "a"}"#, ["shape/length 1:10-1:13 /name"]),
        (#"{"name": "abcdefghijk"}"#, ["shape/length 1:10-1:23 /name"]),
        (#"{"name": "éééééééééé"}"#, []),
        (#"{"name": "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"}"#, []),
        (#"{"name": "AB"}"#, ["shape/pattern 1:10-1:14 /name"]),
        (#"{"name": "ab\n"}"#, []),
        (#"{"name": "ab", "size": 0}"#, ["shape/range 1:24-1:25 /size"]),
        (#"{"name": "ab", "size": 101}"#, ["shape/range 1:24-1:27 /size"]),
        (#"{"name": "ab", "size": 99999999999999999999}"#, ["shape/range 1:24-1:44 /size"]),
        (#"{"name": "ab", "size": 60.0}"#, ["shape/type 1:24-1:28 /size"]),
        (#"{"name": "ab", "size": true}"#, ["shape/type 1:24-1:28 /size"]),
        (#"{"name": "ab", "size": "5"}"#, ["shape/type 1:24-1:27 /size"]),
        (#"{"name": "ab", "isOn": "true"}"#, ["shape/type 1:24-1:30 /isOn"]),
        (#"{"name": "ab", "isOn": 1}"#, ["shape/type 1:24-1:25 /isOn"]),
        (#"{"name": "ab", "kind": "small"}"#, ["shape/enum 1:24-1:31 /kind"]),
        (#"{"name": "ab", "kind": "HUGE"}"#, ["shape/enum 1:24-1:30 /kind"]),
        (#"{"name": "ab", "labels": {"a": "1", "b": 2, "toolong": "3", "a": "4"}}"#,
            ["shape/length 1:26-1:70 /labels", "shape/type 1:42-1:43 /labels/b", "shape/length 1:45-1:54 /labels/toolong",
             "shape/duplicate-key 1:62-1:63 /labels/a"]),
        (#"{"name": "ab", "labels": []}"#, ["shape/type 1:26-1:28 /labels"]),
        (#"{"name": "ab", "parts": []}"#, ["shape/length 1:25-1:27 /parts"]),
        (#"{"name": "ab", "parts": [{"id": "a"}, {}, {"id": "b", "inner": {"x": 1}}]}"#,
            ["shape/length 1:25-1:74 /parts", "shape/required 1:39-1:40 /parts/1/id", "shape/unknown-member 1:66-1:67 /parts/2/inner/x"]),
        (#"{"name": "ab", "parts": {"id": "a"}}"#, ["shape/type 1:25-1:36 /parts"]),
        (#"{"name": "ab", "at": true}"#, ["shape/type 1:22-1:26 /at"]),
        (#"[{"name": "ab"}, {"size": 0}]"#, ["shape/required 1:18-1:19 /name", "shape/range 1:27-1:28 /size"]),
    ] as [(String, [String])])
    func `structure is judged by the model`(json: String, expected: [String]) throws {
        let report = try Toy.check(json)
        #expect(report.notices.isEmpty)
        #expect(Toy.findings(report) == expected)
    }

    @Test func `what a structure lacks is marked under its key`() throws {
        #expect(Toy.findings(try Toy.check(#"{"name": "ab", "parts": [{}]}"#)) == ["shape/required 1:26-1:27 /parts/0/id"])
        #expect(Toy.findings(try Toy.check("name: ab\nparts:\n- note: x\n", yaml: true)) == ["shape/required 3:3-3:7 /parts/0/id"])
        #expect(Toy.findings(try Toy.check("size: 1\n", yaml: true)) == ["shape/required 1:1-1:5 /name"])
    }

    @Test func `nothing is missing in what was cut short`() throws {
        for json in [#"{"size": 1, "parts": [{"note": "x""#, #"{"size": 1, x"#, #"{"parts": ["#] {
            let report = try Toy.check(json)
            #expect(report.diagnostics.isEmpty)
            #expect(report.notices.map(\.kind) == [.syntax])
            #expect(report.requests == 1)
        }
        // What was closed before is judged in full.
        #expect(Toy.findings(try Toy.check(#"{"parts": [{"note": "x"}], "size": "#)) == ["shape/required 1:12-1:13 /parts/0/id"])
    }

    @Test func `messages say what is wrong, why, and what to do`() throws {
        let json = #"{"nane": "x", "size": "5", "kind": "small", "labels": [], "isOn": null}"#
        #expect(try Toy.check(json).diagnostics.map(\.message) == [
            "`name` is missing; MakeThing requires it. Add `name` with a text.",
            "`nane` is not a member of MakeThing, and the service refuses unknown members. Did you mean `name`?",
            "`size` is the text \"5\"; the service takes a whole number. Write 5.",
            "`small` differs from `SMALL` in case only, and the service tells them apart. Write `SMALL`.",
            "`labels` is a list; the service takes an object. Write an object.",
            "`isOn` is null; the API's clients refuse null where true or false belongs. Leave the member out.",
        ])
    }

    @Test func `both places of a key that stands twice are named`() throws {
        let report = try Toy.check(#"{"name": "ab", "name": "cd", "name": "ef"}"#)
        #expect(report.diagnostics.map { $0.related.map(\.region.start.column) } == [[3], [17]])
    }

    @Test func `keys are compared by their bytes`() throws {
        // Both spellings of é, few keys and many.
        for count in [0, 40] {
            let filler = (0..<count).map { #""k\#($0)": "", "# }.joined()
            let report = try Toy.check(#"{"name": "ab", "labels": {\#(filler)"\u00e9": "", "e\u0301": ""}}"#) { $0.ignore = ["shape/length"] }
            #expect(report.diagnostics.isEmpty)
        }
    }

    // MARK: Operations

    @Test func `operations are recognised by their members`() throws {
        func operations(_ json: String) throws -> [String] {
            try Toy.check(json, operation: nil) { $0.select = ["shape/required"] }.diagnostics.map(\.operation)
        }
        #expect(try operations(#"{"size": 1}"#) == [])
        #expect(try operations(#"[{"name": "ab", "parts": [{}]}, {"thingId": "x"}, {"name": "ab"}, 5]"#) == ["MakeThing"])
        #expect(try operations(#"{"name": "ab", "parts": [{}], "arn": "x"}"#) == [])
        #expect(try operations(#"{"operation": "MakeThing", "request": {}}"#) == ["MakeThing"])
        #expect(try operations(#"{"operation": "DropThing", "request": {}}"#) == ["DropThing"])
    }

    @Test func `an envelope with an unknown operation gets a notice`() throws {
        let report = try Toy.check(#"{"operation": "MakeThin", "request": {}}"#, operation: nil)
        #expect(report.notices.map(\.kind) == [.unknownOperation])
        #expect(report.notices.first?.message.contains("Did you mean `MakeThing`?") == true)
        #expect(try Toy.check(#"{"operation": "Foreign", "request": {}}"#, operation: nil).notices.map(\.kind) == [.noRequest])
    }

    // MARK: Fixes

    @Test(arguments: [
        (#"{"nane": "ab"}"#, #"{"name": "ab"}"#),
        // A rename that would make a key stand twice is no fix.
        (#"{"nane": "ab", "name": "cd"}"#, #"{"nane": "ab", "name": "cd"}"#),
        (#"{"name": "ab", "size": "5"}"#, #"{"name": "ab", "size": 5}"#),
        (#"{"name": "ab", "kind": "small"}"#, #"{"name": "ab", "kind": "SMALL"}"#),
        (#"{"name": "ab", "parts": {"id": "a"}}"#, #"{"name": "ab", "parts": [{"id": "a"}]}"#),
        (#"{"name": "ab", "parts": 5}"#, #"{"name": "ab", "parts": 5}"#),
        (#"{"name": 5}"#, #"{"name": "5"}"#),
        (#"{"name": "ab", "isOn": "TRUE"}"#, #"{"name": "ab", "isOn": true}"#),
    ] as [(String, String)])
    func `fixes change what is wrong`(json: String, fixed: String) throws {
        #expect(Toy.fixed(try Toy.check(json)) == fixed)
    }
}
