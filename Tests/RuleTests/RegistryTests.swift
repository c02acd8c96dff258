// The compiled registry: that the pages compile, and that the committed blob is what they compile to.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct RegistryTests {
    @Test("the rules folder compiles")
    func compiles() {
        if case .failure(let error) = RulesFolder.compiled {
            for message in error.messages { Issue.record("rules/\(message)") }
        }
    }

    /// With `BLESS=1` the test writes the blob instead, which is what `make generate` does.
    @Test("rules.blob is what the rules folder compiles to")
    func blobIsFresh() throws {
        let bytes = try RulesFolder.compiled.get()
        let file = RulesFolder.root.appending(path: "Sources/CRuleData/rules.blob")
        if Blessing.isOn {
            try Data(bytes).write(to: file)
            return
        }
        let committed = try [UInt8](Data(contentsOf: file))
        guard committed != bytes else { return }
        let stale = stalePages(committed)
        Issue.record("rules.blob is stale (\(stale.joined(separator: ", "))). Run `make generate` and commit it.")
    }

    /// The files whose text differs from what the committed blob was compiled from.
    private func stalePages(_ committed: [UInt8]) -> [String] {
        guard let blob = Blob(committed) else { return ["it is no blob of this version"] }
        let registry = Registry(blob, checks: CheckList(ImageBuilder.checks))
        var old: [String: String] = [:]
        for index in 0..<registry.sources.count {
            let source = registry.sources[index]
            old[registry.text.string(source.name)] = registry.text.string(source.text)
        }
        let new = Dictionary(uniqueKeysWithValues: RulesFolder.sources.map { ($0.path, $0.text) })
        let names = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        return names.isEmpty ? ["the compiler or a check changed"] : names
    }
}
