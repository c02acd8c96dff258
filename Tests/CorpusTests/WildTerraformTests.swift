// Real Terraform, in the folder beside the checkout: everything that is reported there stands in a list with the reason why
// it is right, and every file is read to its end.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct WildTerraformTests {
    /// A rule, the value that its message begins with, and why the service would refuse it.
    private static let trueFindings: [(rule: String, value: String, reason: String)] = []

    private static let paths: [String] = {
        let paths = WildFolder.url.flatMap { FileManager.default.enumerator(atPath: $0.path) }?.compactMap { $0 as? String } ?? []
        return paths.filter { path in [".tf", ".tf.json"].contains { path.hasSuffix($0) } }.sorted()
    }()

    @Test(
        "every finding in real Terraform is right",
        .enabled(if: !paths.isEmpty, "no Terraform in the folder `shared` beside the checkout"))
    func wildTerraform() throws {
        let folder = try #require(WildFolder.url)
        let linter = try CorpusTests.linter.get()
        for path in Self.paths {
            let bytes = try [UInt8](Data(contentsOf: folder.appending(path: path)))
            let report = linter.check(bytes, name: path)
            let unread = report.notices.filter { $0.kind != .noRequest }
            #expect(unread.map(\.message) == [], "\(path)")
            for diagnostic in report.diagnostics where diagnostic.severity > .info {
                let isTrue = Self.trueFindings.contains {
                    $0.rule == diagnostic.rule.description && diagnostic.message.hasPrefix("`\($0.value)`")
                }
                #expect(isTrue, "\(path):\(diagnostic.region.start.line): \(diagnostic.rule): \(diagnostic.message)")
            }
        }
    }
}
