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
        let service = try RulesFolder.service()
        var rejected: (example: RuleExample, report: FileReport)?
        var drawn: [(example: RuleExample, lines: [String])] = []
        defer { if Blessing.isOn { try? Blessing.rewrite(page, drawn) } }
        for example in page.examples {
            let place = "rules/\(id).md:\(example.line)"
            if example.form == "fixed" {
                let (before, report) = try #require(rejected, "\(place): nothing stands before this fixed example")
                let fixed = Fixes.applied(report.diagnostics, to: Array(before.text.utf8))
                #expect(String(decoding: fixed, as: UTF8.self) == example.text, "\(place): the fixes give another text")
                let again = try judge(example, before.form, page, service, inputs: before.inputs)
                #expect(again.diagnostics.isEmpty, "\(place): the fixed example is still reported")
                continue
            }
            let report = try judge(example, example.form, page, service, inputs: example.inputs)
            for notice in report.notices { Issue.record("\(place): \(notice.message)") }
            #expect(report.requests > 0, "\(place): the example holds no request")
            if Blessing.isOn && example.section == .rejected {
                drawn.append((example, MarkWriter.draw(report, on: example)))
            } else {
                compare(report, with: example, place)
            }
            if example.section == .rejected {
                #expect(!report.diagnostics.isEmpty, "\(place): nothing is reported")
                rejected = (example, report)
            }
        }
    }

    private func judge(
        _ example: RuleExample, _ form: String, _ page: RulePage, _ service: Service,
        inputs: [String: String]
    ) throws -> FileReport {
        let numbers = (inputs["today"] ?? "2026-11-23").split(separator: "-").compactMap { Int($0) }
        let today = try #require(Day(year: numbers[0], month: numbers[1], day: numbers[2]))
        var options = Linter.Options(today: today)
        options.select = [page.id]
        options.operation = Operation(name: form)
        if let name = inputs["current"] {
            let file = try #require(page.files.first { $0.name == name })
            options.current = Linter.StateFile(name: name, bytes: Array(file.text.utf8))
        }
        return try Linter(service: service, options: options).check(
            Array(example.text.utf8), name: "example.\(example.language)")
    }

    /// The marks and the diagnostics have to be the same set.
    private func compare(_ report: FileReport, with example: RuleExample, _ place: String) {
        var open = example.marks.filter { !$0.isRelated }
        for diagnostic in report.diagnostics {
            let index = open.firstIndex { mark in
                mark.range == diagnostic.range.start..<diagnostic.range.end
                    && (mark.isPrefix ? diagnostic.message.hasPrefix(mark.message) : diagnostic.message == mark.message)
                    && (mark.pointer == nil || mark.pointer == diagnostic.pointer)
            }
            if let index { open.remove(at: index) } else {
                Issue.record("\(place): not marked: \(diagnostic.region.start.line):\(diagnostic.region.start.column)-\(diagnostic.region.end.line):\(diagnostic.region.end.column) \(diagnostic.pointer) \(diagnostic.message)")
            }
        }
        for mark in open {
            Issue.record("\(place): marked and not reported: bytes \(mark.range) \(mark.message)")
        }
        let related = Set(report.diagnostics.flatMap { $0.related.filter { $0.file == nil }.map { $0.region.start.offset..<$0.region.end.offset } })
        for mark in example.marks where mark.isRelated {
            // Three signs are the shortest mark that can be drawn.
            let isFound = related.contains { $0.lowerBound == mark.range.lowerBound && max($0.count, 3) == mark.range.count }
            #expect(isFound, "\(place): no related place at bytes \(mark.range)")
        }
    }
}
