// Real CloudFormation templates, in the folder beside the checkout: everything that is reported there stands in a list
// with the reason why it is right, and templates of other tools that speak of the service pass in silence.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct WildTemplateTests {
    /// A rule, the value that it quotes, and why the service would refuse it.
    private static let trueFindings: [(rule: String, value: String, reason: String)] = [
        ("schedule/five-fields", "0 0 * * 0", "the user guide of 2020; rejected since February 2021, word for word"),
        ("shape/pattern", "example-license-configuration-arn", "the user guide's placeholder is no ARN of a license configuration"),
        (
            "shape/unknown-member", "LaunchPermission",
            "the property is called `LaunchPermissionConfiguration`; the guide of 2021 wrapped it in the API's name"
        ),
    ]

    @Test(
        "every finding in real templates is right",
        .enabled(if: WildFolder.url != nil, "the folder `shared` is not beside the checkout"))
    func wildTemplates() throws {
        let folder = try #require(WildFolder.url)
        let linter = try CorpusTests.linter.get()
        var requests = 0
        var seen: Set<Int> = []
        for path in WildFolder.paths {
            let bytes = try [UInt8](Data(contentsOf: folder.appending(path: path)))
            guard bytes.contains("AWS::ImageBuilder::") else { continue }
            let report = linter.check(bytes, name: path, origin: .found)
            requests += report.requests
            for diagnostic in report.diagnostics where diagnostic.severity > .info {
                #expect(diagnostic.dialect == "cloudformation", "\(path): judged as \(diagnostic.dialect)")
                let index = Self.trueFindings.firstIndex {
                    $0.rule == diagnostic.rule.description && diagnostic.message.hasPrefix("`\($0.value)`")
                }
                if let index { seen.insert(index) } else {
                    Issue.record("\(path):\(diagnostic.region.start.line): \(diagnostic.rule): \(diagnostic.message)")
                }
            }
        }
        #expect(requests >= 110)
        #expect(seen.count == Self.trueFindings.count, "the list names findings that are reported no more")
    }

    @Test(
        "manifests of Kubernetes are passed over",
        .enabled(if: WildFolder.url != nil, "the folder `shared` is not beside the checkout"))
    func manifests() throws {
        let folder = try #require(WildFolder.url)
        let linter = try CorpusTests.linter.get()
        let paths = WildFolder.paths.filter { $0.hasPrefix("crossplane-contrib") }
        #expect(paths.count >= 30)
        for path in paths {
            let bytes = try [UInt8](Data(contentsOf: folder.appending(path: path)))
            let report = linter.check(bytes, name: path, origin: .found)
            #expect(report.diagnostics.isEmpty && report.notices.isEmpty && report.requests == 0, "\(path)")
        }
    }
}

/// The folder of real files, if it is there.
enum WildFolder {
    static let url: URL? = {
        let named = ProcessInfo.processInfo.environment["IMAGEBUILDER_LINT_SHARED"].map { URL(filePath: $0) }
        let beside = CorpusFolder.root.appending(path: "../../shared").standardized
        let wild = (named ?? beside).appending(path: "wild")
        return FileManager.default.fileExists(atPath: wild.path) ? wild : nil
    }()

    /// Paths under it of what is JSON or YAML.
    static let paths: [String] = {
        let paths = url.flatMap { FileManager.default.enumerator(atPath: $0.path) }?.compactMap { $0 as? String } ?? []
        return paths.filter { path in [".json", ".yaml", ".yml"].contains { path.hasSuffix($0) } }.sorted()
    }()
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool {
        String(decoding: self, as: UTF8.self).contains(text)
    }
}
