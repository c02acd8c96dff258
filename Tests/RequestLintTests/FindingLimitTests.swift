// What a request of nothing but mistakes may cost: findings are kept up to a limit, and nothing is made up for the rest.
@testable import RequestLint
import Synchronization
import Testing

@Suite struct FindingLimitTests {
    private static let page = (path: "toy/grumble.md", text: Toy.rule("grumble", "heard", on: "Part.id"))

    /// A request with so many mistakes.
    private static func request(mistakes: Int) -> String {
        #"{"name": "ab", "parts": ["# + repeatElement(#"{"id": "x"}"#, count: mistakes).joined(separator: ",") + "]}"
    }

    @Test func `findings beyond the limit are neither kept nor worded`() throws {
        let report = try Toy.check(Self.request(mistakes: 150_000), [Self.page], checks: [Grumble.self]) {
            $0.select = ["toy/grumble"]
        }
        #expect(report.diagnostics.count == 100_000)
        #expect(report.notices.map(\.kind) == [.limit])
        #expect(report.notices.first?.message.hasPrefix("More than 100000 findings in one file") == true)
        #expect(Grumble.worded.load(ordering: .relaxed) == Verdicts.capacity)
    }

    @Test func `a report at the limit says nothing of it`() throws {
        let report = try Toy.check(Self.request(mistakes: 100_000)) { $0.select = ["shape/length"] }
        #expect(report.notices.isEmpty)
    }

    @Test func `the limit holds over the requests of a file`() throws {
        let requests = "[" + repeatElement("{}", count: 100_001).joined(separator: ",") + "]"
        let report = try Toy.check(requests)
        #expect(report.diagnostics.count == 100_000)
        #expect(report.requests == 100_001)
        #expect(report.notices.map(\.kind) == [.limit])
    }
}

/// Finds fault with every text, and counts how often it is asked for words.
private enum Grumble: TextCheck {
    enum Problem: String, CheckProblem { case heard }

    static let name = "grumble"
    static let problems = Problem.names
    static let worded = Atomic(0)

    static func judge(_ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts) {
        verdicts.report(Problem.heard, at: 0..<text.count, message: word())
    }

    private static func word() -> String {
        worded.add(1, ordering: .relaxed)
        return "It grumbles."
    }
}
