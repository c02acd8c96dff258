// The text at a node's range, decoded, is the node's text: for every scalar of the test suite, of generated YAML, and of
// the files from the wild.
import Documents
import Foundation
import Testing

@Suite struct ScalarPlacesTests {
    @Test func `generated YAML`() {
        var scalars = 0
        for seed in 0..<600 {
            var generator = YAMLGenerator(seed: UInt64(seed))
            let document = Document.of(yaml: generator.file())
            #expect(document.brokenInvariant() == nil, "seed \(seed)")
            scalars += check(document, "seed \(seed)")
        }
        #expect(scalars > 10_000)
    }

    @Test(.enabled(if: SharedFiles.isThere, "the folder shared is not beside the package"))
    func `the JSON test suite`() throws {
        for file in SharedFiles.files(below: "suites/json", endingIn: ["json"]) {
            let document = Document.read(Source(name: file.path, bytes: try SharedFiles.bytes(of: file)), as: .json)
            _ = check(document, file.lastPathComponent)
        }
    }

    @Test(.enabled(if: SharedFiles.isThere, "the folder shared is not beside the package"))
    func `files from the wild`() throws {
        var scalars = 0
        for file in SharedFiles.files(below: "wild", endingIn: ["json", "yaml", "yml"]) {
            let syntax: Document.Syntax = file.pathExtension == "json" ? .json : .yaml
            let document = Document.read(Source(name: file.path, bytes: try SharedFiles.bytes(of: file)), as: syntax)
            #expect(document.brokenInvariant() == nil, "\(file.lastPathComponent)")
            scalars += check(document, file.lastPathComponent)
        }
        #expect(scalars > 10_000)
    }

    /// Checks every scalar; returns how many there were.
    private func check(_ document: Document, _ name: String) -> Int {
        var scalars = 0
        for node in document.nodes.indices {
            let record = document.nodes[node]
            guard record.kind != .object, record.kind != .array, record.kind != .alien, record.start < record.end
            else { continue }
            scalars += 1
            let source = document.source(of: node)
            if let text = decoded(source, document.syntax) {
                let found = document.string(of: node)
                // Blank lines at the end of a block scalar belong to no line of it.
                let isSame = text == found || record.flags.contains(.block) && text.trimmedBreaks == found.trimmedBreaks
                #expect(isSame, "\(name): \(source.debugDescription) is \(found.debugDescription)")
            }
            if let broken = brokenPart(document, node) { Issue.record("\(name): \(source.debugDescription): \(broken)") }
        }
        return scalars
    }

    /// Every character of a text has a place of its own inside the scalar, in order.
    private func brokenPart(_ document: Document, _ node: Int) -> String? {
        let count = document.textLocation(of: node).count
        guard count > 0 else { return nil }
        let whole = document.range(of: node)
        var last = whole.start
        // Of a long text, some bytes.
        for index in stride(from: 0, to: count, by: 1 + count / 50) {
            let range = document.range(of: node, text: index..<index + 1)
            if range == whole, count > 1 { return "byte \(index) of \(count) has no place" }
            guard range.start >= last, range.end <= max(whole.end, range.start + 1), range.start <= whole.end else {
                return "byte \(index) lies at \(range)"
            }
            last = range.start
        }
        return nil
    }

    /// What another decoder makes of a scalar's source, alone; nil where it can't stand alone.
    private func decoded(_ source: String, _ syntax: Document.Syntax) -> String? {
        switch syntax {
        case .json:
            guard source.hasPrefix("\"") else { return source }
            // Foundation refuses half a surrogate pair.
            return try? JSONDecoder().decode(String.self, from: Data(source.utf8))
        case .yaml:
            // An explicit indentation counts from what is around the scalar.
            if let header = source.prefix(while: { !$0.isNewline }).first, "|>".contains(header),
                source.prefix(4).contains(where: \.isNumber) { return nil }
            let document = Document.of(yaml: source + "\n")
            guard document.nodes.count == 1 else { return nil }
            return document.string(of: 0)
        case .hcl:
            let document = Document.of(hcl: "a = " + source + "\n")
            return document.nodes.count == 3 ? document.string(of: 2) : nil
        }
    }
}

extension String {
    fileprivate var trimmedBreaks: Substring {
        var text = self[...]
        while text.last?.isNewline ?? false { text.removeLast() }
        return text
    }
}
