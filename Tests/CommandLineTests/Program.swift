// Runs the real program, which the package's build leaves beside the test bundle.
import Foundation
import Testing

enum Program {
    struct Outcome {
        var output: Data
        var errors: Data
        var status: Int32
    }

    /// The folder that the program and the test bundle lie in.
    static let folder: URL? = {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        return [own, bundle].first {
            FileManager.default.isExecutableFile(atPath: $0.appending(path: "imagebuilder-lint").path)
        }
    }()

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs a line of the shell in a folder, with the program found by its name and nothing of the user's environment.
    static func run(_ script: String, in directory: URL, environment: [String: String] = [:]) throws -> Outcome {
        let folder = try #require(folder, "imagebuilder-lint is not beside the test bundle")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["--noprofile", "--norc", "-o", "pipefail", "-c", script]
        process.currentDirectoryURL = directory
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = [
            "PATH": "\(folder.path):\(path)", "HOME": directory.path, "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": "/",
        ].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        // Both are read while it runs, because a full pipe would stop it.
        let collector = Collector(errors.fileHandleForReading)
        let out = try output.fileHandleForReading.readToEnd() ?? Data()
        let err = collector.wait()
        process.waitUntilExit()
        return Outcome(output: out, errors: err, status: process.terminationStatus)
    }

    /// Reads to the end on a thread of its own.
    private final class Collector: @unchecked Sendable {
        private let done = DispatchSemaphore(value: 0)
        private var data = Data()

        init(_ handle: FileHandle) {
            DispatchQueue.global().async { [self] in
                data = (try? handle.readToEnd()) ?? Data()
                done.signal()
            }
        }

        func wait() -> Data {
            done.wait()
            return data
        }
    }
}

/// A folder that is gone when the test is over.
struct Scratch: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "imagebuilder-lint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
