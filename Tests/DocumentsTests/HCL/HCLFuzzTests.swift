// Damaged HCL in a seeded loop: there is always a document that holds together, and a problem where something is cut.
import Documents
import Testing

@Suite struct HCLFuzzTests {
    @Test(arguments: 1...4)
    func `damaged files leave whole documents`(seed: Int) {
        var mutator = Mutator(seed: UInt64(seed), seeds: Self.seeds)
        for round in 0..<4000 {
            let bytes = mutator.next()
            guard !bytes.isEmpty else { continue }
            let document = Document.read(Source(name: "fuzz.tf", bytes: bytes), as: .hcl)
            if let broken = document.brokenInvariant() ?? document.brokenEnd ?? document.brokenParts {
                Issue.record("round \(round): \(broken)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    static let seeds: [[UInt8]] = [
        """
        resource "aws_imagebuilder_image_pipeline" "nightly" {
          name             = "nightly-${var.stage}"
          image_recipe_arn = aws_imagebuilder_image_recipe.this[0].arn
          schedule {
            schedule_expression = "cron(0 0 * * ? *)" # daily
            timezone = var.zone == "" ? "UTC" : upper(var.zone)
          }
          tags = merge(local.tags, { Name = "x", "a b" : [1, -2.5e3, true, null] })
        }
        resource "b" c {
          data = <<-EOT
            name: $${x} ${jsonencode({ a = "}" })}
              é 😀 %{ if a ~} b %{ endif }

          EOT
          list = [for k, v in { a = 1 } : "${k}=${v}" if v != 2]
        }
        """,
        "a = <<E\r\n\\x $${a}\r\nE\r\nb { c = \"\\u00e9\\U0001F600\\n\" }\r\nb {}\r\nb \"x\" {}\r\n/* c */ d = (e.*.f)[0]\r\n",
        "x {\n  dynamic \"y\" {\n    for_each = z\n    content {\n      w = y.value[\"k\"].v\n    }\n  }\n  y {\n    w = 1\n  }\n}\n// end",
    ].map { Array($0.utf8) }
}
