// The HCL reader: what blocks and values become, and where they stand.
@testable import Documents
import Testing

@Suite struct HCLReaderTests {
    // MARK: Bodies

    @Test func `blocks are members with their labels inside`() {
        let document = Document.of(
            hcl: """
                # A comment
                resource "aws_imagebuilder_image_pipeline" "nightly" { // another
                  name = "nightly" /* and
                  one more */
                  schedule {
                    schedule_expression = "cron(0 0 * * ? *)"
                  }
                }
                """)
        #expect(document.problems.isEmpty)
        #expect(
            document.sketch
                == #"{resource: {aws_imagebuilder_image_pipeline: {nightly: {name: "nightly", schedule: {schedule_expression: "cron(0 0 * * ? *)"}}}}}"#)
        #expect(
            NodePaths(document).pointer(to: document.node("resource/aws_imagebuilder_image_pipeline/nightly/schedule") ?? 0)
                == "/resource/aws_imagebuilder_image_pipeline/nightly/schedule")
        #expect(document.brokenInvariant() == nil)
    }

    @Test(arguments: [
        ("a {}", "{a: {}}"),
        ("a { b = 1 }", "{a: {b: 1}}"),
        ("a b \"c d\" {\n}", "{a: {b: {c d: {}}}}"),
        ("a {}\nb = 1\na {}", "{a: [{}, {}], b: 1}"),
        ("a \"x\" {}\na \"x\" {}\na \"y\" {}", "{a: [{x: {}}, {x: {}}, {y: {}}]}"),
        ("a {\n  b { c = 1 }\n  d = \"\\n\"\n  b { c = 2 }\n}\na {}\n", #"{a: [{b: [{c: 1}, {c: 2}], d: "\n"}, {}]}"#),
        ("a = 1\na = 2", "{a: 1, a: 2}"),
        ("dynamic \"x\" {\n for_each = var.l\n content {\n  y = x.value\n }\n}", "{dynamic: {x: {for_each: @var.l, content: {y: @x.value}}}}"),
        ("für-1 = 1", "{für-1: 1}"),
        ("", "{}"), ("\n\n# only this", "{}"), ("\u{FEFF}a = 1", "{a: 1}"),
        ("a = 1\r\nb {\r\n  c = \"x\"\r\n}\r\n", #"{a: 1, b: {c: "x"}}"#),
    ])
    func `bodies become objects`(hcl: String, sketch: String) {
        let document = Document.of(hcl: hcl)
        #expect(document.sketch == sketch)
        #expect(document.problems.isEmpty)
        #expect(document.brokenInvariant() == nil)
    }

    @Test func `many types of blocks are joined too`() {
        let types = (0..<40).map { "t\($0)" }
        let text = (types + types.reversed()).map { "\($0) \"l\" {\n  x = \"\\t\($0)\"\n}\n" }.joined()
        let document = Document.of(hcl: text)
        #expect(document.sketch == "{" + types.map { #"\#($0): [{l: {x: "\t\#($0)"}}, {l: {x: "\t\#($0)"}}]"# }.joined(separator: ", ") + "}")
        #expect(document.brokenInvariant() == nil)
    }

    // MARK: Values

    @Test(arguments: [
        ("1", "1"), ("-1", "-1"), ("1.5e-3", "1.5e-3"), ("012", "012"), ("true", "true"), ("null", "null"),
        ("(\"x\")", #""x""#), ("[]", "[]"), ("[1, \"b\", [true],]", #"[1, "b", [true]]"#),
        ("[\n  1, # one\n  2\n]", "[1, 2]"),
        ("{}", "{}"), ("{ a = 1, \"b c\" : 2 }", "{a: 1, b c: 2}"),
        ("{\n  a = 1\n  b : [\n 2\n ]\n\n  c = {\n d = 1 }, e = 3,\n}", "{a: 1, b: [2], c: {d: 1}, e: 3}"),
        ("{ 1 = 2, true = 3, (a) = 4, a.b = 5, \"x${y}\" = 6, (\"z\") = 7 }", "{1: 2, true: 3, <(a)>: 4, <a.b>: 5, <\"x${y}\">: 6, <(\"z\")>: 7}"),
    ])
    func `literals stay what they are`(expression: String, sketch: String) {
        #expect(Document.value(expression) == sketch)
    }

    @Test(arguments: [
        "var.x", "local.y", "aws_imagebuilder_image_recipe.z.arn", "data.aws_ami.a[0].id", "each.value", "a[\"k\"].b", "self",
        "a.0.b",
    ])
    func `plain references say so`(expression: String) {
        #expect(Document.value(expression) == "@" + expression)
        #expect(Document.value("(" + expression + ")") == "@" + expression)
        #expect(Document.value("\"${ " + expression + " }\"") == "@" + expression)
    }

    @Test(arguments: [
        "a + 1", "!a", "- 1", "-a.b", "a ? 1 : 2", "a ? b ? 1 : 2 : c ? 3 : 4", "a == \"x\" && b || c != d", "1 - -1", "a % 2", "2 * (3 + a) / 4 >= 5",
        "f()", "f(1, \"x\", [2]...)", "f(\n  a,\n  b,\n)", "f ( a ).b[0]", "provider::aws::arn_parse(x).region",
        "a[b]", "a.*.b", "a[*].b", "a[1 + 1]", "a . b", "[1, 2][0]", "{ a = 1 }.a", "{ a = 1 }[\"a\"]", "\"x\" == a",
        "[for x in a : x]", "[for i, x in a : { k = x } if x != \"\"]", "{ for k, v in a : k => v... if true }", "{\n  for k, v in a :\n  k => upper(v)\n}",
        "(a\n  + b) * 2", "a == { b = \"\\n\" }", "f(<<EOT\n  x ${y}\nEOT\n)", "\"x\".y", "a ? [1, 2] : []", "!(a)", "a ? f() : \"${b}c\"",
    ])
    func `what is computed is unknown`(expression: String) {
        #expect(Document.value(expression) == "<" + expression + ">")
    }

    @Test(arguments: [
        (#""a${b}c""#, #"~("a", @b, "c")"#),
        (#""${a}${b.c}""#, "~(@a, @b.c)"),
        (#""${"${a}"}-${f(x)}""#, #"~(@a, "-", <f(x)>)"#),
        (#""a ${"b"} ${1} ${true}""#, #"~("a ", "b", " ", 1, " ", true)"#),
        (#""a\t$${b} ${c}\n""#, #"~("a\t${b} ", @c, "\n")"#),
        (#""${{ a = "}" }}""#, #"{a: "}"}"#),
        (#""${f("${g("}")}")}""#, #"<f("${g("}")}")>"#),
        ("\"${\n  a\n}\"", "@a"),
        (#""${ a ~}""#, #"<"${ a ~}">"#),
        (#""x ${~ a}""#, #"<"x ${~ a}">"#),
        (#""%{ if a }b%{ else }c%{ endif ~}""#, #"<"%{ if a }b%{ else }c%{ endif ~}">"#),
        (#""%{ for k, v in a }${k}=${v}%{ endfor }""#, #"<"%{ for k, v in a }${k}=${v}%{ endfor }">"#),
    ])
    func `templates know their pieces`(expression: String, sketch: String) {
        #expect(Document.value(expression) == sketch)
    }

    @Test(arguments: [
        (#""\n\r\t\"\\""#, "\n\r\t\"\\"), (#""é\u00e9\U0001F600""#, "éé😀"),
        (#""$${a} %%{b} $x %y $$ %% $ {""#, "${a} %{b} $x %y $$ %% $ {"), (#""$$${a}""#, "$${a}"),
        ("\"raw \t tab\"", "raw \t tab"), (#""""#, ""),
    ])
    func `escapes are decoded`(expression: String, text: String) {
        #expect(Document.value(expression) == text.debugDescription)
    }

    // MARK: Heredocs

    @Test(arguments: [
        ("<<EOT\nEOT", ""), ("<<EOT\na\n  b\nEOT", "a\n  b\n"), ("<<EOT\n  a\n  EOT", "  a\n"), ("<<E\r\na\r\nE", "a\r\n"),
        ("<<-EOT\n    a\n      b\n\n   \n    c\n  EOT", "a\n  b\n\n   \nc\n"),
        ("<<-EOT\n\ta\n\t\tb\n\tEOT", "a\n\tb\n"),
        ("<<-EOT\n  a\n b\n  EOT", " a\nb\n"),
        ("<<-EOT\n\nEOT", "\n"),
        ("<<EOT\n$${a} %%{b} \\n \"c\" $d\nEOTX\nEOT", "${a} %{b} \\n \"c\" $d\nEOTX\n"),
        ("<<-EOT\n  $${a}\n    %%{b}\nEOT", "${a}\n  %{b}\n"),
    ])
    func `heredocs are texts`(expression: String, text: String) {
        #expect(Document.value(expression) == text.debugDescription)
    }

    @Test(arguments: [
        ("<<EOT\na ${b}\nEOT", #"~("a ", @b, "\n")"#),
        ("<<-EOT\n  a ${b} c\n    $${d}\n  ${e}\nEOT", #"~("a ", @b, " c\n", "  $", "{d}\n", "", @e, "\n")"#),
        ("<<-EOT\n  a\n${b}\nEOT", #"~("  a\n", @b, "\n")"#),
        ("<<EOT\n${f(<<INNER\nEOT\nINNER\n)}\nEOT", #"~(<f(<<INNER"# + "\nEOT\nINNER\n)>" + #", "\n")"#),
        ("<<EOT\n%{ if a }\nx\n%{ endif }\nEOT", "<<<EOT\n%{ if a }\nx\n%{ endif }\nEOT>"),
    ])
    func `heredocs know their pieces`(expression: String, sketch: String) {
        #expect(Document.value(expression) == sketch)
    }

    // MARK: Places

    @Test func `keys and values have exact ranges`() {
        let document = Document.of(hcl: "a \"b\" c {\n  d = { \"e\" = [1, f.g] }\n  h {\n  }\n  h {}\n}\n")
        #expect(
            document.nodes.indices.dropFirst().map { document.source(of: $0) } == [
                "a", "\"b\" c {\n  d = { \"e\" = [1, f.g] }\n  h {\n  }\n  h {}\n}", "\"b\"",
                "c {\n  d = { \"e\" = [1, f.g] }\n  h {\n  }\n  h {}\n}", "c",
                "{\n  d = { \"e\" = [1, f.g] }\n  h {\n  }\n  h {}\n}", "d", "{ \"e\" = [1, f.g] }", "\"e\"", "[1, f.g]",
                "1", "f.g", "h", "h {\n  }\n  h {}", "h {\n  }", "h {}",
            ])
        #expect(document.brokenInvariant() == nil)
    }

    @Test(arguments: [
        (#"a = "cron(0 0)""#, "0 0", "0 0"),
        (#"a = "a\u00e9b""#, "é", #"\u00e9"#),
        (#"a = "a\u00e9b""#, "b", "b"),
        (#"a = "a\U0001F600\"b""#, "\"b", #"\"b"#),
        (#"a = "x$${y}z""#, "${y}z", "$${y}z"),
        (#"a = "x$${y}z""#, "{y", "{y"),
        ("a = <<EOT\none\ntwo\nEOT\n", "two", "two"),
        ("a = <<-EOT\n    one\n      two $${x}y\n    three\n  EOT\n", "two", "two"),
        ("a = <<-EOT\n    one\n      two $${x}y\n    three\n  EOT\n", "}y\nth", "}y\n    th"),
        ("a = <<-EOT\r\n    one\r\n    two\r\n  EOT\r\n", "two", "two"),
    ])
    func `a part of a text is found in the source`(hcl: String, part: String, source: String) throws {
        let document = Document.of(hcl: hcl)
        let text = Array(document.string(of: 2).utf8)
        let wanted = Array(part.utf8)
        let start = try #require((0...text.count - wanted.count).first { Array(text[$0..<$0 + wanted.count]) == wanted })
        #expect(document.source(document.range(of: 2, text: start..<start + wanted.count)) == source)
    }
}
