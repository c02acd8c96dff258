@testable import RequestLint
import Testing

@Suite struct ByteSearchTests {
    private func contains(_ text: String, _ wanted: String) -> Bool {
        ByteSearch.contains(Array(text.utf8).span, Array(wanted.utf8).span)
    }

    @Test("a text is found wherever it stands", arguments: 1...20)
    func found(length: Int) {
        let wanted = String("imagebuilder-requests".prefix(length))
        for before in 0..<40 {
            for after in [0, 1, 7, 15, 16, 17, 40] {
                let text = String(repeating: "i", count: before) + wanted + String(repeating: "s", count: after)
                #expect(contains(text, wanted))
            }
        }
    }

    @Test("what only begins and ends like it is not it")
    func decoys() {
        let decoys = String(repeating: "imagebuilxer ", count: 20)
        #expect(!contains(decoys, "imagebuilder"))
        #expect(contains(decoys + "imagebuilder", "imagebuilder"))
        #expect(!contains("imagebuilde", "imagebuilder"))
        #expect(!contains("", "a"))
        #expect(!contains("a", ""))
    }
}
