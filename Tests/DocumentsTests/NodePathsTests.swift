// Parents and pointers of nodes.
import Documents
import Testing

@Suite struct NodePathsTests {
    @Test func `keys and values have the pointer of the value`() throws {
        let document = Document.of(json: #"{"a": [1, {"b/c": 2, "~d": {"": []}}], "é": null}"#)
        let paths = NodePaths(document)
        let pointers = document.nodes.indices.map { paths.pointer(to: $0) }
        #expect(
            pointers == [
                "", "/a", "/a", "/a/0", "/a/1", "/a/1/b~1c", "/a/1/b~1c", "/a/1/~0d", "/a/1/~0d", "/a/1/~0d/",
                "/a/1/~0d/", "/é", "/é",
            ])
    }

    @Test func `a value knows its holder and key`() throws {
        let document = Document.of(json: #"{"a": [1, 2]}"#)
        let paths = NodePaths(document)
        #expect(paths.parent(of: 0) == nil)
        #expect(paths.parent(of: 1)?.node == 0)
        #expect(paths.parent(of: 1)?.key == 1)
        #expect(paths.parent(of: 2)?.node == 0)
        #expect(paths.parent(of: 2)?.key == 1)
        #expect(paths.parent(of: 4)?.node == 2)
        #expect(paths.parent(of: 4)?.key == nil)
    }

    @Test func `each document of a file has its own root`() {
        let document = Document.of(yaml: "a: 1\n---\n- b\n- c: 2\n")
        let paths = NodePaths(document)
        #expect(document.nodes.indices.map { paths.pointer(to: $0) } == ["", "/a", "/a", "", "/0", "/1", "/1/c", "/1/c"])
    }

    @Test func `what is cut short keeps its pointers`() {
        let document = Document.of(json: #"{"a": {"b": [1, {"c": 2, "d""#)
        let paths = NodePaths(document)
        #expect(document.nodes.indices.map { paths.pointer(to: $0) }.last == "/a/b/1/c")
    }

    @Test(arguments: [
        Document.of(json: #"{"a": [1, {"b": {"c": [[], {}, [2]]}, "d": null}], "e": {}}"#),
        Document.of(json: #"[[1, [2, {"a": 3"#), Document.of(json: "1"), Document.of(json: ""),
        Document.of(yaml: "a: {b: [1, 2]}\n---\n- b\n- !Sub {c: 2}\n---\n? [x, y]\n: [z]\n"),
        Document.of(hcl: "resource \"a\" \"b\" {\n  c = [\"${d}-${e[0]}-f\", { g = \"${h}\" }]\n}\n"),
    ])
    func `a walk from the root finds what is noted of all nodes`(document: Document) {
        let (walked, noted) = (NodePaths(document, isNoted: false), NodePaths(document, isNoted: true))
        for node in document.nodes.indices {
            #expect(walked.pointer(to: node) == noted.pointer(to: node))
            #expect(walked.parent(of: node)?.node == noted.parent(of: node)?.node)
            #expect(walked.parent(of: node)?.key == noted.parent(of: node)?.key)
        }
    }

    @Test func `many pointers into one long list take no time`() {
        let count = 60_000
        let document = Document.of(json: "[" + String(repeating: #"{"a":1},"#, count: count - 1) + #"{"a":1}]"#)
        let clock = ContinuousClock()
        var wrong = 0
        let time = clock.measure {
            let paths = NodePaths(document)
            for item in 0..<count where paths.pointer(to: 1 + item * 3 + 2) != "/\(item)/a" { wrong += 1 }
        }
        #expect(wrong == 0)
        #expect(time < .seconds(10))
    }
}
