// Generated files and files from the wild, read by us and by python-hcl2's grammar.
import Documents
import Foundation
import OracleSupport
import Testing

@Suite("HCL against python-hcl2", .enabled(if: HCLOracle.isThere, "no Python with python-hcl2; IMAGEBUILDER_LINT_PYTHON may name one"))
struct HCLOracleTests {
    @Test func `generated files hold the same values`() throws {
        let read = try compare(try HCLOracle.answers(["generate", "1", "600"]))
        #expect(read > 550, "most of what is generated is HCL")
    }

    @Test(.enabled(if: !HCLOracle.wildFiles.isEmpty, "no .tf files beside the package"))
    func `files from the wild hold the same values`() throws {
        let texts = try HCLOracle.wildFiles.map { String(decoding: try SharedFiles.bytes(of: $0), as: UTF8.self) }
        let read = try compare(try HCLOracle.answers(["read"], input: texts))
        #expect(read > texts.count * 9 / 10)
    }

    /// Returns how many texts both sides read.
    private func compare(_ answers: [(text: String, value: HCLValue?)]) throws -> Int {
        var read = 0
        for answer in answers {
            let document = Document.of(hcl: answer.text)
            guard let expected = answer.value else { continue }
            read += 1
            #expect(document.problems.map(\.message) == [], "\(answer.text)")
            #expect(HCLValue(document, 0).difference(from: expected) == nil, "\(answer.text)")
        }
        return read
    }
}

/// A value as `hcl_compare.py` prints it.
indirect enum HCLValue: Equatable {
    case map([Member])
    case list([HCLValue])
    case text(String)
    /// Its text with `${}` for each interpolation, or nil where one holds another.
    case template(String?)
    case number(Double)
    case literal(Bool?)
    case unknown

    struct Member: Equatable {
        /// Nil where the key is computed.
        let key: String?
        let value: HCLValue
    }

    init(_ json: Any) {
        let parts = json as? [Any] ?? []
        switch parts.first as? String {
        case "map":
            self = .map((parts[1] as? [[Any]] ?? []).map { Member(key: $0[0] as? String, value: HCLValue($0[1])) })
        case "list": self = .list((parts[1] as? [Any] ?? []).map { HCLValue($0) })
        case "text": self = .text(parts[1] as? String ?? "")
        case "template": self = .template(parts[1] as? String)
        case "number": self = .number((parts[1] as? NSNumber)?.doubleValue ?? .nan)
        case "literal": self = .literal(parts[1] as? Bool)
        default: self = .unknown
        }
    }

    init(_ document: Document, _ node: Int) {
        let record = document.nodes[node]
        switch record.kind {
        case .object:
            self = .map(
                document.memberNodes(of: node).map {
                    Member(
                        key: document.nodes[$0.key].kind == .string ? document.string(of: $0.key) : nil,
                        value: HCLValue(document, $0.value))
                })
        case .array: self = .list(document.itemNodes(of: node).map { HCLValue(document, $0) })
        case .string: self = .text(document.string(of: node))
        case .template:
            let pieces = document.itemNodes(of: node).map { piece in
                document.nodes[piece].kind == .string ? document.string(of: piece) : "${}"
            }
            self = .template(pieces.joined())
        case .number: self = .number(Double(document.string(of: node)) ?? .nan)
        case .true: self = .literal(true)
        case .false: self = .literal(false)
        case .null: self = .literal(nil)
        case .plain, .alien: self = .unknown
        }
    }

    /// Where two values part, or nil.
    func difference(from other: HCLValue, at path: String = "") -> String? {
        switch (self, other) {
        case (.map(let ours), .map(let theirs)) where ours.map(\.key) == theirs.map(\.key):
            return zip(ours, theirs).lazy.compactMap { $0.value.difference(from: $1.value, at: path + "/" + ($0.key ?? "?")) }.first
        case (.list(let ours), .list(let theirs)) where ours.count == theirs.count:
            return zip(ours, theirs).enumerated().lazy
                .compactMap { $1.0.difference(from: $1.1, at: path + "/\($0)") }.first
        case (.template, .template(nil)): return nil
        default: return self == other ? nil : "\(path): \(self) is not \(other)"
        }
    }
}

/// Asks `hcl_compare.py`.
enum HCLOracle {
    static let isThere = PythonScript.has("hcl2")

    static let wildFiles = SharedFiles.files(below: "wild", endingIn: ["tf"])

    static func answers(_ arguments: [String], input: [String] = []) throws -> [(text: String, value: HCLValue?)] {
        try PythonScript.lines(of: "hcl_compare.py", arguments, input: try JSONSerialization.data(withJSONObject: input)).map { line in
            let answer = try JSONSerialization.jsonObject(with: line) as? [Any] ?? []
            return (answer.first as? String ?? "", answer.count > 1 && !(answer[1] is NSNull) ? HCLValue(answer[1]) : nil)
        }
    }
}
