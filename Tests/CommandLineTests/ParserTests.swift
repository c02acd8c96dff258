// The quick parser is a second reader of the same lines, so every line that it takes has to mean the same to the full one.
import ArgumentParser
import Testing

@testable import imagebuilder_lint

@Suite struct ParserTests {
    /// Each option once, in both spellings, and in the places where a line may hold it.
    static let lines: [[String]] = {
        var lines: [[String]] = [
            ["check"], ["check", "a.json"], ["check", "-"], ["check", "-", "a", "b/c.yaml"], ["check", ""],
            ["check", "a b", "ü.json"], ["check", "--quiet", "--verbose", "--quiet"],
            ["check", "--format", "text", "--format", "sarif=out file.sarif", "x"],
            ["check", "--format=json=a=b.json"], ["check", "--select", "schedule/,arn/kind", "--select=shape/"],
            ["check", "--severity", "shape/enum=off", "--severity=shape/type=info", "a"],
            ["check", "--jobs", "1", "--jobs", "2"], ["check", "a", "--quiet", "b", "--color=never", "-"],
        ]
        let options = [
            "stdin-filename", "operation", "format", "select", "ignore", "severity", "fail-on", "today", "color", "jobs",
            "rules", "current",
        ]
        for option in options {
            lines.append(["check", "--\(option)", "value", "a.json"])
            lines.append(["check", "a.json", "--\(option)=value"])
        }
        return lines
    }()

    @Test(arguments: lines)
    func bothParsersAgree(line: [String]) throws {
        let quick = try #require(QuickParser.parse(line))
        let full = try #require(try RootCommand.parseAsRoot(line) as? CheckCommand)
        #expect(quick == full.arguments)
    }

    /// What it does not know well it leaves to the full parser.
    @Test(arguments: [
        [], ["chek"], ["rules"], ["--version"], ["check", "--help"], ["check", "-h"], ["check", "--version"],
        ["check", "--formt", "json"], ["check", "--format"], ["check", "--format", "--quiet"], ["check", "--format="],
        ["check", "--quiet=yes"], ["check", "--", "a"], ["check", "--jobs", "-1"], ["check", "--select", ""],
    ])
    func quickParserDeclines(line: [String]) {
        #expect(QuickParser.parse(line) == nil)
    }

    /// So that no option is forgotten in the quick parser: its help names what the full one knows.
    @Test func everyOptionIsQuick() {
        let help = CheckCommand.helpMessage(columns: 200)
        let names = help.matches(of: /--([a-z-]+)/).map { String($0.1) }
        for name in Set(names).subtracting(["help", "version", "cli-input-json", "fail-on"]) {
            let isFlag = QuickParser.parse(["check", "--\(name)"]) != nil
            #expect(isFlag || QuickParser.parse(["check", "--\(name)", "x"]) != nil, "--\(name)")
        }
    }
}
