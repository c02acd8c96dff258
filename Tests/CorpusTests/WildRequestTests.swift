// Real requests from public repositories and documentation, in a folder beside the checkout that is not part of the
// project: everything that is reported there stands in a list with the reason why it is right. They measure false alarms.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct WildRequestTests {
    /// A rule and the value that it quotes, and why the service would refuse it, or what is wrong with it.
    private static let trueFindings: [(rule: String, value: String, reason: String)] = [
        ("arn/account", "12345678912", "the guide of 2019 writes account IDs of eleven digits"),
        ("arn/name", "bb$", "a slip of the keyboard in the guide; ARN names have no `$`"),
        ("arn/name", "update-ami-distribution-configuration.json", "the guide put a file's name into an ARN"),
        ("arn/name", "update-container-distribution-configuration.json", "the guide put a file's name into an ARN"),
        ("arn/version", "bb$", "the same ARN has no version"),
        ("container/repository-name", "ECR", "name and service are swapped"),
        ("schedule/day-and-weekday", "*", "the guide's `cron(0 0 * * SUN *)` breaks the guide's own rule about `?`"),
        ("schedule/five-fields", "0 0 * * MON", "valid until February 2021; rejected since, word for word"),
        ("schedule/five-fields", "0 0 * * SUN", "valid until February 2021; rejected since, word for word"),
        ("shape/enum", "AMI", "a disk image format that the API never had"),
        ("shape/enum", "myrepo", "name and service are swapped"),
        ("shape/pattern", "lt-0a1bcde2fgh34567", "IDs of launch templates have 17 characters"),
        ("shape/pattern", "lt-0aaa1bcde2ff3456", "IDs of launch templates have 17 characters"),
        ("shape/unknown-member", "fastLaunchConfigurations", "it belongs one level higher, beside the AMI's configuration"),
        ("shape/unknown-member", "keyName", "the member is called `keyPair`"),
        ("shape/unknown-member", "launchPermissions", "the member is called `launchPermission`"),
        ("shape/unknown-member", "tags", "the member is called `amiTags`"),
    ]

    /// Files that name the service and can't be read to the end, and why that is right.
    private static let brokenFiles: [(path: String, reason: String)] = [
        ("aws-resource-imagebuilder-containerrecipe.md@f4909c0d_block3.json", "a comma before a brace"),
        ("aws-resource-imagebuilder-containerrecipe.md_block3.json", "a comma before a brace"),
        ("aws-resource-imagebuilder-distributionconfiguration.md@cb59b660_block2.yaml", "wrong indentation"),
        ("cr-upd-ami-distribution-settings.md@1237fce2_block3.json", "two commas are wrong"),
        ("create-image-recipes.md@dc13e944_block1.json", "a line break inside a text"),
        ("dist-using-launch-template.md@3693af29_block0.json", "an object where a member belongs"),
    ]

    @Test(
        "every finding in real requests is right",
        .enabled(if: WildFolder.url != nil, "the folder `shared` is not beside the checkout"))
    func wildRequests() throws {
        let folder = try #require(WildFolder.url)
        let linter = try CorpusTests.linter.get()
        var requests = 0
        var seen: Set<Int> = []
        for path in WildFolder.paths {
            let bytes = try [UInt8](Data(contentsOf: folder.appending(path: path)))
            let report = linter.check(bytes, name: path, origin: .found)
            let ours = report.diagnostics.filter { $0.dialect == "api" }
            requests += report.requests
            for notice in report.notices where notice.isFailure {
                let isKnown = Self.brokenFiles.contains { path.hasSuffix("/" + $0.path) }
                #expect(isKnown, "\(path): \(notice.message)")
            }
            for diagnostic in ours where diagnostic.severity > .info {
                let index = Self.trueFindings.firstIndex {
                    $0.rule == diagnostic.rule.description && $0.value == firstQuoted(diagnostic.message)
                }
                if let index { seen.insert(index) } else {
                    Issue.record("\(path):\(diagnostic.region.start.line): \(diagnostic.rule): \(diagnostic.message)")
                }
            }
        }
        #expect(requests >= 46)
        #expect(seen.count == Self.trueFindings.count, "the list names findings that are reported no more")
    }

    /// What stands in the first backquotes of a message.
    private func firstQuoted(_ message: String) -> String? {
        let parts = message.split(separator: "`", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }
}
