// The corpus on disk: requests, and beside each `NAME.expected`, one line a diagnostic.
import Foundation

enum CorpusFolder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")
    static let isBlessing = ProcessInfo.processInfo.environment["BLESS"] == "1"

    /// Paths of requests under the corpus, such as `rejected/schedule/five-fields.json`.
    static let requests: [String] = {
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { path in
            [".json", ".yaml", ".yml", ".tf", ".ndjson"].contains { path.hasSuffix($0) }
        }.sorted()
    }()

    static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: root.appending(path: path)))
    }

    /// The expectation of a request; an absent file expects nothing.
    static func expectation(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path + ".expected"), encoding: .utf8)) ?? ""
    }

    static func bless(_ path: String, _ expectation: String) throws {
        let file = root.appending(path: path + ".expected")
        if expectation.isEmpty {
            try? FileManager.default.removeItem(at: file)
        } else {
            try expectation.write(to: file, atomically: true, encoding: .utf8)
        }
    }
}
