import Foundation
import ImageBuilderLint
import Testing

@testable import Workspace

@Suite struct RunTests {
    private func linter() throws -> Linter {
        try Linter(Linter.Options(today: #require(Day(year: 2026, month: 11, day: 23))))
    }

    /// Files of very different sizes, so that they are ready in another order than they are reported in.
    private func items(_ folder: borrowing Folders, count: Int) throws -> [RunItem] {
        for number in 0..<count {
            let padding = String(repeating: " ", count: number % 7 == 0 ? 300_000 : 10)
            try folder.write("\(1000 + number).json", Array("{\"imagePipelineArn\": \(number), \(padding) \"x\": 1}".utf8))
        }
        return Discovery.items([Path(folder.url.path)], standardInput: nil)
    }

    @Test(arguments: [1, 2, 3, 8, 64])
    func order(jobs: Int) throws {
        let folder = try Folders()
        let items = try items(folder, count: 150)
        var files: [String] = []
        try Run(items, linter: linter(), jobs: jobs).judge { files.append($0.report.file) }
        #expect(files == items.map(\.name))
    }

    @Test func stopsWhenTheReceiverFails() throws {
        struct Enough: Error {}
        let folder = try Folders()
        let items = try items(folder, count: 100)
        var count = 0
        #expect(throws: Enough.self) {
            try Run(items, linter: linter(), jobs: 4).judge { _ in
                count += 1
                if count == 10 { throw Enough() }
            }
        }
        #expect(count == 10)
    }

    @Test func nothingToDo() throws {
        try Run([], linter: linter(), jobs: nil).judge { _ in Issue.record("there is nothing") }
    }

    // MARK: Streams

    /// Lines of all kinds, in files of many pieces.
    private func streams(_ folder: borrowing Folders) throws -> [RunItem] {
        let lines = [
            #"{"imagePipelineArn": 1, "infrastructureConfigurationArn": 2}"#, "", #"{"other": 1}"#, "broken",
            #"{"operation": "UpdateImagePipelin", "request": {"a": 1}}"#, #"{"arn": "arn:aws:imagebuilder:"}"#,
            #"{"name": "x", "infrastructureConfigurationArn": "\#(String(repeating: "y", count: 700))"}"#,
        ]
        var random = SystemRandomNumberGenerator()
        for name in ["a.ndjson", "c.jsonl"] {
            var text = ""
            while text.utf8.count < 3 * LinePieces.standardSize { text += lines[Int.random(in: 0..<lines.count, using: &random)] + "\n" }
            try folder.write(name, Array(text.utf8))
        }
        try folder.write("b.json", Array(lines[0].utf8))
        try folder.write("d.ndjson", [])
        try folder.write("e.jsonl", Array("nothing\nof the service\n".utf8))
        return Discovery.items([Path(folder.url.path)], standardInput: nil)
    }

    /// Everything that is reported, in its order.
    private func said(_ items: [RunItem], jobs: Int) throws -> (lines: [String], summary: RunSummary) {
        var lines: [String] = []
        var summary = RunSummary()
        try Run(items, linter: linter(), jobs: jobs).judge { outcome in
            summary.add(outcome.report)
            let name = outcome.report.file.split(separator: "/").last ?? ""
            lines += outcome.report.diagnostics.map { "\(name) \($0.document) \($0.region) \($0.rule)" }
            lines += outcome.report.notices.map { "\(name) \(String(describing: $0.region)) \($0.message)" }
        }
        return (lines, summary)
    }

    @Test func streamsAreTheSameForAnyJobs() throws {
        let folder = try Folders()
        let items = try streams(folder)
        let one = try said(items, jobs: 1)
        #expect(one.summary.files == 5)
        #expect(one.summary.unreadable == 2)
        #expect(one.summary.passedOver == 2)
        #expect(one.lines.contains { $0.contains("more lines mention the service") })
        #expect(!one.lines.contains { $0.hasPrefix("d.ndjson") || $0.hasPrefix("e.jsonl") })
        for jobs in [2, 4] {
            let more = try said(items, jobs: jobs)
            #expect(more.lines == one.lines)
            #expect(more.summary == one.summary)
        }
    }

    /// Piece by piece it is what the linter says of the whole.
    @Test func piecesAreTheWhole() throws {
        let folder = try Folders()
        let items = try streams(folder)
        for case .input(let input) in items where input.isStream {
            guard case .file(let path) = input.place else { continue }
            let bytes = try [UInt8](Data(contentsOf: URL(filePath: path.text)))
            let whole = try linter().check(bytes, name: input.name, origin: input.origin)
            var diagnostics: [Diagnostic] = []
            var notices: [Notice] = []
            try Run([.input(input)], linter: linter(), jobs: 2).judge {
                diagnostics += $0.report.diagnostics
                notices += $0.report.notices
            }
            #expect(diagnostics == whole.diagnostics)
            #expect(notices == whole.notices)
        }
    }

    @Test func namedStreamsWithoutRequestsAreSaid() throws {
        let folder = try Folders()
        let empty = try folder.write("a.ndjson", [])
        let others = try folder.write("b.ndjson", Array("{}\n".utf8))
        let missing = folder.url.appending(path: "c.ndjson")
        let items = Discovery.items([empty, others, missing].map { Path($0.path) }, standardInput: nil)
        var kinds: [Notice.Kind] = []
        try Run(items, linter: linter(), jobs: 2).judge { kinds += $0.report.notices.map(\.kind) }
        #expect(kinds == [.noRequest, .noRequest, .unreadable])
    }

    @Test func stopsInTheMiddleOfAStream() throws {
        struct Enough: Error {}
        let folder = try Folders()
        let items = try streams(folder)
        #expect(throws: Enough.self) {
            try Run(items, linter: linter(), jobs: 2).judge { _ in throw Enough() }
        }
    }
}
