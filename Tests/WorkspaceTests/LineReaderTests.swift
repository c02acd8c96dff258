import Foundation
import Testing

@testable import Workspace

@Suite struct LineReaderTests {
    /// The lines of a file with this content.
    private func lines(_ text: String, limit: Int = 65_536) throws -> [String] {
        let url = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID().uuidString)")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        var reader = LineReader(try FileDescriptor.reading(Path(url.path)), limit: limit)
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("\n\n", ["", ""]), ("a\n\nb", ["a", "", "b"]),
        ("a\rb", ["a\rb"]),
    ])
    func splits(text: String, expected: [String]) throws {
        #expect(try lines(text) == expected)
    }

    @Test func linesAcrossPieces() throws {
        let expected = (0..<20_000).map { "line \($0) " + String(repeating: "x", count: $0 % 97) }
        #expect(try lines(expected.joined(separator: "\n") + "\n") == expected)
    }

    @Test func longLinesAreCut() throws {
        let long = String(repeating: "x", count: 300_000)
        #expect(try lines("a\n\(long)\nb", limit: 100) == ["a", String(repeating: "x", count: 100), "b"])
    }
}
