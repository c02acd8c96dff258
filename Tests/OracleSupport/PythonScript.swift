// The one way in which tests ask the scripts of Tools/oracle.
package import Foundation

package enum PythonScript {
    /// The package's folder.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The Python that is named, or else the project's.
    private static let python = ProcessInfo.processInfo.environment["IMAGEBUILDER_LINT_PYTHON"].map { URL(filePath: $0) }
        ?? root.appending(path: ".venv/bin/python")

    /// A script did not end well.
    package struct Failed: Error {
        let script: String
    }

    /// Whether there is a Python that has a module, so that tests without one are skipped with a message.
    package static func has(_ module: String) -> Bool { (try? run(["-c", "import \(module)"], Data()))?.status == 0 }

    /// What a script of `Tools/oracle` prints, by lines.
    /// - Parameters:
    ///   - name: the script's file.
    ///   - input: what it reads from its standard input.
    package static func lines(of name: String, _ arguments: [String] = [], input: Data = Data()) throws -> [Data] {
        let script = root.appending(path: "Tools/oracle/\(name)").path(percentEncoded: false)
        let result = try run([script] + arguments, input)
        guard result.status == 0 else { throw Failed(script: name) }
        return result.output.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }

    /// The same for scripts that answer each question by a line of JSON.
    package static func answers(of name: String, to questions: [Any]) throws -> [Any] {
        let lines = try lines(of: name, input: try JSONSerialization.data(withJSONObject: questions))
        guard lines.count == questions.count else { throw Failed(script: name) }
        return try lines.map { try JSONSerialization.jsonObject(with: $0, options: [.fragmentsAllowed]) }
    }

    private static func run(_ arguments: [String], _ input: Data) throws -> (status: Int32, output: Data) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, not pipes: neither side ever waits for the other.
        let (source, sink) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try input.write(to: source)
        try Data().write(to: sink)
        let process = Process()
        process.executableURL = python
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: sink)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try Data(contentsOf: sink))
    }
}
