// Rule pages: what is read, and every mistake with its line.
@testable import RequestLint
import Testing

@Suite struct RulePageReaderTests {
    private static let good = """
        ---
        severity: warning
        evidence: accepted
        on: [Part.id, Part.note]
        check: pattern
        problem: mismatch
        default: off
        pattern: "[a-z, ]+"
        message: Use {value}, or "nothing", in {member}
        sources:
          - https://example.org/a
          - 'a book, page 3'
        # a comment
        ---
        # A headline

        Some words.

        ```json
        not an example
        ```

        ## Rejected

        ```json MakeThing today=2026-01-02
        {"name": "ab"}
                  ^^ two letters
        ```
        ```json fixed
        {"name": "abc"}
        ```

        ## Accepted

        ```yaml MakeThing
        name: abc
        ```

        """

    @Test func `a page is read`() {
        let (page, mistakes) = RulePageReader.read(path: "category/some-name.md", text: Self.good)
        #expect(mistakes.map(\.description) == [])
        #expect(page.id == "category/some-name")
        #expect(page.severity == .warning && page.evidence == .accepted && !page.isOnByDefault)
        #expect(page.places == ["Part.id", "Part.note"])
        #expect(page.check == "pattern" && page.problem == "mismatch")
        #expect(page.parameters == ["pattern": ["[a-z, ]+"]])
        #expect(page.message == "Use {value}, or \"nothing\", in {member}")
        #expect(page.sources == ["https://example.org/a", "a book, page 3"])
        #expect(page.title == "A headline")
        #expect(page.body.hasPrefix("# A headline\n") && page.body.hasSuffix("```"))
        #expect(page.examples.map(\.form) == ["MakeThing", "fixed", "MakeThing"])
        #expect(page.examples.map(\.language) == ["json", "json", "yaml"])
        #expect(page.examples[0].inputs == ["today": "2026-01-02"])
        #expect(page.examples[0].text == "{\"name\": \"ab\"}\n")
        #expect(page.examples[0].marks == [.init(range: 10..<12, message: "two letters", isPrefix: false, isRelated: false, pointer: nil)])
        #expect(page.examples.map(\.line) == [26, 30, 36])
    }

    @Test func `pages of other systems are read`() {
        for lineBreak in ["\r\n", "\r"] {
            let text = Self.good.replacing("\n", with: lineBreak)
            let (page, mistakes) = RulePageReader.read(path: "category/some-name.md", text: text)
            #expect(mistakes.isEmpty)
            #expect(page.examples.map(\.text) == ["{\"name\": \"ab\"}\n", "{\"name\": \"abc\"}\n", "name: abc\n"])
        }
    }

    @Test(arguments: [
        ("values: [a, \"b, c\", 'd']", ["a", "b, c", "d"]), ("values: []", []), ("values: [ ]", []), ("values: x, y", ["x, y"]), ("values: \"[x]\"", ["[x]"]),
        ("values: \"x: y\"", ["x: y"]), ("values: it's", ["it's"]), ("values:\n  - a\n  - \"b\"", ["a", "b"]), ("values: [\"\"]", [""]),
        ("pattern: [a-z]", ["[a-z]"]), ("pattern: ^[a-c],[x]", ["^[a-c],[x]"]), ("pattern: \"^a$\"", ["^a$"]),
    ] as [(String, [String])])
    func `values are texts or lists`(line: String, values: [String]) {
        let text = Self.good.replacing("pattern: \"[a-z, ]+\"", with: line)
        let (page, mistakes) = RulePageReader.read(path: "a/b.md", text: text)
        #expect(mistakes.isEmpty)
        #expect(page.parameters[line.hasPrefix("pattern") ? "pattern" : "values"] == values)
    }

    /// What is replaced, by what, the line of the mistake and some of its words.
    @Test(arguments: [
        ("severity: warning", "severity: fatal", 2, "`fatal` is no severity"),
        ("severity: warning", "severity: [error, info]", 2, "one value"),
        ("severity: warning", "severity: error", 2, "does not carry an error"),
        ("severity: warning\n", "", 1, "no `severity`"),
        ("evidence: accepted", "evidence: rumour", 3, "`rumour` is no evidence"),
        ("on: [Part.id, Part.note]", "on:", 4, "names no place"),
        ("on: [Part.id, Part.note]\n", "", 1, "no `on`"),
        ("check: pattern\n", "", 1, "no `check`"),
        ("check: pattern", "check:", 5, "one value"),
        ("problem: mismatch", "problem mismatch", 6, "`key: value`"),
        ("problem: mismatch", "problem: mismatch\nproblem: other", 7, "stands twice"),
        ("default: off", "default: maybe", 7, "`on` or `off`"),
        ("  - https://example.org/a\n  - 'a book, page 3'\n", "", 10, "cites its source"),
        ("  - https://example.org/a", "- https://example.org/a", 11, "`key: value`"),
        ("pattern: \"[a-z, ]+\"", "values: [a, \"b]", 8, "never closed"),
        ("# A headline", "A headline", 15, "no headline"),
        ("json MakeThing today=2026-01-02", "json", 25, "names its language"),
        ("json MakeThing today=2026-01-02", "toml MakeThing", 25, "names its language"),
        ("today=2026-01-02", "today", 25, "no input"),
        ("today=2026-01-02", "tomorrow=2026-01-02", 25, "no input"),
        ("today=2026-01-02", "today=2026-02-30", 25, "no day"),
        ("          ^^ two letters", "                   ^^ far away", 27, "reaches beyond"),
        ("          ^^ two letters", "\t^^ two letters", 27, "tab"),
        ("## Rejected", "## Wrong", 38, "no example under `## Rejected`"),
        ("## Accepted", "## Right", 38, "no example under `## Accepted`"),
        ("name: abc\n```", "name: abc", 35, "never closed"),
    ] as [(String, String, Int, String)])
    func `a mistake has its line`(old: String, new: String, line: Int, words: String) throws {
        let text = Self.good.replacing(old, with: new)
        try #require(text != Self.good)
        let mistakes = RulePageReader.read(path: "a/b.md", text: text).mistakes
        #expect(mistakes.contains { $0.line == line && $0.message.contains(words) }, "\(mistakes.map(\.description))")
        #expect(mistakes.allSatisfy { $0.description.hasPrefix("a/b.md:\($0.line): ") })
    }

    @Test(arguments: ["b.md", "a/b/c.md", "A/b.md", "a/b_c.md", "a/.md", "a/b.txt", "/b.md", "a/é.md"])
    func `a page's path is its id`(path: String) {
        #expect(RulePageReader.read(path: path, text: Self.good).mistakes.map(\.line) == [1])
    }

    @Test(arguments: ["", "---", "---\n", "---\n---", "# Only text", "---\nseverity: info\n", "\n---\n---\n"])
    func `broken pages are mistakes and no crash`(text: String) {
        #expect(!RulePageReader.read(path: "a/b.md", text: text).mistakes.isEmpty)
    }
}
