import RequestLint
import Testing

@testable import Workspace

@Suite struct RuleFolderTests {
    private func mistakes(_ folder: borrowing Folders, _ limits: RuleFolder.Limits = RuleFolder.Limits()) -> [String] {
        let root = folder.url.path
        do throws(ConfigurationError) {
            _ = try RuleFolder.pages(of: Path(root), limits)
            return []
        } catch {
            return error.messages.map { $0.replacing(root, with: "RULES") }
        }
    }

    @Test func pages() throws {
        let folder = try Folders()
        for name in ["b/y.md", "a/z.md", "top.md", "a/readme.txt", ".hidden/x.md", "a/.x.md"] { try folder.write(name) }
        try folder.link("a/up", to: "..")
        try folder.link("a/link.md", to: "z.md")
        #expect(try RuleFolder.pages(of: Path(folder.url.path)).map(\.path) == ["a/link.md", "a/z.md", "b/y.md", "top.md"])
    }

    @Test func limits() throws {
        let folder = try Folders()
        for name in ["a.md", "b.md", "c.md"] { try folder.write(name, Array(repeating: 0x61, count: 10)) }
        let exact = RuleFolder.Limits(pages: 3, page: 10, total: 30)
        #expect(mistakes(folder, exact).isEmpty)
        var few = exact
        few.pages = 2
        #expect(mistakes(folder, few) == ["The rule folder `RULES` has more than 2 pages; more are not read. Name the folder that holds the rules alone."])
        var small = exact
        small.page = 9
        #expect(mistakes(folder, small).first == "RULES/a.md:1: The file has 10 bytes, and files over 9 bytes are not read. Split it.")
        var little = exact
        little.total = 29
        #expect(mistakes(folder, little) == ["The pages in the rule folder `RULES` have more than 29 bytes together; more are not read. Name the folder that holds the rules alone."])
    }

    @Test func whatIsNoPage() throws {
        let folder = try Folders()
        try folder.shell("mkfifo pipe.md; ln -s self.md self.md; ln -s . folder.md; ln -s nowhere gone.md; printf 'a\\377' > latin.md")
        let found = mistakes(folder)
        #expect(found.map { $0.split(separator: ":")[0] } == ["folder", "gone", "latin", "pipe", "self"].map { "RULES/\($0).md" })
        for (mistake, part) in zip(found, ["a folder", "leads to nothing", "not UTF-8", "a named pipe", "symbolic links"]) {
            #expect(mistake.contains(part))
        }
    }
}
