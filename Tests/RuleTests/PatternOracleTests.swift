// The patterns of the model and of the pages, as the registry judges by them, against Python's re: texts near each pattern match
// for both or for neither. Patterns of other kinds, as users may write them, are compared in the same way.
import Foundation
import ImageBuilderLint
@testable import RequestLint
import OracleSupport
import Testing

@Suite("Patterns against Python's re", .enabled(if: PatternOracle.isThere, "there is no Python 3.11 in .venv or at IMAGEBUILDER_LINT_PYTHON"))
struct PatternOracleTests {
    @Test func `patterns of the registry`() throws {
        let blob = try #require(Blob(try RulesFolder.compiled.get()))
        let records = blob.table(.patterns, of: PatternRecord.self)
        let table = PatternTable(records, text: blob.table(.text, of: UInt8.self))
        let written = try Self.written()
        let patterns = try (0..<records.count).map { index in
            try #require(written[table.source(index)], "\(table.source(index)) is written nowhere")
        }
        #expect(patterns.count > 40)
        try compare(patterns, table)
    }

    @Test func `patterns as users write them`() throws {
        let patterns = [
            "^a|b$", "a|ab|abc", "(?:a|ab)(?:c|bcd)d*", "^(?=.{3,9}$)[a-z]+$", "^(?!aws:)(?!.*--).*$", "(?=a).*b.*", #"([a-c])x\1"#, #"(a)|b\1"#,
            ".", ".*", "^.+$", "a.b", #"[^\s]+"#, #"\S+\s\S+"#, #"[\w.-]+@[\w.-]+"#, #"\W*\d+\D*"#, #"\bgolden\b.*"#, #".*\Bx"#, "a{2,4}?b+?",
            "[^-a]+", "[a-]+", "[]a]?", "[[:alpha:]]+", "[a[b]+", #"[\]\\^]+"#, "[é-ü]+", "[^é]*", "😀+", #"\u00e9[\u0041-\u0043]"#, #"\x41\t\n?"#,
            "", "^$", "$", "^^a$$", "x*", "(?:)", "(|a)b", #"a\.b\/c\-d"#, #"[0-9]{1,3}(?:\.[0-9]{1,3}){3}"#, "[a-z0-9]{3}", "[a-z]?", "[^/]{2,}",
        ]
        var writer = BlobWriter()
        for pattern in patterns.map(PatternCompiler.rewritten) {
            #expect(PatternCompiler.mistake(in: pattern) == nil, "\(pattern)")
            writer.append(PatternRecord(pattern, text: writer.text(pattern)), to: .patterns)
        }
        let blob = try #require(Blob(writer.bytes()))
        try compare(patterns, PatternTable(blob.table(.patterns, of: PatternRecord.self), text: blob.table(.text, of: UInt8.self)))
    }

    /// Compares the table's patterns, which are written like this.
    private func compare(_ patterns: [String], _ table: PatternTable) throws {
        for seed in 1...2 {
            for (index, texts) in try PatternOracle.texts(near: patterns, seed: seed, count: 300).enumerated() {
                for (text, matches) in texts {
                    let bytes = Array(text.utf8)
                    let expected: PatternResult = matches ? .match : .noMatch
                    #expect(table.match(index, bytes.span, MatchMemory()) == expected, "\(patterns[index]) \(text.debugDescription)")
                    #expect(table.matchByPCRE2(index, bytes.span, MatchMemory()) == expected, "\(patterns[index]) \(text.debugDescription)")
                }
            }
        }
    }

    /// The patterns of the model and the pages, by what the engine reads.
    private static func written() throws -> [String: String] {
        var patterns: [String] = []
        for name in ["imagebuilder.json", "amendments.json"] {
            let source = try #require(RulesFolder.sources.first { $0.path == "model/\(name)" })
            collect(try JSONSerialization.jsonObject(with: Data(source.text.utf8)), into: &patterns)
        }
        patterns += RulesFolder.pages.flatMap { $0.parameters["pattern"] ?? [] }
        return Dictionary(patterns.map { (PatternCompiler.rewritten($0), $0) }) { first, _ in first }
    }

    private static func collect(_ json: Any, into patterns: inout [String]) {
        if let object = json as? [String: Any] {
            if let pattern = object["pattern"] as? String { patterns.append(pattern) }
            for value in object.values { collect(value, into: &patterns) }
        } else if let list = json as? [Any] {
            for value in list { collect(value, into: &patterns) }
        }
    }
}

/// Asks `pattern_matches.py`.
enum PatternOracle {
    static let isThere = PythonScript.has("re._parser")

    /// Texts near each pattern, and whether they match.
    static func texts(near patterns: [String], seed: Int, count: Int) throws -> [[(String, Bool)]] {
        let lines = try PythonScript.lines(
            of: "pattern_matches.py", ["\(seed)", "\(count)"], input: try JSONEncoder().encode(patterns)
        ).map { line in
            (try JSONSerialization.jsonObject(with: line) as? [[Any]] ?? []).map { ($0[0] as? String ?? "", $0[1] as? Bool ?? false) }
        }
        try #require(lines.count == patterns.count && lines.allSatisfy { $0.count == count })
        return lines
    }
}
