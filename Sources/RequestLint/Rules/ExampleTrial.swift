/// Runs the examples of a rule page: what they show is what the rule does, or the page is wrong.
package struct ExampleTrial {
    /// The day on which an example is judged that names none.
    private static let usualDay = Day(year: 2026, month: 11, day: 23)

    /// The service with the page compiled into its registry.
    private let service: Service
    private let page: RulePage

    package init(_ page: RulePage, in service: Service) {
        self.page = page
        self.service = service
    }

    /// Judges a text as an example of the page: by the page's rule alone, with the example's inputs.
    package func report(
        _ text: String, of example: RuleExample
    ) throws(ConfigurationError) -> FileReport {
        let numbers = example.inputs["today"]?.split(separator: "-").compactMap { Int($0) } ?? []
        let named = numbers.count == 3 ? Day(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
        guard let today = named ?? (example.inputs["today"] == nil ? Self.usualDay : nil) else {
            throw ConfigurationError(["`today=\(example.inputs["today"] ?? "")` is no day. Write `today=YYYY-MM-DD`."])
        }
        var options = Linter.Options(today: today)
        options.select = [page.id]
        // A form that names what is requested says the operation itself.
        options.operation = RuleExample.forms.contains(example.form) ? nil : Operation(name: example.form)
        if let name = example.inputs["current"] {
            guard let file = page.files.first(where: { $0.name == name }) else {
                throw ConfigurationError(["The page has no block headed `json \(name)`. Add it."])
            }
            options.current = Linter.StateFile(name: name, bytes: Array(file.text.utf8))
        }
        return try Linter(service: service, options: options).check(
            Array(text.utf8), name: "example.\(example.language)")
    }

    /// What is wrong with the page's examples, each with the page's line. A rejected example without marks has to be
    /// reported, wherever that is.
    func mistakes() -> [PageMistake] {
        page.examples.filter { $0.form != "fixed" }.flatMap { example in
            let found: [String]
            do throws(ConfigurationError) {
                let report = try report(example.text, of: example)
                found = Self.differences(report, example)
            } catch {
                found = error.messages
            }
            return found.map { PageMistake(path: page.path, line: example.line, message: $0) }
        }
    }

    private static func differences(_ report: FileReport, _ example: RuleExample) -> [String] {
        if let notice = report.notices.first { return ["This example can't be judged: \(notice.message)"] }
        if example.section == .rejected, report.diagnostics.isEmpty {
            return ["This example stands under Rejected, and the rule reports nothing in it. Correct the rule or the example."]
        }
        if example.section == .rejected, example.marks.isEmpty { return [] }
        return unlike(report, example)
    }

    /// In what the marks of an example and what is reported there are not the same set.
    package static func unlike(_ report: FileReport, _ example: RuleExample) -> [String] {
        var result: [String] = []
        var open = example.marks.filter { !$0.isRelated }
        for diagnostic in report.diagnostics {
            if let index = open.firstIndex(where: { marks($0, diagnostic) }) {
                open.remove(at: index)
            } else {
                let (start, end) = (diagnostic.region.start, diagnostic.region.end)
                result.append(
                    "The rule reports what is not marked: \(start.line):\(start.column)-\(end.line):\(end.column) \(diagnostic.pointer) \(diagnostic.message)")
            }
        }
        result += open.map { "This is marked and not reported: bytes \($0.range) \($0.message)" }
        // Places in a file beside the example can't be drawn.
        let related = Set(report.diagnostics.flatMap(\.related).filter { $0.file == nil }.map(\.region.bytes))
        for mark in example.marks where mark.isRelated {
            // Three signs are the shortest mark that can be drawn.
            let isFound = related.contains {
                $0.start == mark.range.lowerBound && max($0.end - $0.start, 3) == mark.range.count
            }
            if !isFound { result.append("No related place is at bytes \(mark.range).") }
        }
        return result
    }

    private static func marks(_ mark: RuleExample.Mark, _ diagnostic: Diagnostic) -> Bool {
        mark.range == diagnostic.range.start..<diagnostic.range.end
            && (mark.isPrefix ? diagnostic.message.hasPrefix(mark.message) : diagnostic.message == mark.message)
            && (mark.pointer == nil || mark.pointer == diagnostic.pointer)
    }
}
