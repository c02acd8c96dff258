// Every request of the corpus, judged with the default rules: its diagnostics are the ones expected, accepted requests
// have neither errors nor warnings, and what a message quotes stands at its range. `BLESS=1` writes the expectations.
import ImageBuilderLint
import Testing

@Suite struct CorpusTests {
    static let linter = Result<Linter, ConfigurationError> { () throws(ConfigurationError) in
        guard let today = Day(year: 2026, month: 11, day: 23) else { throw ConfigurationError(["no such day"]) }
        return try Linter(Linter.Options(today: today))
    }

    @Test("the corpus is there, in both languages")
    func size() {
        #expect(CorpusFolder.requests.filter { $0.hasSuffix(".json") }.count >= 100)
        #expect(CorpusFolder.requests.filter { !$0.hasSuffix(".json") }.count >= 60)
        #expect(CorpusFolder.requests.count >= 170)
    }

    @Test("request", arguments: CorpusFolder.requests)
    func request(path: String) throws {
        let bytes = try CorpusFolder.bytes(path)
        let report = try Self.linter.get().check(bytes, name: path)
        let lines = report.diagnostics.map(line) + report.notices.map(line)
        let found = lines.map { $0 + "\n" }.joined()
        if CorpusFolder.isBlessing {
            try CorpusFolder.bless(path, found)
        } else {
            #expect(found == CorpusFolder.expectation(path), "corpus/\(path)")
        }
        #expect(report.requests > 0 || !report.notices.isEmpty, "corpus/\(path): no request is recognised")
        if path.hasPrefix("accepted/") {
            for diagnostic in report.diagnostics where diagnostic.severity > .info {
                Issue.record("corpus/\(path): accepted, and reported: \(diagnostic.message)")
            }
            #expect(report.notices.isEmpty, "corpus/\(path)")
        } else {
            #expect(report.diagnostics.contains { $0.severity > .info } || !report.notices.isEmpty, "corpus/\(path): rejected, and nothing is reported")
        }
        for diagnostic in report.diagnostics { checkRange(diagnostic, in: bytes, path) }
        for region in report.notices.compactMap(\.region) {
            #expect(isInside(region, bytes), "corpus/\(path): a notice's range")
        }
    }

    /// `rule severity L:C-L:C /pointer`
    private func line(_ diagnostic: Diagnostic) -> String {
        "\(diagnostic.rule) \(diagnostic.severity.rawValue) \(place(diagnostic.region)) \(diagnostic.pointer)"
    }

    private func line(_ notice: Notice) -> String {
        "notice \(notice.kind.rawValue) \(notice.region.map(place) ?? "-")"
    }

    private func place(_ region: Region) -> String {
        "\(region.start.line):\(region.start.column)-\(region.end.line):\(region.end.column)"
    }

    /// Ranges lie inside the source, are never empty, and never cut a character.
    private func checkRange(_ diagnostic: Diagnostic, in bytes: [UInt8], _ path: String) {
        guard isInside(diagnostic.region, bytes) else {
            Issue.record("corpus/\(path): the range of: \(diagnostic.message)")
            return
        }
        let range = diagnostic.region.start.offset..<diagnostic.region.end.offset
        let text = String(validating: bytes[range], as: UTF8.self)
        guard let text else {
            Issue.record("corpus/\(path): a range cuts a character")
            return
        }
        #expect(
            QuotedValue(diagnostic, source: text, definitions: definitions(diagnostic, bytes)).isConsistent,
            "corpus/\(path) \(line(diagnostic)): `\(text)` is marked, and the message says: \(diagnostic.message)")
    }

    /// What stands at the related places of a diagnostic in a form that refers to values.
    private func definitions(_ diagnostic: Diagnostic, _ bytes: [UInt8]) -> [String] {
        guard diagnostic.dialect != "api" else { return [] }
        return diagnostic.related.map {
            String(decoding: bytes[$0.region.start.offset..<$0.region.end.offset], as: UTF8.self)
        }
    }

    private func isInside(_ region: Region, _ bytes: [UInt8]) -> Bool {
        region.start.offset < region.end.offset && region.end.offset <= bytes.count
    }
}
