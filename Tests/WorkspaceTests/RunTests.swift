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
}
