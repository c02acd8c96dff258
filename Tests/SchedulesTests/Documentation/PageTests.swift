// docs/schedules.md shows the functions of Examples.swift, and what they give: both are checked here.
import Foundation
import Schedules
import Testing

@Suite("docs/schedules.md")
struct PageTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// The fenced blocks of the page, each with its language.
    private static func blocks() throws -> [(language: String, text: String)] {
        let page = try String(contentsOf: folder.appending(path: "../../../docs/schedules.md"), encoding: .utf8)
        return page.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }.map { _, block in
            let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
        }
    }

    @Test("shows the examples that are compiled, all of them")
    func examples() throws {
        let file = try String(contentsOf: Self.folder.appending(path: "Examples.swift"), encoding: .utf8)
        let shown = try Self.blocks().filter { $0.language == "swift" }.map(\.text)
        let compiled = file.replacingOccurrences(of: "import Schedules\n\n", with: "").components(separatedBy: "\n\n///")
        #expect(shown.count == compiled.count)
        for text in shown { #expect(file.contains(text), "not in Examples.swift:\n\(text)") }
    }

    @Test("shows what they give")
    func outputs() throws {
        let start = try #require(Instant("2027-03-20T12:00"))
        let now = start.utc
        let outputs = [
            meaning(of: "cron(*/15 8-17 ? 3 friL *)") + meaning(of: "rate(7 days)") + meaning(of: "cron(0 24 * * ? *)")
                + meaning(of: "cron(0 0 * * SUN)"),
            nextRuns(of: "cron(30 2 ? * SUN *)", in: "Europe/Berlin", after: start, count: 3),
            doubts(about: "cron(*/25 * * * ? *)", now: now) + doubts(about: "cron(0 9 ? * 1-5 *)", now: now),
            gaps(of: "cron(0 9 ? * MON-FRI *)", after: now),
            [try #require(doubtfulRun(of: "cron(30 2 ? * SUN *)", in: "Europe/Berlin", after: start))],
        ]
        let shown = try Self.blocks().filter { $0.language == "text" }.map(\.text)
        #expect(shown == outputs.map { $0.joined(separator: "\n") })
    }
}
