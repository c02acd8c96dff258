// Broken HCL: what is said where, what is kept, and where reading goes on.
@testable import Documents
import Testing

@Suite struct HCLProblemTests {
    /// Each with the line that the problem stands in, a mark under its place, and the head of the message.
    @Test(arguments: [
        ("a =\nb = 1\n", "a =\n  ^", "A value is missing"),
        ("a = ?\n", "a = ?\n    ^", "Expected a value, found `?`"),
        ("a = 'x'\n", "a = 'x'\n    ^", "Expected a value, found `'` (HCL knows double quotes only)"),
        ("a = \"x\nb = 1\n", "a = \"x\n    ^^", "This text is never closed: its line ends first"),
        ("a = \"${x\"\n", "a = \"${x\"\n        ^", "Expected `}` here, found `\"`"),
        ("a = \"${x y}\"\n", "a = \"${x y}\"\n         ^", "Expected `}` here, found `y`. Close what `${` opens, or write `$${`"),
        ("a = \"%{ while x }\"\n", "a = \"%{ while x }\"\n        ^", "Expected `if`, `else`, `endif`, `for` or `endfor` behind `%{`"),
        ("a = my pipeline\n", "a = my pipeline\n       ^", "Expected the end of the line behind this argument, found `p`"),
        ("a = 5m\n", "a = 5m\n    ^^", "`5m` is no number"),
        ("a = f(1 2)\n", "a = f(1 2)\n        ^", "Expected `,` or `)` behind this argument, found `2`"),
        ("a = f(1\n", "a = f(1\n    ^", "This call is never closed: the end of the file comes first. Add `)`"),
        ("a = [1, 2\n", "a = [1, 2\n    ^", "This list is never closed"),
        ("a = {\n  b = 1\n", "a = {\n    ^", "This object is never closed"),
        ("a = (1\n", "a = (1\n    ^", "This parenthesis is never closed"),
        ("a = b[1\n", "a = b[1\n     ^", "This index is never closed"),
        ("a = b[1 2]\n", "a = b[1 2]\n        ^", "Expected `]` behind this index"),
        ("a = b.\n", "a = b.\n     ^", "Expected a name behind `.`"),
        ("a = c ? 1\n", "a = c ? 1\n        ^", "Expected `:` here"),
        ("a = [for x of y : z]\n", "a = [for x of y : z]\n           ^", "Expected `in` here"),
        ("a = [for x in y]\n", "a = [for x in y]\n               ^", "Expected `:` here, found `]`"),
        ("a = {\n  1\n}\n", "  1\n  ^", "Expected `=` behind this key"),
        ("a = { b = 1 ] }\n", "a = { b = 1 ] }\n            ^", "Expected `,` or a line break behind this value, found `]`"),
        ("a {\n  b = 1\n", "a {\n^", "This block is never closed: the end of the file comes first. Add `}` where it ends."),
        ("a \"b\n", "a \"b\n  ^^", "This text is never closed"),
        ("a \"${b}\" {}\n", "a \"${b}\" {}\n  ^^^^^^", "A block's label is computed here"),
        ("a \"b\"\n{\n}\n", "a \"b\"\n    ^", "Expected a label or `{` here, found the end of the line. A block opens on the line of its type."),
        ("a : 1\n", "a : 1\n^", "`a` is followed by `:`"),
        ("}\n", "}\n^", "This `}` closes nothing"),
        ("\"a\" = 1\n", "\"a\" = 1\n^", "An argument's name stands in quotes"),
        ("- a\n", "- a\n^", "Expected an argument or a block, found `-`"),
        ("a = <<EOT\nx\n", "a = <<EOT\n    ^^^^^", "This heredoc is never closed: no line behind it is `EOT` alone"),
        ("a = << EOT\nx\nEOT\n", "a = << EOT\n    ^^", "A heredoc needs the word that will end it"),
        ("a = <<EOT x\nEOT\n", "a = <<EOT x\n         ^", "Expected the end of the line behind the heredoc's marker"),
        ("a = 1 /* x\nb = 2\n", "a = 1 /* x\n      ^^", "This comment is never closed"),
        ("a {\n  b = [1, /* x\n", "  b = [1, /* x\n          ^^", "This comment is never closed"),
        ("/* x", "/* x\n^^", "This comment is never closed"),
    ])
    func `what ends a block`(hcl: String, drawing: String, message: String) throws {
        let document = Document.of(hcl: hcl)
        let problem = try #require(document.problems.first)
        #expect(document.drawn(problem.range) == drawing)
        #expect(problem.message.hasPrefix(message), "\(problem.message)")
        #expect(document.problems.count == 1)
        #expect(problem.isFatal)
        #expect(document.nodes[0].flags.contains(.incomplete))
        #expect(document.brokenInvariant() == nil)
    }

