import Foundation
import RequestLint
import Testing

@testable import Workspace

@Suite struct MachineTests {
    /// Against Foundation's calendar, over four centuries.
    @Test func days() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: 0, to: 146_097, by: 13) {
            let seconds = day * 86_400 + 86_399
            let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
            let expected = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
            #expect(Machine.day(ofSeconds: seconds) == expected)
        }
        #expect(Machine.day(ofSeconds: 951_782_400) == Day(year: 2000, month: 2, day: 29))
        #expect(Machine.day(ofSeconds: -1) == nil)
    }

    @Test func programsAreRun() throws {
        func run(_ words: String...) throws -> Child.Outcome {
            try Child.run(words.map { Array($0.utf8) }, removing: ["WORKSPACE_TEST"], patience: 60)
        }
        let outcome = try run("sh", "-c", "echo out; echo err >&2; exit 3")
        #expect(String(decoding: outcome.output, as: UTF8.self) == "out\n")
        #expect(String(decoding: outcome.errors, as: UTF8.self) == "err\n")
        #expect(outcome.status == 3)
        #expect(try run("sh", "-c", "kill -9 $$").status == 137)
        #expect(throws: SystemError.self) { try run("no-such-program-anywhere") }
    }

    /// More than both pipes hold at once.
    @Test func longOutput() throws {
        let script = "for i in $(seq 3000); do echo $i-------------------------------------------------; echo $i >&2; done"
        let outcome = try Child.run(["sh", "-c", script].map { Array($0.utf8) }, removing: [], patience: 60)
        #expect(outcome.output.split(separator: 10).count == 3000)
        #expect(outcome.errors.split(separator: 10).count == 3000)
    }

    @Test func programsThatSayNothingAreEnded() {
        let start = ContinuousClock.now
        #expect(throws: SystemError.timeOut) {
            try Child.run(["sleep", "600"].map { Array($0.utf8) }, removing: [], patience: 1)
        }
        #expect(ContinuousClock.now - start < .seconds(300))
    }

    @Test func variablesAreNotInherited() throws {
        let command = ["sh", "-c", "echo ${PATH+set} ${HOME-none}"].map { Array($0.utf8) }
        #expect(try String(decoding: Child.run(command, removing: ["HOME"], patience: 60).output, as: UTF8.self) == "set none\n")
        #expect(try String(decoding: Child.run(command, removing: ["HOM"], patience: 60).output, as: UTF8.self) != "set none\n")
        #expect(try String(decoding: Child.run(command, removing: [], setting: ["HOME=here"], patience: 60).output, as: UTF8.self) == "set here\n")
    }
}
