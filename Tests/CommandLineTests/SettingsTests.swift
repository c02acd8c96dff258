import ImageBuilderLint
import Reporting
import Testing
import Workspace

@testable import imagebuilder_lint

@Suite struct SettingsTests {
    private func settings(_ words: String...) throws -> CheckSettings {
        let arguments = try #require(QuickParser.parse(["check"] + words))
        return try CheckSettings(arguments, CommandLineWords(words.map { Array($0.utf8) }))
    }

    @Test func defaults() throws {
        let settings = try settings()
        #expect(settings.paths == [Path(".")])
        #expect(settings.standardInput == nil)
        #expect(settings.targets == [ReportTarget(format: .text, file: nil)])
        #expect(settings.failOn == .error)
        #expect(settings.color == .auto)
        #expect(settings.jobs == nil)
    }

    @Test func inputs() throws {
        #expect(try settings("-").paths.isEmpty)
        #expect(try settings("-").standardInput == "<stdin>")
        #expect(try settings("--stdin-filename", "x.json").standardInput == "x.json")
        #expect(try settings("--stdin-filename", "x.json").paths.isEmpty)
        #expect(try settings("a", "-", "b").paths == [Path("a"), Path("b")])
    }

    @Test func lists() throws {
        let options = try settings(
            "--select", "a/b,c/", "--select", "d/e", "--ignore", "f/,", "--severity", "a/b=off,c/=info"
        ).options
        #expect(options.select == ["a/b", "c/", "d/e"])
        #expect(options.ignore == ["f/"])
        #expect(options.severities.map(\.name) == ["a/b", "c/"])
        #expect(options.severities.map(\.severity) == [nil, .info])
    }

    @Test(arguments: ["2026-2-30", "2026-02-30", "26-11-23", "2026-11-23Z", "today", "", "+026-01-01", "2026-1١-01"])
    func noDays(text: String) {
        var mistakes: [String] = []
        #expect(Today.day(text, &mistakes) == nil)
        #expect(mistakes.count == 1)
    }

    @Test func day() throws {
        #expect(try settings("--today", "2024-02-29").options.today == Day(year: 2024, month: 2, day: 29))
    }

    /// The option, then NO_COLOR, then what forces color, then the terminal.
    @Test(arguments: [
        (ColorChoice.auto, true, ["TERM": "xterm"], ColorMode.always),
        (.auto, false, ["TERM": "xterm"], .never),
        (.auto, true, ["TERM": "dumb"], .never),
        (.auto, true, [:], .never),
        (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], .never),
        (.auto, false, ["FORCE_COLOR": "1"], .always),
        (.auto, false, ["FORCE_COLOR": "0"], .never),
        (.auto, false, ["CLICOLOR_FORCE": "1"], .always),
        (.auto, false, ["FORCE_COLOR": "1", "NO_COLOR": "1"], .never),
        (.always, false, ["NO_COLOR": "1", "TERM": "dumb"], .always),
        (.never, true, ["FORCE_COLOR": "1", "TERM": "xterm"], .never),
    ] as [(ColorChoice, Bool, [String: String], ColorMode)])
    func color(choice: ColorChoice, isTerminal: Bool, variables: [String: String], mode: ColorMode) {
        #expect(choice.mode(isTerminal: isTerminal) { variables[$0] } == mode)
    }
}
