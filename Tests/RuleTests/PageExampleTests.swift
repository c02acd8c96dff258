// Every page's examples, run with that page's rule alone: what is marked is found, with its words and its place, and
// nothing else is; accepted examples are clean; the fixes of a rejected example give the fixed one. With `BLESS=1` the
// marks of rejected examples are drawn anew instead.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct PageExampleTests {
    @Test("page", arguments: RulesFolder.pages.map(\.id))
    func examples(id: String) throws {
        let page = try #require(RulesFolder.pages.first { $0.id == id })
        let trial = ExampleTrial(page, in: try RulesFolder.service())
        var rejected: (example: RuleExample, report: FileReport)?
        var drawn: [(example: RuleExample, lines: [String])] = []
        defer { if Blessing.isOn { try? Blessing.rewrite(page, drawn) } }
        for example in page.examples {
            let place = "rules/\(id).md:\(example.line)"
            if example.form == "fixed" {
                let (before, report) = try #require(rejected, "\(place): nothing stands before this fixed example")
                let fixed = Fixes.applied(report.diagnostics, to: Array(before.text.utf8))
                #expect(String(decoding: fixed, as: UTF8.self) == example.text, "\(place): the fixes give another text")
                let again = try trial.report(example.text, of: before)
                #expect(again.diagnostics.isEmpty, "\(place): the fixed example is still reported")
                continue
            }
            let report = try trial.report(example.text, of: example)
            for notice in report.notices { Issue.record("\(place): \(notice.message)") }
            #expect(report.requests > 0, "\(place): the example holds no request")
            if Blessing.isOn && example.section == .rejected {
                drawn.append((example, MarkWriter.draw(report, on: example)))
            } else {
                for difference in ExampleTrial.unlike(report, example) { Issue.record("\(place): \(difference)") }
            }
            if example.section == .rejected {
                #expect(!report.diagnostics.isEmpty, "\(place): nothing is reported")
                rejected = (example, report)
            }
        }
    }
}
