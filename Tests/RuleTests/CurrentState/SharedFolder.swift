// The folder beside the checkout that holds material which is not part of it; tests that use it skip where it is absent.
import Foundation

enum SharedFolder {
    static let root: URL? = {
        let named = ProcessInfo.processInfo.environment["IMAGEBUILDER_LINT_SHARED"].map { URL(filePath: $0) }
        let beside = RulesFolder.root.deletingLastPathComponent().appending(path: "shared")
        let folder = named ?? beside
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// A file's text; nil where the folder or the file is absent.
    static func text(_ path: String) -> String? {
        root.flatMap { try? String(contentsOf: $0.appending(path: path), encoding: .utf8) }
    }
}
