// Accepted Terraform, cut anywhere: what is gone is never called a mistake of what is left.
import ImageBuilderLint
import Testing

@Suite struct CutTerraformTests {
    @Test("cut", arguments: CorpusFolder.requests.filter { $0.hasPrefix("accepted/terraform/") && $0.hasSuffix(".tf") })
    func cut(path: String) throws {
        let linter = try CorpusTests.linter.get()
        let bytes = try CorpusFolder.bytes(path)
        for count in stride(from: 1, to: bytes.count, by: 3) {
            let report = linter.check(Array(bytes[..<count]), name: path)
            // The first digits of a number are another number.
            let errors = report.diagnostics.filter { $0.severity == .error && $0.rule.description != "shape/range" }
            #expect(errors.map(\.message) == [], "corpus/\(path), \(count) bytes")
        }
    }
}
