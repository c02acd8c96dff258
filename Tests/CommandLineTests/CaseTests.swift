// The real program against recorded runs. A case is a folder under Cases/: `command`, a line for the shell, is run in a
// copy of `input/`; what it prints and ends with has to be `stdout`, `stderr` and `exit`. With `BLESS=1` those three are
// written instead.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct CaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { !$0.hasPrefix(".") && !(isWatchingThreads && $0 == "file-size-limit") }.sorted()
    }()

    /// Whether the program is built with ThreadSanitizer, which does not start where no file may grow.
    private static let isWatchingThreads = ProcessInfo.processInfo.environment["IMAGEBUILDER_LINT_SANITIZER"] == "thread"
    private static let isBlessing = ProcessInfo.processInfo.environment["BLESS"] == "1"

    @Test("case", arguments: names)
    func run(name: String) throws {
        let folder = Self.folder.appending(path: name)
        let scratch = try Scratch()
        let input = folder.appending(path: "input")
        let work = scratch.url.appending(path: "work")
        if FileManager.default.fileExists(atPath: input.path) {
            try FileManager.default.copyItem(at: input, to: work)
        } else {
            try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        }
        let command = try String(contentsOf: folder.appending(path: "command"), encoding: .utf8)
        let outcome = try Program.run(command, in: work)
        let found = [
            ("stdout", Normal.form(outcome.output)), ("stderr", Normal.form(outcome.errors)),
            ("exit", "\(outcome.status)\n"),
        ]
        for (file, text) in found {
            let url = folder.appending(path: file)
            if Self.isBlessing {
                // What says nothing needs no file.
                if text.isEmpty { try? FileManager.default.removeItem(at: url) } else { try Data(text.utf8).write(to: url) }
                continue
            }
            let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
            #expect(text == expected, "Cases/\(name)/\(file) differs. If the change is meant: `make bless`.")
        }
    }
}

/// Takes out of the output what is no part of a case: versions, and the rules that SARIF lists.
private enum Normal {
    static func form(_ data: Data) -> String {
        var text = String(decoding: data, as: UTF8.self)
        guard let day = Day(year: 2026, month: 1, day: 1), let identity = try? Linter(Linter.Options(today: day)).identity
        else { return text }
        text = text.replacingOccurrences(of: "\"version\": \"\(identity.version)\"", with: "\"version\": \"VERSION\"")
        text = text.replacingOccurrences(of: "imagebuilder-lint \(identity.version)", with: "imagebuilder-lint VERSION")
        text = text.replacingOccurrences(of: identity.model, with: "MODEL")
        text = text.replacingOccurrences(of: identity.tzdata, with: "TZDATA")
        guard text.contains("\"ruleIndex\"") || text.contains("\"fullDescription\"") else { return text }
        text = text.replacingOccurrences(of: "\"ruleIndex\": [0-9]+", with: "\"ruleIndex\": N", options: .regularExpression)
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("\"fullDescription\": ") }.joined(separator: "\n")
    }
}
