// Every reported range of the corpus is read again by readers that share nothing with ours, PyYAML and python-hcl2: it belongs to the
// value that the pointer names, and says what the message says.
import Foundation
import ImageBuilderLint
import Testing

@Suite("Places against PyYAML and python-hcl2")
struct PlaceOracleTests {
    /// What has to be there: a file, and the diagnostics and related places in it.
    private struct Subject {
        let path: String
        let bytes: [UInt8]
        let diagnostics: [Diagnostic]

        var places: [[String: Any]] {
            diagnostics.flatMap { diagnostic in
                [place(diagnostic.pointer, diagnostic.region, diagnostic.document)]
                    + diagnostic.related.filter { $0.file == nil }.map { place($0.pointer, $0.region, diagnostic.document) }
            }
        }

        private func place(_ pointer: String, _ region: Region, _ document: Int) -> [String: Any] {
            ["pointer": pointer, "document": document, "start": region.start.offset, "end": region.end.offset]
        }
    }

    private static func subjects(_ endings: [String]) throws -> [Subject] {
        let linter = try CorpusTests.linter.get()
        return try CorpusFolder.requests.filter { path in endings.contains { path.hasSuffix($0) } }.compactMap { path in
            let bytes = try CorpusFolder.bytes(path)
            let diagnostics = linter.check(bytes, name: path).diagnostics
            return diagnostics.isEmpty ? nil : Subject(path: path, bytes: bytes, diagnostics: diagnostics)
        }
    }

    @Test(.enabled(if: CorpusPython.has("yaml"), "there is no Python with PyYAML in .venv or at IMAGEBUILDER_LINT_PYTHON"))
    func `ranges in JSON and YAML`() throws {
        let subjects = try Self.subjects([".json", ".yaml", ".yml"])
        let answers = try CorpusPython.answers(
            "places.py",
            to: subjects.map { subject in
                [
                    "text": Data(subject.bytes).base64EncodedString(), "places": subject.places,
                    "syntax": subject.path.hasSuffix(".json") ? "json" : "yaml",
                ]
            })
        var read = 0
        for (subject, answer) in zip(subjects, answers) {
            // PyYAML refuses more than libyaml does, and some files are broken.
            guard var places = answer as? [[String: Any]] else { continue }
            read += 1
            for diagnostic in subject.diagnostics {
                let place = places.removeFirst()
                let text = place["text"] as? String ?? ""
                #expect(place["place"] is String, "corpus/\(subject.path) \(diagnostic.rule) \(diagnostic.pointer): `\(text)` is marked")
                let definitions = diagnostic.related.filter { $0.file == nil }.map { related in
                    let place = places.removeFirst()
                    #expect(place["place"] is String, "corpus/\(subject.path) \(diagnostic.rule) \(related.pointer): a related place")
                    return place["text"] as? String ?? ""
                }
                #expect(
                    QuotedValue(diagnostic, source: text, definitions: diagnostic.dialect == "api" ? [] : definitions).isConsistent,
                    "corpus/\(subject.path) \(diagnostic.rule): `\(text)` is marked, and the message says: \(diagnostic.message)")
            }
            #expect(places.isEmpty)
        }
        #expect(read > 200 && read > subjects.count * 9 / 10)
    }

    @Test(.enabled(if: CorpusPython.has("hcl2"), "there is no Python with python-hcl2 in .venv or at IMAGEBUILDER_LINT_PYTHON"))
    func `ranges in Terraform`() throws {
        // Of an argument that stands twice, python-hcl2 keeps the last one only.
        let subjects = try Self.subjects([".tf"]).filter { !$0.path.hasSuffix("/argument-twice.tf") }
        let answers = try CorpusPython.answers(
            "hcl_places.py", to: subjects.map { ["text": Data($0.bytes).base64EncodedString(), "places": $0.places] })
        var read = 0
        for (subject, answer) in zip(subjects, answers) {
            guard let places = answer as? [Any] else { continue }
            read += 1
            for (place, reported) in zip(places, subject.places) {
                #expect(place is String, "corpus/\(subject.path) \(reported["pointer"] ?? ""): another value is marked")
            }
        }
        #expect(read > 20 && read > subjects.count * 8 / 10)
    }
}

/// Runs the scripts of `Tools/oracle`.
enum CorpusPython {
    private static let python = ProcessInfo.processInfo.environment["IMAGEBUILDER_LINT_PYTHON"].map { URL(filePath: $0) }
        ?? CorpusFolder.root.appending(path: "../.venv/bin/python").standardized

    static func has(_ module: String) -> Bool { (try? run(["-c", "import \(module)"], input: Data()))?.status == 0 }

    /// A line of JSON for each question.
    static func answers(_ script: String, to questions: [Any]) throws -> [Any] {
        let script = CorpusFolder.root.appending(path: "../Tools/oracle/\(script)").standardized
        let result = try run([script.path], input: try JSONSerialization.data(withJSONObject: questions))
        try #require(result.status == 0)
        let answers = try result.output.split(separator: UInt8(ascii: "\n")).map {
            try JSONSerialization.jsonObject(with: Data($0), options: [.fragmentsAllowed])
        }
        try #require(answers.count == questions.count)
        return answers
    }

    private static func run(_ arguments: [String], input: Data) throws -> (status: Int32, output: Data) {
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
