// Every reported range of the corpus is read again by readers that share nothing with ours, PyYAML and python-hcl2: it belongs to the
// value that the pointer names, and says what the message says.
import Foundation
import ImageBuilderLint
import OracleSupport
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

    @Test(.enabled(if: PythonScript.has("yaml"), "there is no Python with PyYAML in .venv or at IMAGEBUILDER_LINT_PYTHON"))
    func `ranges in JSON and YAML`() throws {
        let subjects = try Self.subjects([".json", ".yaml", ".yml"])
        let answers = try PythonScript.answers(of: "places.py", to: subjects.map { subject in
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

    @Test(.enabled(if: PythonScript.has("hcl2"), "there is no Python with python-hcl2 in .venv or at IMAGEBUILDER_LINT_PYTHON"))
    func `ranges in Terraform`() throws {
        // Of an argument that stands twice, python-hcl2 keeps the last one only.
        let subjects = try Self.subjects([".tf"]).filter { !$0.path.hasSuffix("/argument-twice.tf") }
        let answers = try PythonScript.answers(of: "hcl_places.py", to: subjects.map { ["text": Data($0.bytes).base64EncodedString(), "places": $0.places] })
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
