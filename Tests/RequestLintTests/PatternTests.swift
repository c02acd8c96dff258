// Patterns as ECMA-262 reads them, matched by PCRE2.
@testable import RequestLint
import Testing

@Suite struct PatternTests {
    private func match(_ pattern: String, _ text: String) throws -> PatternResult {
        let rewritten = PatternCompiler.rewritten(pattern)
        #expect(PatternCompiler.mistake(in: rewritten) == nil, "\(pattern)")
        var writer = BlobWriter()
        writer.append(PatternRecord(rewritten, text: writer.text(rewritten)), to: .patterns)
        let blob = try #require(Blob(writer.bytes()))
        let table = PatternTable(blob.table(.patterns, of: PatternRecord.self), text: blob.table(.text, of: UInt8.self))
        let bytes = Array(text.utf8)
        let result = table.match(0, bytes.span, MatchMemory())
        // By the interpreter, and by machine code, which comes after a number of matches.
        #expect(result == table.matchByPCRE2(0, bytes.span, MatchMemory()), "\(pattern) \(text)")
        let memory = MatchMemory()
        for _ in 0..<MatchMemory.often { _ = table.matchByPCRE2(0, [0x21].span, memory) }
        #expect(result == table.matchByPCRE2(0, bytes.span, memory), "\(pattern) \(text)")
        return result
    }

    private func matches(_ pattern: String, _ text: String) throws -> Bool { try match(pattern, text) == .match }

