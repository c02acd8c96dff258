// What holds between rules and the model, and between rules and hostile input.
import ImageBuilderLint
import Testing

@Suite struct ModelBehindRulesTests {
    private func rules(_ request: String, _ change: (inout Linter.Options) -> Void) throws -> [String] {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.operation = Operation(name: "CreateImagePipeline")
        change(&options)
        return try Linter(options).check(Array(request.utf8), name: "request.json").diagnostics.map { "\($0.rule)" }
    }

    @Test("where the rules that know a text better are switched off, the model's pattern is judged")
    func patterns() throws {
        let request = #"{"name": "a!b", "infrastructureConfigurationArn": "garbage"}"#
        #expect(try rules(request) { $0.select = ["shape/pattern"] } == ["shape/pattern", "shape/pattern"])
        #expect(try rules(request) { $0.select = ["name/malformed"] } == ["name/malformed"])
        let ignoring = try rules(request) { $0.ignore = ["name/", "recipe/"] }
        #expect(ignoring == ["shape/pattern", "arn/malformed"])
    }

    @Test("the other sign is proposed only where such a zone exists")
    func farZones() throws {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = ["timezone/"]
        options.operation = Operation(name: "UpdateImagePipeline")
        let linter = try Linter(options)
        for (zone, isProposed) in [("Etc/GMT-14", false), ("Etc/GMT-5", true)] {
            let report = linter.check(Array(#"{"schedule": {"timezone": "\#(zone)"}}"#.utf8), name: "request.json")
            #expect(report.diagnostics.count == 1)
            #expect(report.diagnostics.first?.message.contains("Write `Etc/GMT+") == isProposed)
        }
    }

    @Test("pointers of keys with combining marks are RFC 6901")
    func pointers() throws {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = ["shape/type"]
        options.operation = Operation(name: "CreateImagePipeline")
        let report = try Linter(options).check(
            Array("{\"tags\": {\"a~\u{301}\": 5}}".utf8), name: "request.json")
        #expect(report.diagnostics.map(\.requestPointer) == ["/tags/a~0\u{301}"])
        #expect(report.diagnostics.map(\.pointer) == ["/tags/a~0\u{301}"])
    }

    @Test("many ARNs of many Regions are compared in linear time")
    func manyARNs() throws {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = ["arn/recipe-regions-differ"]
        let linter = try Linter(options)
        func time(_ count: Int) -> Duration {
            let items = (0..<count).map { #"{"componentArn": "arn:aws:imagebuilder:eu-west-\#($0 % 90):aws:component/a/1.0.\#($0)"}"# }
            let request = #"{"name": "abc", "parentImage": "arn:aws:imagebuilder:eu-west-1:aws:image/a/x.x.x", "semanticVersion": "1.0.0", "components": [\#(items.joined(separator: ","))]}"#
            return ContinuousClock().measure { _ = linter.check(Array(request.utf8), name: "request.json") }
        }
        // Four times as many take four times as long, and sixteen times where each is compared with each.
        let few = time(3_000)
        #expect(time(12_000) < few * 9)
    }
}
