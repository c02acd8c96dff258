import Testing

@testable import Workspace

@Suite struct PathTests {
    @Test(arguments: [
        ("a.json", "a.json"), ("./a.json", "a.json"), ("a//b/./c", "a/b/c"), (".", "."), ("./", "."), ("/", "/"),
        ("//a/", "/a"), ("a/../b", "a/../b"), ("..", ".."), ("", ""), (".hidden", ".hidden"), ("/./", "/"),
    ])
    func oneSpelling(text: String, expected: String) {
        #expect(Path(text).text == expected)
    }

    @Test func appending() {
        #expect(Path(".").appending("a/b".utf8) == Path("a/b"))
        #expect(Path("/").appending("a".utf8) == Path("/a"))
        #expect(Path("x").appending("a".utf8) == Path("x/a"))
    }

    @Test func orderIsThatOfTheBytes() {
        let names = ["a/b.json", "a.json", "B.json", "ä.json", "a-b.json"].map { Path($0) }
        #expect(names.sorted().map(\.text) == ["B.json", "a-b.json", "a.json", "a/b.json", "ä.json"])
    }
}
