// Generated files and files from the wild, read by us and by PyYAML's parser in Python, which shares nothing with libyaml.
import Documents
import Foundation
import OracleSupport
import Testing

@Suite("YAML against PyYAML", .enabled(if: YAMLOracle.isThere, "there is no Python with PyYAML in .venv or at IMAGEBUILDER_LINT_PYTHON"))
struct YAMLOracleTests {
    @Test func `generated files hold the same values`() throws {
        let texts = (0..<400).map { seed -> String in
            var generator = YAMLGenerator(seed: UInt64(seed))
            return generator.file()
        }
        let read = try compare(texts, names: texts.indices.map { "seed \($0)" })
        #expect(read > 350, "most of what is generated is YAML")
    }

    @Test(.enabled(if: SharedFiles.isThere, "the folder shared is not beside the package"))
    func `files from the wild hold the same values`() throws {
        let files = SharedFiles.files(below: "wild", endingIn: ["yaml", "yml"])
        let texts = try files.map { String(decoding: try SharedFiles.bytes(of: $0), as: UTF8.self) }
        let read = try compare(texts, names: files.map(\.lastPathComponent))
        #expect(read > 100)
    }

    /// Returns how many texts both sides read.
    private func compare(_ texts: [String], names: [String]) throws -> Int {
        let answers = try YAMLOracle.values(of: texts)
        var read = 0
        for (index, text) in texts.enumerated() {
            let document = Document.of(yaml: text)
            guard let expected = answers[index] else {
                // PyYAML refuses more than libyaml does, but never what ends our reading.
                continue
            }
            if !document.problems.isEmpty {
                #expect(document.problems.map(\.message) == [], "\(names[index])")
                continue
            }
            read += 1
            let found = document.roots.map { OracleValue(document, $0) }
            #expect(found == expected, "\(names[index]):\n\(text)")
        }
        return read
    }
}

/// A value as `yaml_values.py` prints it.
indirect enum OracleValue: Equatable {
    case map([Member])
    case list([OracleValue])
    case text(String)
    /// The text and, where the readers answered, its meanings in YAML 1.2 and 1.1.
    case plain(String, String?, String?)
    case alien

    struct Member: Equatable {
        let key: OracleValue
        let value: OracleValue
    }

    init(_ json: Any) {
        let parts = json as? [Any] ?? []
        switch parts.first as? String {
        case "map":
            let members = parts[1] as? [[Any]] ?? []
            self = .map(members.map { Member(key: OracleValue($0[0]), value: OracleValue($0[1])) })
        case "list": self = .list((parts[1] as? [Any] ?? []).map { OracleValue($0) })
        case "text": self = .text(parts[1] as? String ?? "")
        case "plain": self = .plain(parts[1] as? String ?? "", parts[2] as? String, parts[3] as? String)
        default: self = .alien
        }
    }

    init(_ document: Document, _ node: Int) {
        switch document.nodes[node].kind {
        case .object:
            self = .map(
                document.memberNodes(of: node).map {
                    Member(key: OracleValue(document, $0.key), value: OracleValue(document, $0.value))
                })
        case .array: self = .list(document.itemNodes(of: node).map { OracleValue(document, $0) })
        case .plain:
            func meaning(_ schema: PlainScalar.Schema) -> String {
                document.withText(of: node) { "\(PlainScalar.resolve($0, schema: schema))" }
            }
            self = .plain(document.string(of: node), meaning(.yaml12), meaning(.yaml11))
        case .alien: self = .alien
        default: self = .text(document.string(of: node))
        }
    }

    static func == (left: OracleValue, right: OracleValue) -> Bool {
        switch (left, right) {
        case (.map(let one), .map(let other)): one == other
        case (.list(let one), .list(let other)): one == other
        case (.text(let one), .text(let other)): one == other
        case (.plain(let one, let new, let old), .plain(let other, let otherNew, let otherOld)):
            // A reader that did not answer agrees with everything.
            one == other && (new == nil || otherNew == nil || new == otherNew)
                && (old == nil || otherOld == nil || old == otherOld)
        case (.alien, .alien): true
        default: false
        }
    }
}

/// Asks `yaml_values.py`.
enum YAMLOracle {
    static let isThere = PythonScript.has("yaml")

    static func values(of texts: [String]) throws -> [[OracleValue]?] {
        try PythonScript.answers(of: "yaml_values.py", to: texts).map { ($0 as? [Any])?.map { OracleValue($0) } }
    }
}
