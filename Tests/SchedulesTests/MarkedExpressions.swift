import Testing

@testable import RequestLint
@testable import Schedules

/// An expression with the problems that are to be found in it, as they are drawn in the tables of these tests:
///
///     cron(0 24 * * ? *)
///            ^^ out-of-range
///
/// Blank lines separate the expressions. One without marks has no problem.
struct MarkedExpression: Sendable, CustomTestStringConvertible {
    let text: String
    let problems: [Found]

    struct Found: Hashable, Comparable, Sendable, CustomStringConvertible {
        let range: Range<Int>
        let kind: String

        static func < (left: Found, right: Found) -> Bool {
            (left.range.lowerBound, left.range.upperBound, left.kind)
                < (right.range.lowerBound, right.range.upperBound, right.kind)
        }

        var description: String { "\(range.lowerBound)..<\(range.upperBound) \(kind)" }
    }

    var testDescription: String { text }

    static func table(_ table: String) -> [MarkedExpression] {
        table.split(separator: "\n\n").map { block in
            var reader = MarkReader(path: "table", firstLine: 1)
            for line in block.split(separator: "\n") { reader.add(line) }
            precondition(reader.mistakes.isEmpty, "\(reader.mistakes)")
            let marks = reader.marks.map { Found(range: $0.range, kind: $0.message) }
            return MarkedExpression(text: String(reader.text.dropLast()), problems: marks.sorted())
        }
    }

    /// What the reader finds in the text.
    var found: [Found] {
        Schedule.read(text).problems.map { Found(range: $0.range, kind: $0.kind.rawValue) }.sorted()
    }
}

extension ScheduleReading {
    var cron: CronExpression? {
        if case .cron(let cron) = schedule { return cron }
        return nil
    }
}
