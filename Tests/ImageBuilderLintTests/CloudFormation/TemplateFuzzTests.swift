// Damaged templates: whatever the bytes are, there is a report, and its places lie inside the source.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct TemplateFuzzTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")

    private static let templates: [String] = {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.contains("/cloudformation/") && !$0.hasSuffix(".expected") }.sorted()
    }()

    /// Bytes that mean something in JSON, in YAML or to CloudFormation.
    private static let signs = Array("{}[]\"':,-!&*#|>$\n \t\\~\u{E9}0".utf8)

    @Test("there are templates to damage")
    func size() { #expect(Self.templates.count >= 60) }

    @Test("damaged template", arguments: templates)
    func damaged(path: String) throws {
        let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: path)))
        let linter = try Linter(Linter.Options(today: #require(Day(year: 2026, month: 11, day: 23))))
        var state = UInt64(path.utf8.reduce(7) { ($0 &* 31) &+ Int($1) } & 0xFFFF) | 1
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for round in 0..<40 {
            var damaged = bytes
            switch round % 4 {
            case 0: damaged = Array(bytes.prefix(random(bytes.count)))
            case 1: damaged[random(bytes.count)] = Self.signs[random(Self.signs.count)]
            case 2: damaged.insert(Self.signs[random(Self.signs.count)], at: random(bytes.count))
            default:
                let start = random(bytes.count)
                damaged.removeSubrange(start..<min(bytes.count, start + 1 + random(40)))
            }
            let report = linter.check(damaged, name: path)
            let regions = report.diagnostics.flatMap { [$0.region] + $0.related.map(\.region) } + report.notices.compactMap(\.region)
            for region in regions where !damaged.isEmpty {
                #expect(region.start.offset < region.end.offset && region.end.offset <= damaged.count, "\(path), round \(round)")
            }
        }
    }
}