    @Test(arguments: [
        ("a = [1 2]\n", "a = [1 2]\n       ^", "A comma is missing", "{a: [1, 2]}"),
        ("a = { b = 1 c = 2 }\n", "a = { b = 1 c = 2 }\n            ^", "A comma is missing", "{a: {b: 1, c: 2}}"),
        ("a { b = 1, c = 2 }\n", "a { b = 1, c = 2 }\n         ^", "This comma separates nothing", "{a: {b: 1, c: 2}}"),
        ("a = 1 b = 2\n", "a = 1 b = 2\n      ^", "A line break is missing", "{a: 1, b: 2}"),
        ("a {} b {}\n", "a {} b {}\n     ^", "A line break is missing", "{a: {}, b: {}}"),
        (#"a = "x\dy""#, #"a = "x\dy""# + "\n      ^^", "`\\` starts an escape, and `d` is none of HCL's", #"{a: <x\dy>}"#),
        (#"a = "\ud800${x}""#, #"a = "\ud800${x}""# + "\n     ^^", "`\\u` needs 4 hexadecimal digits", #"{a: <"\ud800${x}">}"#),
    ])
    func `what is repaired`(hcl: String, drawing: String, message: String, sketch: String) {
        let document = Document.of(hcl: hcl)
        #expect(document.drawnProblems == [drawing])
        #expect(document.problems.allSatisfy { $0.message.hasPrefix(message) && !$0.isFatal })
        #expect(document.sketch == sketch)
        #expect(document.brokenInvariant() == nil)
    }

    // MARK: Reading on

    @Test func `reading goes on at the next block`() {
        let document = Document.of(
            hcl: """
                variable "a" {
                  default = [1, 2
                  type = string
                }

                # resource "no" "comment" {
                locals {
                  text = <<-EOT
                    resource
                resource "no" "heredoc" {
                  EOT
                  broken = ?
                }
                }
                resource "type" "name" {
                  a = 1
                }
                """)
        #expect(
            document.sketch
                == #"{variable: {a: {default: [1, 2, @type...]...}...}, locals: {text: "    resource\nresource \"no\" \"heredoc\" {\n"...}, resource: {type: {name: {a: 1}}}...}"#)
        #expect(document.problems.map { document.place($0.range) } == ["3:3-3:4", "3:8-3:9", "12:12-12:13"])
        #expect(document.problems.allSatisfy { !$0.isFatal })
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `a block without its brace ends in front of the next one`() {
        let document = Document.of(
            hcl: """
                resource "a" "b" {
                  c = 1
                  schedule {
                    d = 2

                resource "a" "e" {
                  tags = {
                    f = 3

                resource "a" "g" {
                  h = 4
                }
                """)
        #expect(
            document.sketch
                == #"{resource: [{a: {b: {c: 1, schedule: {d: 2...}...}...}...}, {a: {e: {tags: {f: 3...}...}...}...}, {a: {g: {h: 4}}}]...}"#)
        #expect(document.drawnProblems == ["  schedule {\n  ^^^^^^^^", "  tags = {\n         ^"])
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `the last block may be the broken one`() {
        let document = Document.of(hcl: "a {\n}\nb {\n  c = 1\n")
        #expect(document.sketch == "{a: {}, b: {c: 1...}...}")
        #expect(document.drawnProblems == ["b {\n^"])
    }

    @Test func `a hundred mistakes are enough`() {
        let document = Document.of(hcl: String(repeating: "a {\n  b = ?\n}\n", count: 500))
        #expect(document.problems.count == 101)
        #expect(document.problems.last?.kind == .limit)
        #expect(document.problems.last?.isFatal == true)
        #expect(document.brokenInvariant() == nil)
    }

    // MARK: Encodings

    @Test func `bytes that are no characters`() {
        let inText = Document.read(
            Source(name: "a.tf", bytes: Array("a = \"x".utf8) + [0xFF] + Array("\"\nb {\n}\n".utf8)), as: .hcl)
        #expect(inText.problems.map(\.kind) == [.encoding])
        #expect(inText.problems.map(\.range) == [SourceRange(start: 6, end: 7)])
        #expect(inText.sketch == "{b: {}...}")
        let inComment = Document.read(Source(name: "a.tf", bytes: [UInt8(ascii: "#"), 0xFF, 0x0A]), as: .hcl)
        #expect(inComment.problems.isEmpty)
        let wide = Document.read(Source(name: "a.tf", bytes: [0xFF, 0xFE, 0x61, 0]), as: .hcl)
        #expect(wide.problems.map(\.kind) == [.encoding])
        let zero = Document.read(Source(name: "a.tf", bytes: [0x61, 0x20, 0x3D, 0x20, 0]), as: .hcl)
        #expect(zero.problems.map(\.message) == ["Expected a value, found the byte 0x00. Values are texts in double quotes, numbers, true, false, null, `[ ]`, `{ }` and expressions."])
    }

    // MARK: Hostile files

    @Test(arguments: ["[", "{", "(", "f(", "a[", "\"${", "<<E\n${", "{ a = [", "!", "-", "b {\n", "b \"x\" {\n", "a ? ", "[for x in ", "<<", "\"$${", "/*", "a.", "{for x in"])
    func `deep nesting ends with a problem`(opening: String) {
        for head in ["a = ", "a {\n b = ", ""] {
            let document = Document.of(hcl: head + String(repeating: opening, count: 100_000))
            #expect(!document.problems.isEmpty)
            #expect(document.problems.count <= 101)
            #expect(document.brokenInvariant() == nil)
        }
    }

    @Test func `long files are read in linear time`() {
        // Each of these would take minutes if a step of it were repeated for every line before or behind it.
        let texts = [
            String(repeating: "a <<E\n", count: 200_000), String(repeating: "a = <<E\n", count: 200_000),
            String(repeating: "a {\n", count: 200_000), String(repeating: "a {\nb = ?\n", count: 200_000),
            String(repeating: "/*\n", count: 300_000), "a {\n b = ?\n" + String(repeating: "/*\n", count: 300_000),
            String(repeating: "a \"b\" {}\n", count: 100_000), (0..<50_000).map { "a\($0) {}\n" }.joined(),
            "a = \"" + String(repeating: "${x}", count: 100_000) + "\"",
            "a = <<-E\n" + String(repeating: "  ${x}\n", count: 100_000) + "E\n",
            "a = " + String(repeating: "1 + ", count: 200_000) + "1", "a = x" + String(repeating: ".y", count: 200_000),
            "a = <<-E\n" + String(repeating: " ", count: 500_000) + "x\n" + String(repeating: " \n", count: 200_000) + "E\n",
            String(repeating: "}\n", count: 300_000), "a = " + String(repeating: "?", count: 500_000),
        ]
        let time = ContinuousClock().measure {
            for text in texts { #expect(Document.of(hcl: text).brokenInvariant(checksTexts: false) == nil) }
        }
        #expect(time < .seconds(60))
    }
}
