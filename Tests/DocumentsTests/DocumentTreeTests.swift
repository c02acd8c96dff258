// The tree of a document as readers of tagged forms see it: content under tags of others, and the tags.
import Documents
import Testing

@Suite struct DocumentTreeTests {
    private func read(_ text: String) -> Document {
        Document.read(Source(name: "t.yaml", bytes: Array(text.utf8)), as: .yaml)
    }

    @Test func aTagKeepsItsNameAndItsContent() throws {
        let document = read(
            """
            a: !Ref b
            c: !If # which
              - d
              - !Sub 'e'
              - {f: !GetAtt g.h}
            i: !Transform
              Name: j
            """)
        let root = document.roots[0]
        let a = try #require(document.member("a", of: root))
        #expect(document.tag(of: a) == "Ref")
        #expect(document.contentKind(of: a) == .plain)
        #expect(document.string(of: a) == "b")
        let c = try #require(document.member("c", of: root))
        #expect(document.tag(of: c) == "If")
        let items = document.items(of: c)
        #expect(items.map { document.tag(of: $0) } == [nil, "Sub", nil])
        #expect(document.contentKind(of: items[1]) == .string)
        let f = try #require(document.member("f", of: items[2]))
        #expect(document.tag(of: f) == "GetAtt")
        let i = try #require(document.member("i", of: root))
        #expect(document.tag(of: i) == "Transform")
        #expect(document.member("Name", of: i).map { document.string(of: $0) } == "j")
        #expect(NodePaths(document).pointer(to: f) == "/c/2/f")
    }

    @Test func anAliasHasTheTagOfItsAnchor() throws {
        let document = read("a: &x !Ref b\nc: *x\nd: {<<: {e: !Ref f}}\n")
        let root = document.roots[0]
        let c = try #require(document.member("c", of: root))
        #expect(document.tag(of: c) == "Ref")
        let d = try #require(document.member("d", of: root))
        #expect(document.member("e", of: d).flatMap { document.tag(of: $0) } == "Ref")
    }

    @Test func tagsOfYAMLAreNoTagsOfOthers() {
        let document = read("[!!binary aGk=, !!str a, ! b]")
        #expect(document.items(of: document.roots[0]).allSatisfy { document.tag(of: $0) == nil })
    }

    @Test func whatIsCutShortUnderATagIsIncomplete() {
        let document = read("a: !If [b, {c: d, e")
        #expect(document.problems.contains { $0.isFatal })
        for node in document.nodes.indices where document.contentKind(of: node) == .object {
            #expect(document.members(of: node).allSatisfy { $0.value < document.nodes.count })
        }
    }
}
