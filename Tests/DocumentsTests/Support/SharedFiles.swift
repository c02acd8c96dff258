// Finds the folder `shared` beside the package: suites and files from the wild that are not part of the project.
import Foundation

enum SharedFiles {
    /// The folder, or nil where this machine has none. `IMAGEBUILDER_LINT_SHARED` names it if it lies elsewhere.
    static let root: URL? = {
        let named = ProcessInfo.processInfo.environment["IMAGEBUILDER_LINT_SHARED"].map {
            URL(fileURLWithPath: $0, isDirectory: true)
        }
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let beside = package.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
        return [named, beside].compactMap { $0 }.first { url in
            FileManager.default.fileExists(atPath: url.path)
        }
    }()

    static let isThere = root != nil

    /// The files below a folder of `shared`, in sorted order.
    static func files(below folder: String, endingIn endings: [String]) -> [URL] {
        guard let start = root?.appendingPathComponent(folder) else { return [] }
        let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        return (walk?.allObjects as? [URL] ?? [])
            .filter { endings.contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
    }

    static func bytes(of file: URL) throws -> [UInt8] { Array(try Data(contentsOf: file)) }
}
