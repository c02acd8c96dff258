// What structure checks see of values that are unknown, of structures that were cut short, and of lists; and what
// becomes of what they report.
import Documents
@testable import RequestLint
import Testing

/// Says what its slots look like.
private enum Look: StructureCheck {
    enum Problem: String, CheckProblem { case seen, quiet }

    static let name = "look"
    static let problems = Problem.names

    static func slots(_ parameters: CompiledParameters) -> [String] {
        ["name", "schedule.zone", "schedule", "parts", "parts[].id", "parts[].inner.zone", "nothing.at.all", "isOn"]
    }

    static func judge(_ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts) {
        var words = ["name", "zone", "schedule", "parts"].enumerated().map { "\($0.element) \(structure[$0.offset].presence)" }
        for row in structure.rows(3) {
            words.append("\(row.index) \(row.slot.presence) id \(structure[4, row].presence) zone \(structure[5, row].presence)")
        }
        words.append("nothing \(structure[6].presence)")
        words.append("isOn \(structure[7].boolean.map { "\($0)" } ?? "?")")
        words.append(structure.isComplete ? "complete" : "incomplete")
        verdicts.report(Problem.quiet, at: .structure(structure.place), message: quietMessage())
        verdicts.report(Problem.seen, at: .structure(structure.place), message: words.joined(separator: ", "))
    }

    private static func quietMessage() -> String {
        Issue.record("a message is built for a rule that is off")
        return ""
    }
}

/// Reads YAML's tags as a template language would: `!Maybe` is unknown, `!Text` a text.
private struct TemplateDialect: Dialect {
    let name = "template"
    private let api = APIDialect()

    func kind(of node: Int, in document: Document) -> ValueKind {
        guard document.nodes[node].kind == .alien else { return api.kind(of: node, in: document) }
        return document.string(of: node).hasPrefix("text") ? .string : .unknown
    }

    func ambiguity(of node: Int, in document: Document) -> String? { nil }

    func locate(in document: Document, _ registry: Registry, operation: Int?) -> Located {
        api.locate(in: document, registry, operation: operation)
    }
}

@Suite struct PresenceTests {
    private func look(_ text: String, yaml: Bool = true, dialect: any Dialect = TemplateDialect()) throws -> String {
        let pages = ["seen", "quiet"].map { problem in
            (path: "x/\(problem).md", text: Toy.rule("look", problem, on: "MakeThingRequest", severity: "info"))
        }
        let report = try Toy.check(text, pages, yaml: yaml, checks: [Look.self], dialects: [dialect]) { $0.select = ["x/seen"] }
        return report.diagnostics.map(\.message).joined(separator: "; ")
    }

    @Test(arguments: [
        ("name: ab\nisOn: false\nschedule: {zone: x}\nparts: [{id: a, inner: {zone: x}}, {}]\n",
            "name present, zone present, schedule present, parts present, 0 present id present zone present, 1 present id absent zone absent, nothing absent, isOn false, complete"),
        ("size: 1\n", "name absent, zone absent, schedule absent, parts absent, nothing absent, isOn ?, complete"),
        ("name: !Maybe x\nschedule: !Maybe y\nparts: [!Maybe z, {inner: !Maybe w}]\nisOn: !Maybe v\n",
            "name unknown, zone maybe, schedule unknown, parts present, 0 unknown id maybe zone maybe, 1 present id absent zone maybe, nothing absent, isOn ?, complete"),
        ("name: !Maybe text\n", "name present, zone absent, schedule absent, parts absent, nothing absent, isOn ?, complete"),
        ("schedule: {<<: !Maybe x}\nparts:\n- <<: !Maybe y\n",
            "name absent, zone maybe, schedule present, parts present, 0 present id maybe zone maybe, nothing absent, isOn ?, complete"),
        ("<<: !Maybe x\nschedule: {}\n", "name maybe, zone absent, schedule present, parts maybe, nothing absent, isOn ?, incomplete"),
        // A value of the wrong type says nothing.
        ("name: 5\nschedule: x\nparts: {}\n", "name unknown, zone maybe, schedule unknown, parts unknown, nothing absent, isOn ?, complete"),
    ] as [(String, String)])
    func `presence has four values`(yaml: String, expected: String) throws {
        #expect(try look(yaml) == expected)
    }

    @Test func `what was cut short may have more members`() throws {
        #expect(try look(#"{"schedule": {"expression": "x"}, "parts": [{"id": "a"}, {"note": "#, yaml: false, dialect: APIDialect())
            == "name maybe, zone absent, schedule present, parts present, 0 present id present zone absent, 1 present id maybe zone maybe, nothing absent, isOn ?, incomplete")
    }

    @Test(arguments: [
        ("left: x\n", []), ("left: x\nright: y\n", ["x/both"]), ("size: 1\n", ["x/none"]), ("left: !Maybe x\n", []), ("left: x\nright: !Maybe y\n", []),
        ("<<: !Maybe x\n", []), ("<<: !Maybe x\nleft: y\nright: z\n", ["x/both"]),
    ] as [(String, [String])])
    func `exactly one of two`(yaml: String, expected: [String]) throws {
        let pages = ["none", "several"].map { problem in
            (path: problem == "none" ? "x/none.md" : "x/both.md",
                text: Toy.rule("exactly-one-of", problem, on: "MakeThingRequest", more: "members: [left, right]"))
        }
        let report = try Toy.check(yaml, pages, yaml: true, dialects: [TemplateDialect()]) { $0.select = ["x/"] }
        #expect(report.diagnostics.map(\.rule.description) == expected)
    }

    @Test func `absence is certain or nothing is said`() throws {
        let pages = [(path: "x/need.md", text: Toy.rule("requires", "missing", on: "MakeThingRequest", more: "if: left\nthen: schedule.zone"))]
        func count(_ yaml: String) throws -> Int {
            try Toy.check(yaml, pages, yaml: true, dialects: [TemplateDialect()]) { $0.select = ["x/"] }.diagnostics.count
        }
        #expect(try count("left: x\n") == 1)
        #expect(try count("left: x\nschedule: {}\n") == 1)
        #expect(try count("left: x\nschedule: {zone: y}\n") == 0)
        #expect(try count("left: x\nschedule: !Maybe y\n") == 0)
        #expect(try count("left: x\nschedule: {zone: !Maybe y}\n") == 0)
        #expect(try count("left: x\nschedule: {<<: !Maybe y}\n") == 0)
        #expect(try count("left: !Maybe x\n") == 0)
        #expect(try count("<<: !Maybe x\nleft: y\n") == 0)
    }
}
