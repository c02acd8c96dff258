// Draws the marks of a page's rejected examples from what is reported, for `make bless`. Its author reads the result:
// drawn marks say what the linter does, and not whether that is right.
import ImageBuilderLint

struct MarkWriter {
    /// The lines of an example's text with a mark under each diagnostic.
    static func draw(_ report: FileReport, on example: RuleExample) -> [String] {
        let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        var drawn: [String] = []
        var written: [String] = []
        for (index, line) in lines.enumerated() {
            drawn.append(String(line))
            for diagnostic in report.diagnostics where diagnostic.region.start.line == index + 1 {
                let mark = mark(diagnostic.region, message(diagnostic, example), "^")
                let pointer = diagnostic.pointer.isEmpty ? ":" : diagnostic.pointer
                let (start, end) = (diagnostic.region.start, diagnostic.region.end)
                if let mark, !line.contains("\t") {
                    drawn.append(mark)
                } else {
                    written.append(
                        "@ \(pointer) \(start.line):\(start.column)-\(end.line):\(end.column): \(message(diagnostic, example))")
                }
            }
            var seen: Set<Region> = []
            for related in report.diagnostics.flatMap(\.related)
            where related.file == nil && related.region.start.line == index + 1 && seen.insert(related.region).inserted {
                if let mark = mark(related.region, "", "~") { drawn.append(mark) }
            }
        }
        return drawn + written
    }

    private static func mark(_ region: Region, _ message: String, _ sign: String) -> String? {
        guard region.start.line == region.end.line else { return nil }
        let blanks = String(repeating: " ", count: region.start.column - 1)
        let signs = String(repeating: sign, count: max(sign == "~" ? 3 : 1, region.end.column - region.start.column))
        return blanks + signs + (message.isEmpty ? "" : " " + message)
    }

    /// A prefix that its author chose and that still holds is kept.
    private static func message(_ diagnostic: Diagnostic, _ example: RuleExample) -> String {
        let kept = example.marks.first { $0.isPrefix && diagnostic.message.hasPrefix($0.message) }
        return kept.map { $0.message + " ..." } ?? diagnostic.message
    }
}
