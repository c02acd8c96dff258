import RequestLint
import Testing

@testable import Reporting

@Suite struct KeptNoticesTests {
    private func report(_ file: String, _ kinds: Notice.Kind...) -> FileReport {
        FileReport(
            file: file, diagnostics: [], notices: kinds.map { Notice(kind: $0, message: "\($0)") }, requests: 0, suppressed: 0,
            start: .start, source: [])
    }

    @Test func allThatFit() {
        var notices = KeptNotices(most: 2)
        notices.add(report("a", .syntax, .noRequest))
        #expect(notices.listed.map(\.file) == ["a", "a"])
    }

    @Test func theRestIsCounted() {
        var notices = KeptNotices(most: 2)
        notices.add(report("a", .syntax))
        notices.add(report("b", .noRequest, .noRequest))
        #expect(notices.listed.map(\.file) == ["a", "b", ""])
        #expect(notices.listed.last?.notice.isFailure == false)
        #expect(notices.listed.last?.notice.message == "The run has 1 more notice; a report of this form lists 2. Take `--format ndjson`, which lists all.")
        notices.add(report("c", .syntax))
        #expect(notices.listed.last?.notice.isFailure == true)
        #expect(notices.listed.last?.notice.message.hasPrefix("The run has 2 more notices;") == true)
    }
}
