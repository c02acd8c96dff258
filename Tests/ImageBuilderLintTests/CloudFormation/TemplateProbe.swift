// Judges templates that stand in tests.
import ImageBuilderLint

enum TemplateProbe {
    /// What all rules that are on by default say of a template.
    static func report(_ text: String, name: String = "template.yaml", select: [String] = []) throws -> FileReport {
        guard let today = Day(year: 2026, month: 11, day: 23) else { throw ConfigurationError(["no such day"]) }
        var options = Linter.Options(today: today)
        options.select = select
        return try Linter(options).check(Array(text.utf8), name: name)
    }

    /// A pipeline that lacks nothing, with more properties.
    static func pipeline(_ properties: String, top: String = "") -> String {
        let lines = properties.split(separator: "\n", omittingEmptySubsequences: false).map { "      " + $0 }
        return top + """
            Resources:
              Nightly:
                Type: AWS::ImageBuilder::ImagePipeline
                Properties:
                  Name: nightly
                  ImageRecipeArn: !ImportValue golden
                  InfrastructureConfigurationArn: !ImportValue small

            """ + lines.joined(separator: "\n") + "\n"
    }

    /// The source at a region.
    static func marked(_ region: Region, in text: String) -> String {
        String(decoding: Array(text.utf8)[region.start.offset..<region.end.offset], as: UTF8.self)
    }

    static func applied(_ fix: Fix?, to text: String) -> String? {
        guard let fix else { return nil }
        var bytes = Array(text.utf8)
        for edit in fix.edits.reversed() {
            bytes.replaceSubrange(edit.region.start.offset..<edit.region.end.offset, with: Array(edit.text.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
