// Files beside the examples of a page: blocks whose form is a file's name, which examples name as their input.
import ImageBuilderLint
import Testing

@Suite struct PageFileTests {
    private func read(_ body: String) -> (page: RulePage, mistakes: [String]) {
        let head = "---\nseverity: info\nevidence: unknown\non: Schedule\ncheck: x\nproblem: y\nsources: [z]\n---\n# T\n"
        let (page, mistakes) = RulePageReader.read(path: "a/b.md", text: head + body)
        return (page, mistakes.map(\.description))
    }

    private let examples = "## Rejected\n```json Op current=s.json\n{}\n```\n## Accepted\n```json Op\n{}\n```\n"

    @Test("a file stands above the example that takes it")
    func file() {
        let (page, mistakes) = read("```json s.json\n{\n^ no mark\n}\n```\n" + examples)
        #expect(mistakes.isEmpty)
        #expect(page.files.map(\.name) == ["s.json"])
        #expect(page.files.first?.text == "{\n^ no mark\n}\n")
        #expect(page.examples.count == 2)
        #expect(page.examples.first?.inputs["current"] == "s.json")
    }

    @Test("a file that is absent or stands below is a mistake")
    func absent() {
        #expect(read(examples).mistakes == ["a/b.md:11: No file `s.json` stands above this example. Add a block headed `json s.json`."])
        #expect(read(examples + "```json s.json\n{}\n```\n").mistakes.count == 1)
    }

    @Test("a file that no example takes, and a second of one name, are mistakes")
    func useless() {
        let file = "```json s.json\n{}\n```\n"
        #expect(read("```yaml t.yaml\n{}\n```\n" + file + examples).mistakes == [
            "a/b.md:10: No example takes this file. Write `current=t.yaml` behind the operation of one, or remove it."
        ])
        #expect(read(file + file + examples).mistakes == ["a/b.md:13: There is a file `s.json` above already. Choose another name."])
    }
}
