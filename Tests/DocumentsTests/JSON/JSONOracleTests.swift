// Generated, damaged, hand-written and fuzzed texts, read by us and by Python's json: both accept the same texts, and read the
// same members in the same order, texts and spellings of numbers.
import Documents
import Foundation
import OracleSupport
import Testing

@Suite("JSON against Python's json", .enabled(if: JSONOracle.isThere, "there is no Python in .venv or at IMAGEBUILDER_LINT_PYTHON"))
struct JSONOracleTests {
    @Test func `generated texts`() throws {
        let tally = try compare(Self.generated)
        #expect(tally.accepted == Self.generated.count)
    }

    @Test(arguments: [UInt64(11), 12, 13])
    func `damaged texts`(seed: UInt64) throws {
        var mutator = Mutator(seed: seed, seeds: FuzzSeeds.json + Self.generated + Self.liberal)
        let tally = try compare((0..<3_000).map { _ in mutator.next() })
        #expect(tally.accepted > 100 && tally.refused > 1_000)
    }

    @Test func `what only Python reads`() throws {
        let tally = try compare(Self.liberal)
        #expect(tally.refused == Self.liberal.count)
        #expect(Set(tally.liberties.keys) == Set(Liberty.allCases), "a difference is listed that nothing shows")
    }

    @Test func `the project's files and what fuzzing kept`() throws {
        let root = PythonScript.root
        let requests = ["corpus", "Fuzzing/corpora/json", "Fuzzing/corpora/screening"].flatMap { Self.files(below: root.appendingPathComponent($0)) }
        let texts = try requests.flatMap { file -> [[UInt8]] in
            let bytes = Array(try Data(contentsOf: file))
            switch file.pathExtension {
            case "ndjson": return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
            case "json", "": return [bytes]
            default: return []
            }
        }
        let tally = try compare(texts)
        #expect(tally.accepted > 250)
    }

    @Test(.enabled(if: SharedFiles.isThere, "the folder shared is not beside the package"))
    func `the JSON test suite`() throws {
        let tally = try compare(try SharedFiles.files(below: "suites/json", endingIn: ["json"]).map { try SharedFiles.bytes(of: $0) })
        #expect(tally.accepted > 90 && tally.refused > 150)
    }

    // MARK: Texts

    private static let generated: [[UInt8]] = (0..<500).map { seed in
        var generator = JSONGenerator(seed: UInt64(seed))
        return Array(generator.text().utf8)
    }

    /// What Python reads and we do not.
    private static let liberal = [
        "[NaN, Infinity, -Infinity]", #"{"\ud800": "\udc00\ud800\u0061"}"#,
        String(repeating: "[", count: 130) + "1" + String(repeating: "]", count: 130),
    ].map { Array($0.utf8) }

    private static func files(below folder: URL) -> [URL] {
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (walk?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
    }

    // MARK: Comparing

    private struct Tally {
        var accepted = 0
        var refused = 0
        var liberties: [Liberty: Int] = [:]
    }

    private func compare(_ texts: [[UInt8]]) throws -> Tally {
        var tally = Tally()
        for (bytes, answer) in zip(texts, try JSONOracle.answers(texts)) {
            let document = Document.read(Source(name: "x.json", bytes: bytes), as: .json)
            let shown = String(decoding: bytes, as: UTF8.self)
            for liberty in answer?.liberties ?? [] { tally.liberties[liberty, default: 0] += 1 }
            guard let answer, answer.liberties.isEmpty else {
                tally.refused += 1
                #expect(!document.problems.isEmpty, "only we read \(shown)")
                // A half of a pair is reported and read on behind, so that the rest can be compared.
                if let answer, answer.liberties == [.surrogate] { requireSame(document, answer.value, shown) }
                continue
            }
            tally.accepted += 1
            #expect(document.problems.map(\.message) == [], "only Python reads \(shown)")
            requireSame(document, answer.value, shown)
        }
        return tally
    }

    /// Swift finds texts equal that are written with other scalars; their bytes are not.
    private func requireSame(_ document: Document, _ expected: Tree, _ shown: String) {
        let found = document.trees.map(\.description).joined(separator: " ")
        #expect(found.utf8.elementsEqual(expected.description.utf8), "\(found) is not \(expected): \(shown)")
    }
}

/// What Python reads beyond the standard, or beyond our limits; `json_values.py` finds it.
enum Liberty: String, CaseIterable {
    /// `NaN`, `Infinity` and `-Infinity` are no JSON (RFC 8259, section 6).
    case constant
    /// Half a surrogate pair stands for no character: we report it, and Python makes a text of it that is no Unicode.
    case surrogate
    /// Nesting over 128, which the standard lets a reader limit (section 9); Python's limit is its stack.
    case depth
}

/// Runs `json_values.py`.
enum JSONOracle {
    static let isThere = PythonScript.has("json")

    struct Answer {
        let value: Tree
        let liberties: [Liberty]
    }

    static func answers(_ texts: [[UInt8]]) throws -> [Answer?] {
        try PythonScript.answers(of: "json_values.py", to: texts.map { Data($0).base64EncodedString() }).map { answer in
            guard let answer = answer as? [String: Any] else { return nil }
            let liberties = (answer["liberties"] as? [String] ?? []).compactMap(Liberty.init)
            return Answer(value: tree(answer["value"] ?? NSNull()), liberties: liberties)
        }
    }

    private static func tree(_ json: Any) -> Tree {
        guard let parts = json as? [Any] else { return (json as? Bool).map(Tree.boolean) ?? .null }
        switch parts.first as? String {
        case "map":
            return .object((parts[1] as? [[Any]] ?? []).map { Tree.Member($0[0] as? String ?? "", tree($0[1])) })
        case "list": return .array((parts[1] as? [Any] ?? []).map(tree))
        case "number": return .number(parts[1] as? String ?? "")
        default: return .string(parts[1] as? String ?? "")
        }
    }
}
