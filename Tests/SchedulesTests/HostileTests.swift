import Foundation
import Testing

@testable import Schedules

/// A small generator of numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

@Suite("Hostile expressions")
struct HostileTests {
    static let million = 1_000_000

    static let large = [
        String(repeating: "9", count: million),
        "cron(" + String(repeating: "9", count: million) + " 0 * * ? *)",
        "cron(" + String(repeating: ",", count: million) + " 0 * * ? *)",
        "cron(0 0 * * ? " + String(repeating: "x,", count: million / 2) + ")",
        "cron(" + String(repeating: "\t", count: million) + ")",
        "cron(" + String(repeating: "0 ", count: million / 2) + ")",
        String(repeating: "(", count: million),
        "cron(0 0 ? * " + String(repeating: "#", count: million) + " *)",
        "cron(0 0 L-" + String(repeating: "-", count: million) + " * ? *)",
        "rate(" + String(repeating: "1", count: million) + " days)",
        "cron(0 0 * * ? *)" + String(repeating: " ", count: million),
    ]

    @Test("of a megabyte take linear time", arguments: large)
    func linear(_ expression: String) {
        let bytes = Array(expression.utf8)
        let clock = ContinuousClock()
        let time = clock.measure {
            for problem in Schedule.read(bytes.span).problems {
                #expect(problem.message(in: bytes.span).utf8.count < 1_000)
                #expect(problem.replacement(in: bytes.span) == nil)
            }
        }
        // A sanitizer makes everything many times slower.
        let isWatched = ProcessInfo.processInfo.environment["IMAGEBUILDER_LINT_SANITIZER"] != nil
        #expect(time < .seconds(isWatched ? 120 : 10))
    }

    @Test("have a bounded number of problems")
    func bounded() {
        let expression = "cron(" + String(repeating: "99,", count: 10_000) + "0 0 * * ? *)"
        #expect(Schedule.read(expression).problems.count == ProblemSink.limit)
    }

    @Test("of any bytes are read, with every mark inside the text and on whole characters")
    func anyBytes() {
        var random = SeededGenerator(state: 7)
        let parts = [
            "cron(", "rate(", "at(", ")", " ", "\t", "0", "59", "*", "/", "-", ",", "?", "L", "W", "#", "LW",
            "mon", "SUN", "jan", "day", "days", "1", "2", "\u{0}", "\u{1B}", "ä", "日", "\u{A0}", "\n", "5",
        ]
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<14, using: &random) {
                text += parts.randomElement(using: &random) ?? ""
            }
            let bytes = Array(text.utf8)
            let reading = Schedule.read(bytes.span)
            for problem in reading.problems {
                #expect(!problem.range.isEmpty || bytes.isEmpty)
                #expect(problem.range.upperBound <= bytes.count)
                for edge in [problem.range.lowerBound, problem.range.upperBound] where edge < bytes.count {
                    #expect(bytes[edge] & 0xC0 != 0x80, "\(text.debugDescription)")
                }
                #expect(!problem.message(in: bytes.span).isEmpty)
                if let replacement = problem.replacement(in: bytes.span) {
                    let after = Schedule.read(replacement.applied(to: bytes.span))
                    #expect(after.problems.count < reading.problems.count, "\(text.debugDescription)")
                }
            }
            let isRefused = reading.problems.contains { $0.kind.leavesNoSchedule }
            #expect((reading.schedule == nil) == isRefused, "\(text.debugDescription)")
        }
    }

    @Test("that are no UTF-8 are read too")
    func invalid() {
        let bytes: [UInt8] = Array("cron(".utf8) + [0xFF, 0xC3, 0x20, 0x80] + Array(" * * ? *)".utf8)
        let reading = Schedule.read(bytes.span)
        #expect(reading.problems.map(\.kind) == [.malformedItem, .malformedItem])
        #expect(reading.problems.allSatisfy { !$0.message(in: bytes.span).isEmpty })
    }

    @Test("that are empty or blank have no wrapper")
    func empty() {
        for text in ["", " ", "\n\t"] {
            #expect(Schedule.read(text).problems.map(\.kind) == [.noWrapper])
        }
    }
}
