// Judges Terraform by the default rules and says in one line each what is found and where.
import ImageBuilderLint
import Testing

struct TerraformProbe {
    private let linter: Linter

    /// - Parameter rules: ids or categories; none: the rules that are on by default.
    init(_ rules: String...) throws {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = rules
        linter = try Linter(options)
    }

    func report(_ text: String, name: String = "main.tf", origin: Linter.Origin = .found) -> FileReport {
        linter.check(Array(text.utf8), name: name, origin: origin)
    }

    /// `rule: what is marked`, in the order of the text.
    func findings(_ text: String, name: String = "main.tf") -> [String] {
        let bytes = Array(text.utf8)
        return report(text, name: name).diagnostics.map { diagnostic in
            let marked = String(decoding: bytes[diagnostic.range.start..<diagnostic.range.end], as: UTF8.self)
            return "\(diagnostic.rule): \(marked)"
        }
    }

    /// A pipeline without a mistake, with more lines in it.
    static func pipeline(_ lines: String = "", before: String = "") -> String {
        before + """
            resource "aws_imagebuilder_image_pipeline" "nightly" {
              name                             = "nightly"
              image_recipe_arn                 = aws_imagebuilder_image_recipe.this.arn
              infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.this.arn
            \(lines)
            }

            """
    }
}
