// The rules folder of the checkout, compiled in memory, so that tests judge the pages as they are on disk.
import Foundation
import ImageBuilderLint
import Testing

enum RulesFolder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Pages, model and tables by their path under `rules/`.
    static let sources: [RuleSource] = {
        let folder = root.appending(path: "rules")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.sorted().compactMap { path in
            guard path.hasSuffix(".md") || path.hasSuffix(".json") || path.hasSuffix(".tsv"),
                let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
            else { return nil }
            return RuleSource(path: path, text: text)
        }
    }()

    /// The compiled registry's bytes, or what is wrong with the pages.
    static let compiled = Result<[UInt8], ConfigurationError> { () throws(ConfigurationError) in
        try RegistryCompiler.compile(sources, checks: CheckList(ImageBuilder.checks))
    }

    static func service() throws -> Service {
        let blob = try #require(Blob(try compiled.get()))
        return ImageBuilder.service(blob)
    }

    static let pages: [RulePage] = sources.filter { $0.path.hasSuffix(".md") }.map {
        RulePageReader.read(path: $0.path, text: $0.text).page
    }
}
