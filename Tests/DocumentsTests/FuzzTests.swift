// Damaged documents: no crash, no hang, every range within bounds, and a problem wherever reading ended early.
import Documents
import Foundation
import Testing

@Suite struct FuzzTests {
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `damaged JSON`(seed: UInt64) {
        var mutator = Mutator(seed: seed, seeds: FuzzSeeds.json)
        for round in 0..<2_500 {
            let bytes = mutator.next()
            let document = Document.read(Source(name: "fuzz", bytes: bytes), as: .json)
            if let broken = broken(document) { Issue.record("round \(round): \(broken): \(bytes)") }
            // What we find no fault with, Foundation reads too.
            if document.problems.isEmpty, round % 4 == 0 {
                let isRead = (try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])) != nil
                #expect(isRead, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    @Test(arguments: [UInt64(5), 6, 7, 8])
    func `damaged YAML`(seed: UInt64) {
        var mutator = Mutator(seed: seed, seeds: FuzzSeeds.yaml)
        for round in 0..<2_500 {
            let bytes = mutator.next()
            let document = Document.read(Source(name: "fuzz", bytes: bytes), as: .yaml)
            if let broken = broken(document) { Issue.record("round \(round): \(broken): \(bytes)") }
        }
    }

    private func broken(_ document: Document) -> String? {
        if let broken = document.brokenInvariant() { return broken }
        return document.brokenEnd ?? document.brokenParts
    }
}

extension Document {
    /// Whether what ended early says why.
    var brokenEnd: String? {
        let isIncomplete = nodes.contains { $0.flags.contains(.incomplete) }
        let isMerging = syntax == .yaml && source.bytes.contains(UInt8(ascii: "<"))
        if isIncomplete && problems.isEmpty && !isMerging { return "incomplete without a problem" }
        if problems.dropLast().contains(where: \.isFatal) { return "something is read behind a fatal problem" }
        if syntax == .json, !isIncomplete, problems.last?.isFatal == true, let root = roots.first {
            // Only what follows a complete root, or stands in the place of one, leaves nothing open.
            if problems.last.map({ $0.range.start < Int(nodes[root].end) }) == true { return "complete with a fatal problem inside" }
        }
        return nil
    }

    /// Whether each part of a text has a place within the source.
    var brokenParts: String? {
        for node in nodes.indices {
            let count = textLocation(of: node).count
            for text in [0..<0, 0..<count, count / 2..<count] {
                let range = range(of: node, text: text)
                if range.start < 0 || range.end > source.bytes.count || range.start >= range.end {
                    return "part \(text) of node \(node) at \(range)"
                }
            }
        }
        return nil
    }
}