    @Test func `a dot is no line end`() throws {
        for end in ["\n", "\r", "\u{2028}", "\u{2029}"] {
            #expect(try !matches("^a.b$", "a\(end)b") && matches("^a[.\(end)]b$", "a\(end)b"))
        }
        for other in ["x", ".", "\u{85}", "\u{B}", "é"] { #expect(try matches("^a.b$", "a\(other)b")) }
        #expect(try !matches("^[.]$", "x") && !matches(#"^\.$"#, "x"))
    }

    @Test func `white space is ECMA's`() throws {
        for space in ["\t", "\n", "\u{B}", "\u{C}", "\r", " ", "\u{A0}", "\u{1680}", "\u{2003}", "\u{2028}", "\u{202F}", "\u{3000}", "\u{FEFF}"] {
            #expect(try matches(#"^\s$"#, space) && matches(#"^[\s]$"#, space) && matches(#"^[a\s_]$"#, space))
            #expect(try !matches(#"^\S$"#, space))
        }
        for other in ["a", "\u{85}", "\u{200B}", "_", "\u{180E}"] {
            #expect(try !matches(#"^\s$"#, other) && !matches(#"^[\s]$"#, other))
            #expect(try matches(#"^\S$"#, other))
        }
        for any in ["a", " ", "\u{A0}", "é", "\n", "\u{2028}"] { #expect(try matches(#"^[\s\S]$"#, any)) }
        #expect(try matches(#"^\\s$"#, #"\s"#) && !matches(#"^\\s$"#, " "), "an escaped backslash")
    }

    @Test func `word characters and digits are ASCII`() throws {
        for letter in ["a", "Z", "0", "_"] { #expect(try matches(#"^\w$"#, letter) && !matches(#"^\W$"#, letter)) }
        for other in ["é", "ß", "字", "٣", "-"] { #expect(try !matches(#"^\w$"#, other) && matches(#"^\W$"#, other)) }
        #expect(try matches(#"^\d$"#, "5") && !matches(#"^\d$"#, "٣"))
    }

    @Test func `a dollar sign is the very end`() throws {
        #expect(try matches("^ab$", "ab"))
        #expect(try !matches("^ab$", "ab\n"))
        #expect(try !matches("ab", "xab") && !matches("ab", "abx"), "the whole text has to match")
        #expect(try matches("a|ab", "ab"))
        #expect(try matches("", "") && !matches("", "x"))
    }

    @Test func `characters are scalars`() throws {
        #expect(try matches("^.$", "😀") && !matches("^.$", "e\u{301}"))
        #expect(try matches(#"^[\u00e9\u4e00-\u9fff]+$"#, "é字"))
        #expect(try matches(#"^[\u0020-\uD7FF]+$"#, "a b"))
        #expect(try matches(#"^\ud83d\ude00$"#, "😀"))
        #expect(try matches("^[\u{301}]$", "\u{301}"), "a mark behind a bracket joins it")
    }

    @Test func `a bracket in a class is a bracket`() throws {
        #expect(try matches("^[[:a]+$", "[:a") && !matches("^[[:alpha:]]$", "a"))
        #expect(try matches(#"^[\]\[]+$"#, "[]"))
    }

    @Test func `what is matched without a matcher is matched alike`() throws {
        let patterns = [
            "^[0-9]{12}$", #"[^\x00]+"#, #"[^\x00]*"#, #"^[a-zA-Z0-9\-_/\.]{1,5}$"#, "^[A-Za-z0-9][A-Za-z0-9-_+#]{0,3}$",
            "^[-_A-Za-z-0-9]*$", "[+--]?", "[^a][b-d]{2,}", "[a][^b]{0,2}", "^[0-9a-zA-Z./_ :,{}\"*-]{1,9}$", "[a]{0}", "[~-~]", "[[:a]+",
        ]
        let others = ["^[a-z]+-[a-z]+$", "[a-z]+|x", "[a]+?", #"[\w]+"#, "a", "[é]", "^(?:[a])$", "[a]{1,2}{2}", "[a-c]{2}[d]+"]
        for (pattern, isSimple) in patterns.map({ ($0, true) }) + others.map({ ($0, false) }) {
            #expect((CharacterPattern(PatternCompiler.rewritten(pattern)) != nil) == isSimple, "\(pattern)")
        }
        var texts = ["", "abc", "abcd", "abbbbb", "a\u{0}b", "é", "éé", "éb", "aé", "😀bcd", "a😀😀", "123456789012", "\n", "a\n", "+", ",", "-", "~", "{", "/._-a"]
        texts += (0..<128).map { String(Unicode.Scalar(UInt8($0))) }
        for pattern in patterns {
            // Both ways are compared with each other there.
            for text in texts { _ = try matches(pattern, text) }
        }
    }

    /// As of user data, for which the stack of machine code is too small.
    @Test func `long texts match`() throws {
        let base64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
        #expect(try match(base64, String(repeating: "abcd", count: 5_400)) == .match)
        #expect(try match(base64, String(repeating: "abcd", count: 5_400) + "e") == .noMatch)
        #expect(try match("^(?:a|b)*$", String(repeating: "ab", count: 2_000)) == .match)
    }

    @Test func `patterns that run away give up`() throws {
        let text = String(repeating: "a", count: 60) + "!"
        for pattern in ["^(a|aa)+$", "^(a|a)*$", "^([a-z]+[a-z]*)+$"] {
            #expect(try match(pattern, text) == .gaveUp, "\(pattern)")
        }
        #expect(try match("^(a|aa)+$", "aaaa") == .match)
    }

    @Test func `a value that was not matched is no pass and no finding`() throws {
        let page = Toy.rule("pattern", "mismatch", on: "MakeThingRequest.left", more: "pattern: \"^(a|aa)+$\"")
        let json = "{\"name\": \"ab\", \"left\": \"\(String(repeating: "a", count: 60))!\"}"
        let report = try Toy.check(json, [("x/slow.md", page)])
        #expect(report.diagnostics.isEmpty)
        #expect(report.notices.map(\.kind) == [.limit])
    }

    @Test(arguments: ["(", "[a", "a{2,1}", "*", #"\C"#, "(?<n>a)(?<n>b)", #"\ud800"#])
    func `what is no pattern is refused`(pattern: String) {
        #expect(PatternCompiler.mistake(in: PatternCompiler.rewritten(pattern)) != nil)
    }
}
