// The README's example of the library is the file beside this one, which is compiled and run here.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct ReadmeTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    @Test("the README shows the example that is compiled")
    func exampleIsShown() throws {
        let readme = try String(
            contentsOf: Self.folder.appending(path: "../../README.md"), encoding: .utf8)
        let example = try String(contentsOf: Self.folder.appending(path: "Example.swift"), encoding: .utf8)
        #expect(readme.contains("```swift\n" + example + "```"), "README.md does not show Tests/ReadmeTests/Example.swift")
    }

    @Test("the README shows what the program prints")
    func outputIsShown() throws {
        let release = try Linter(Linter.Options(today: #require(Day(year: 2026, month: 11, day: 25)))).identity.tzdata
        let sample = Self.folder.appending(path: "../CommandLineTests/Cases/readme")
        let readme = try String(
            contentsOf: Self.folder.appending(path: "../../README.md"), encoding: .utf8)
        for (language, file) in [("json", "input/request.json"), ("text", "stdout")] {
            // Recorded runs leave the release open.
            let text = try String(contentsOf: sample.appending(path: file), encoding: .utf8)
                .replacingOccurrences(of: "TZDATA", with: release)
            #expect(readme.contains("```\(language)\n" + text + "```"), "README.md does not show Cases/readme/\(file)")
        }
    }

    @Test("the README shows what a schedule means")
    func scheduleIsShown() throws {
        let sample = Self.folder.appending(path: "../CommandLineTests/Cases/schedule-text/stdout")
        let readme = try String(contentsOf: Self.folder.appending(path: "../../README.md"), encoding: .utf8)
        let text = try String(contentsOf: sample, encoding: .utf8)
        #expect(readme.contains("\n" + text + "```"), "README.md does not show Cases/schedule-text/stdout")
    }

    @Test("the README shows the report of a stream")
    func streamIsShown() throws {
        let sample = Self.folder.appending(path: "../CommandLineTests/Cases/stream-readme")
        let readme = try String(contentsOf: Self.folder.appending(path: "../../README.md"), encoding: .utf8)
        let command = try String(contentsOf: sample.appending(path: "command"), encoding: .utf8)
        let text = try String(contentsOf: sample.appending(path: "stdout"), encoding: .utf8)
        #expect(readme.contains("```text\n$ " + command + text + "```"), "README.md does not show Cases/stream-readme/stdout")
    }

    @Test("the example finds a schedule of five fields")
    func exampleRuns() throws {
        let lines = try errors(
            in: #"{"imagePipelineArn": "arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/nightly", "imageRecipeArn": "arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/nightly/x.x.x", "infrastructureConfigurationArn": "arn:aws:imagebuilder:eu-west-1:123456789012:infrastructure-configuration/nightly", "schedule": {"scheduleExpression": "cron(0 0 * * *)"}}"#)
        #expect(lines.count == 1)
        #expect(lines.first?.contains("/schedule/scheduleExpression schedule/five-fields: ") == true)
    }

    @Test("the README's links inside the project lead somewhere")
    func links() throws {
        let root = Self.folder.appending(path: "../..").standardized
        for page in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
            let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
            for part in text.components(separatedBy: "](").dropFirst() {
                let target = part.prefix { $0 != ")" && $0 != "#" }
                guard !target.isEmpty, !target.contains("://") else { continue }
                let path = root.appending(path: String(target)).path
                #expect(FileManager.default.fileExists(atPath: path), "\(page) links to \(target)")
            }
        }
    }
}
