// `BLESS=1`: tests that compare files with what the linter makes write those files instead.
import Foundation
import RequestLint

enum Blessing {
    static let isOn = ProcessInfo.processInfo.environment["BLESS"] == "1"

    /// Replaces the texts of a page's examples.
    static func rewrite(_ page: RulePage, _ examples: [(example: RuleExample, lines: [String])]) throws {
        let file = RulesFolder.root.appending(path: "rules/\(page.path)")
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        for (example, replacement) in examples.sorted(by: { $0.example.line > $1.example.line }) {
            let start = example.line - 1
            let end = lines[start...].firstIndex { $0.hasPrefix("```") } ?? start
            lines.replaceSubrange(start..<end, with: replacement)
        }
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}
