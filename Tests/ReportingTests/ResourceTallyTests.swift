// The overview by resource at the end of a text report.
import Reporting
import RequestLint
import Testing

@Suite struct ResourceTallyTests {
    private func found(_ resource: String?, _ severities: Severity...) -> [Diagnostic] {
        severities.map { nightly.diagnostic(nightly.region(of: "nightly"), severity: $0, resource: resource) }
    }

    private func report(_ file: String, _ diagnostics: [Diagnostic]) -> FileReport {
        FileReport(file: file, diagnostics: diagnostics, notices: [], requests: 1, suppressed: 0, source: [])
    }

    /// The lines behind the last finding.
    private func overview(_ reports: [FileReport], isQuiet: Bool = false) -> [Substring] {
        let lines = text(.text, reports) { $0.text.isQuiet = isQuiet }.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: "By resource:") else { return [] }
        return Array(lines[start...])
    }

    @Test func severalResources() {
        let reports = [
            report("template.yaml", found("Nightly (AWS::ImageBuilder::ImagePipeline)", .error, .warning, .error) + found(nil, .error)),
            report("a/main.tf", found("aws_imagebuilder_image_pipeline.b", .info)),
            report("b.tf", found("Nacht (é漢)", .warning, .info, .info)),
        ]
        #expect(
            overview(reports) == [
                "By resource:",
                "  Nightly (AWS::ImageBuilder::ImagePipeline)  template.yaml  2 errors, 1 warning",
                "  aws_imagebuilder_image_pipeline.b           a/main.tf      1 info",
                "  Nacht (é漢)                                 b.tf           1 warning, 2 infos",
                "",
                "Checked 3 files, 3 requests: 3 errors, 2 warnings, 3 infos.",
                "",
            ])
        #expect(overview(reports, isQuiet: true).isEmpty)
    }

    @Test("one resource needs no overview, nor do requests without a name")
    func oneResource() {
        #expect(overview([report("a", found("A", .error, .error)), report("b", found(nil, .error))]).isEmpty)
        #expect(overview([report("a", found("A", .error)), report("a", found("A", .info))]).isEmpty)
    }

    @Test("a name in two files is two resources")
    func files() {
        #expect(overview([report("a", found("A", .error)), report("b", found("A", .info))]).count == 6)
    }

    @Test("a stream of resources takes no more room than a screen")
    func many() {
        let reports = (0..<100).map { report("trail.ndjson", found("e-\($0)", .error, .warning)) }
        let lines = overview(reports + [report("trail.ndjson", found("e-0", .error))])
        #expect(lines.count == 25)
        #expect(lines[1] == "  e-0   trail.ndjson  2 errors, 1 warning")
        #expect(lines[20] == "  e-19  trail.ndjson  1 error, 1 warning")
        #expect(lines[21] == "  and 80 more")
        let atOnce = overview([report("x", (0..<30).flatMap { found("r\($0)", .error) + found("r\($0)", .error) })])
        #expect(atOnce[21] == "  and 10 more")
    }
}
