import Foundation

/// The folder of public suites and oracles beside the project; it is no part of the project, and tests that need it
/// are skipped where it is absent.
enum SharedFolder {
    static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["IMAGEBUILDER_LINT_SHARED"] {
            return URL(filePath: path)
        }
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.deletingLastPathComponent().appending(path: "shared")
    }()

    static func has(_ file: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: file).path(percentEncoded: false))
    }

    /// The rows of a tab-separated file behind its heading.
    static func rows(_ file: String) throws -> [[String]] {
        try String(contentsOf: url.appending(path: file), encoding: .utf8)
            .split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
