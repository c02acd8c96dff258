// Judges texts by a few of the built-in rules and says in one line each what they find.
import ImageBuilderLint
import Testing

struct RuleProbe {
    private let linter: Linter

    /// - Parameter rules: ids or categories.
    init(_ rules: String..., operation: String = "UpdateImagePipeline") throws {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = rules
        options.operation = Operation(name: operation)
        linter = try Linter(options)
    }

    func report(_ text: String, isYAML: Bool = false) -> FileReport {
        linter.check(Array(text.utf8), name: isYAML ? "request.yaml" : "request.json")
    }

    /// `rule: what is marked`, in the order of the text.
    func findings(_ text: String, isYAML: Bool = false) -> [String] {
        let bytes = Array(text.utf8)
        return report(text, isYAML: isYAML).diagnostics.map { diagnostic in
            let marked = String(decoding: bytes[diagnostic.range.start..<diagnostic.range.end], as: UTF8.self)
            return "\(diagnostic.rule): \(marked)"
        }
    }
}
