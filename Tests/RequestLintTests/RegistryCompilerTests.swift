// Compiling pages against the model: every mistake is named with its page and line.
@testable import RequestLint
import Testing

@Suite struct RegistryCompilerTests {
    private func mistakes(_ pages: [(path: String, text: String)], change: (inout [RuleSource]) -> Void = { _ in }) -> [String] {
        var sources = Toy.sources(pages)
        change(&sources)
        do throws(ConfigurationError) {
            _ = try RegistryCompiler.compile(sources, checks: CheckList([]))
            return []
        } catch {
            return error.messages
        }
    }

    @Test func `good pages compile`() {
        #expect(mistakes([
            ("x/one.md", Toy.rule("exactly-one-of", "none", on: "MakeThingRequest", more: "members: [left, right]")),
            ("x/two.md", Toy.rule("exactly-one-of", "several", on: "MakeThingRequest", more: "members: [left, right]")),
            ("x/three.md", Toy.rule("unique", "twice", on: "MakeThingRequest", more: "member: parts\nby: id")),
            ("x/four.md", Toy.rule("pattern", "mismatch", on: "[Part.id, Name]", more: "pattern: ^[a-z]+$")),
            ("x/five.md", Toy.rule("requires", "missing", on: "MakeThingRequest", more: "if: schedule.zone\nthen: schedule.expression")),
        ]) == [])
    }

    /// A page, the line of its mistake, and some of its words.
    @Test(arguments: [
        (Toy.rule("patern", "mismatch", on: "Name", more: "pattern: a"), 5, "There is no check `patern`. Did you mean `pattern`?"),
        (Toy.rule("pattern", "mismach", on: "Name", more: "pattern: a"), 6, "There is no problem `mismach` of the check `pattern`. Did you mean `mismatch`?"),
        (Toy.rule("pattern", "mismatch", on: "Nane", more: "pattern: a"), 4, "There is no place `Nane`. Did you mean `Name`?"),
        (Toy.rule("pattern", "mismatch", on: "Part.it", more: "pattern: a"), 4, "There is no place `Part.it`. Did you mean `Part.id`?"),
        (Toy.rule("pattern", "mismatch", on: "Part.inner.zone", more: "pattern: a"), 4, "There is no place"),
        (Toy.rule("pattern", "mismatch", on: "Size", more: "pattern: a"), 4, "judges a text, and `Size` is none"),
        (Toy.rule("pattern", "mismatch", on: "MakeThingRequest.size", more: "pattern: a"), 4, "judges a text"),
        (Toy.rule("pattern", "mismatch", on: "Name", more: "pattern: (a"), 8, "does not compile"),
        (Toy.rule("pattern", "mismatch", on: "Name"), 5, "needs `pattern`"),
        (Toy.rule("pattern", "mismatch", on: "Name", more: "pattern: a\npatern: b"), 9, "no parameter `patern`"),
        (Toy.rule("exactly-one-of", "none", on: "Name", more: "members: [a, b]"), 4, "judges a structure"),
        (Toy.rule("exactly-one-of", "none", on: "MakeThingRequest.schedule", more: "members: [a, b]"), 4, "judges a structure"),
        (Toy.rule("exactly-one-of", "none", on: "MakeThingRequest", more: "members: [left]"), 8, "at least two"),
        (Toy.rule("requires", "missing", on: "MakeThingRequest", more: "if: rigth\nthen: left"), 8, "`MakeThingRequest` has no member `rigth`. Did you mean `right`?"),
        (Toy.rule("requires", "missing", on: "MakeThingRequest", more: "if: schedule.zome\nthen: left"), 8, "`MakeThingRequest` has no member `schedule.zome`"),
        (Toy.rule("requires", "missing", on: "MakeThingRequest", more: "if: left.deeper\nthen: left"), 8, "`MakeThingRequest` has no member `left.deeper`"),
        (Toy.rule("at-most", "too-many", on: "MakeThingRequest", more: "member: parts\nmost: few"), 9, "not a whole number"),
        (Toy.rule("at-most", "too-many", on: "MakeThingRequest", more: "member: parts"), 5, "needs `most`"),
        (Toy.rule("shape", "lenght", on: "\"*\""), 6, "Did you mean `length`?"),
        (Toy.rule("shape", "length", on: "Name"), 4, "Write `on: \"*\"`"),
        (Toy.rule("shape", "length", on: "\"*\"", more: "pattern: a"), 8, "no parameter `pattern`"),
        (Toy.rule("pattern", "mismatch", on: "Name", severity: "fatal", more: "pattern: a"), 2, "`fatal` is no severity"),
    ] as [(String, Int, String)])
    func `a page's mistake has its line`(text: String, line: Int, words: String) {
        let found = mistakes([("x/page.md", text)]) { sources in
            // The page may claim what one of the toy's own pages claims.
            sources.removeAll { $0.path.hasPrefix("shape/") }
        }
        #expect(found.count == 1 && found[0].hasPrefix("x/page.md:\(line): ") && found[0].contains(words), "\(found)")
    }

    @Test func `every problem of a check that runs has a rule`() {
        let page = Toy.rule("exactly-one-of", "none", on: "MakeThingRequest", more: "members: [left, right]")
        let found = mistakes([("x/one.md", page)])
        #expect(found.count == 1 && found[0].hasPrefix("x/one.md:4: ") && found[0].contains("no page claims its problem `several`"), "\(found)")
    }

    @Test func `one problem at one place has one rule`() {
        let page = Toy.rule("pattern", "mismatch", on: "Name", more: "pattern: a")
        let found = mistakes([("x/one.md", page), ("x/two.md", page)])
        #expect(found.count == 1 && found[0].hasPrefix("x/two.md:6: `x/one` claims `mismatch` at `Name` too."), "\(found)")
        // Other parameters make another binding.
        #expect(mistakes([("x/one.md", page), ("x/two.md", Toy.rule("pattern", "mismatch", on: "Name", more: "pattern: b"))]) == [])
    }

    @Test func `a problem of the structure has one rule`() {
        let found = mistakes([("x/length.md", Toy.rule("shape", "length", on: "\"*\""))])
        #expect(found.count == 1 && found[0].contains("claims `length`"), "\(found)")
    }

    @Test func `two pages of one name are told apart`() {
        let page = Toy.rule("pattern", "mismatch", on: "Name", more: "pattern: a")
        let found = mistakes([("x/one.md", page), ("x/one.md", page)])
        #expect(found.count == 1 && found[0].hasPrefix("x/one.md:1: There is a rule `x/one` already."), "\(found)")
    }

    @Test func `every mistake is named, not only the first`() {
        let found = mistakes([("x/a.md", Toy.rule("nothing", "x", on: "Name")), ("x/b.md", "no page"), ("x/c.md", Toy.rule("pattern", "mismatch", on: "Nothing", more: "pattern: a"))])
        #expect(found.map { String($0.prefix(7)) } == ["x/b.md:", "x/a.md:", "x/c.md:"])
    }

    // MARK: Model

    @Test(arguments: [
        ("model/toy.json", "\"shape\": \"Kind\"", "\"shape\": \"Kin\"", "MakeThingRequest.kind has the unknown shape Kin"),
        ("model/toy.json", "^[a-zé", "(", "the pattern"),
        ("model/toy.json", "\"type\": \"boolean\"", "\"type\": \"bool\"", "shape Flag has no known type"),
        ("model/toy.json", "\"source\": \"toy 1.0\",", "\"source\": \"toy 1.0\"", "model/toy.json:2: A comma is missing"),
        ("model/markers.json", "\"DropThing\"", "\"DropThin\"", "there is no operation DropThin"),
        ("model/toy.json", "\"member\": \"Part\"", "\"member\": \"Parts\"", "PartList has the unknown shape Parts"),
    ])
    func `a mistake in the data is named`(path: String, old: String, new: String, words: String) {
        let found = mistakes([]) { sources in
            for index in sources.indices where sources[index].path == path {
                sources[index] = RuleSource(path: path, text: sources[index].text.replacing(old, with: new))
            }
        }
        #expect(found.contains { $0.contains(words) }, "\(found)")
    }

    @Test(arguments: [
        (#"[{"shape": "Name", "reason": "seen", "source": "x", "set": {"max": 12, "pattern": "^[a-z]+$"}, "addEnum": []}]"#, nil),
        (#"[{"shape": "Nane", "reason": "seen", "source": "x", "set": {"max": 12}}]"#, "no shape Nane"),
        (#"[{"shape": "Name", "source": "x", "set": {"max": 12}}]"#, "lacks its reason"),
        (#"[{"shape": "Name", "reason": "seen", "source": "x", "set": {"most": 12}}]"#, "`most` can't be amended"),
    ] as [(String, String?)])
    func `amendments are checked`(json: String, words: String?) {
        let found = mistakes([]) { $0.append(RuleSource(path: "model/amendments.json", text: json)) }
        if let words {
            #expect(found.count == 1 && found[0].contains(words), "\(found)")
        } else {
            #expect(found == [])
        }
    }
}
