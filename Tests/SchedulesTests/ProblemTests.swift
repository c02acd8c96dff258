import Testing

@testable import Schedules

@Suite("Problems of schedule expressions")
struct ProblemTests {
    static let marked =
        [
            Tables.sound, Tables.around, Tables.fields, Tables.values, Tables.wildcards, Tables.days,
            Tables.rates,
        ].flatMap(MarkedExpression.table)

    @Test("are found at their place", arguments: marked)
    func finds(_ expression: MarkedExpression) {
        #expect(expression.found == expression.problems)
    }

    @Test("leave a schedule where they are doubts only", arguments: marked)
    func schedule(_ expression: MarkedExpression) {
        let reading = Schedule.read(expression.text)
        #expect((reading.schedule == nil) == reading.problems.contains { $0.kind.leavesNoSchedule })
    }

    @Test("say what stands there, why it is wrong and what to do", arguments: marked)
    func messages(_ expression: MarkedExpression) {
        let bytes = Array(expression.text.utf8)
        for problem in Schedule.read(bytes.span).problems {
            let message = problem.message(in: bytes.span)
            #expect(message.hasSuffix("."))
            let parts = message.split(separator: "; ").count + message.components(". ") - 1
            #expect(parts >= 2, "\(message)")
            if problem.kind != .spaces {
                #expect(message.hasPrefix("`\(bytes.span.string(problem.range))`"), "\(message)")
            }
        }
    }

    @Test("go away with their replacement and bring none", arguments: marked)
    func replacements(_ expression: MarkedExpression) {
        let bytes = Array(expression.text.utf8)
        let problems = Schedule.read(bytes.span).problems
        for problem in problems {
            guard let replacement = problem.replacement(in: bytes.span) else { continue }
            let after = Schedule.read(replacement.applied(to: bytes.span)).problems
            #expect(after.count < problems.count)
        }
    }

    @Test("have a case in the tables, each kind")
    func everyKind() {
        let drawn = Set(Self.marked.flatMap(\.problems).map(\.kind))
        #expect(drawn == Set(ScheduleProblem.Kind.allCases.map(\.rawValue)))
    }

    @Test("tell blanks that are no spaces, and say where the others are")
    func blanks() {
        let bytes = Array("\tcron(0\t0 * *\n? *)\n".utf8)
        let problems = Schedule.read(bytes.span).problems
        #expect(problems.map(\.kind) == [.spaces])
        #expect(problems.first?.range == 0..<1)
        #expect(problems.first?.message(in: bytes.span).contains("in 3 more places") == true)
        #expect(problems.first?.replacement(in: bytes.span)?.text == "cron(0 0 * * ? *)")
    }
}

extension String {
    fileprivate func components(_ separator: String) -> Int {
        split(separator: separator, omittingEmptySubsequences: false).count
    }
}
