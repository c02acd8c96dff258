// Rules of workflows where the request leaves something open, is spelled unusually, or is large. What they find in
// plain requests stands in their pages.
import ImageBuilderLint
import Testing

@Suite struct WorkflowTests {
    private func arn(_ stage: String, _ name: String, _ account: String = "123456789012", _ version: String = "1.0.0") -> String {
        "arn:aws:imagebuilder:eu-west-1:\(account):workflow/\(stage)/\(name)/\(version)"
    }

    private func request(_ entries: [String], _ rest: String = "") -> String {
        #"{"workflows": ["# + entries.joined(separator: ", ") + "]" + rest + "}"
    }

    private func entry(_ arn: String, _ rest: String = "") -> String {
        #"{"workflowArn": "\#(arn)"\#(rest)}"#
    }

    @Test("an ARN that says no stage says nothing", arguments: [
        "arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/nightly/1.0.0",
        "arn:aws:imagebuilder:eu-west-1:123456789012:workflow/Build/x/1.0.0",
        "arn:aws:imagebuilder:eu-west-1:123456789012:workflow",
        "arn:aws:imagebuilder:eu-west-1:123456789012:workflow/",
        "arn:aws:ec2:eu-west-1:123456789012:workflow/build/x/1.0.0",
        "build-image", "",
    ])
    func unknownStage(arn: String) throws {
        let probe = try RuleProbe("workflow/")
        let text = request([entry(arn, #", "onFailure": "ABORT", "parallelGroup": "a""#)], #", "executionRole": "r""#)
        #expect(probe.findings(text) == [])
    }

    @Test("a managed workflow without a name or version is another rule's", arguments: ["workflow/build", "workflow/build/", "workflow/build/x", "workflow/build/x/", "workflow/build//1.0.0"])
    func brokenManaged(resource: String) throws {
        let probe = try RuleProbe("workflow/managed-version", "workflow/wrong-recipe")
        #expect(probe.findings(request([entry("arn:aws:imagebuilder:eu-west-1:aws:\(resource)")], #", "imageRecipeArn": "x""#)) == [])
    }

    @Test("an empty list needs no role")
    func emptyList() throws {
        #expect(try RuleProbe("workflow/").findings(request([])) == [])
    }

    @Test("a role of the wrong type is there, and of a value that is unknown")
    func unknownRole() throws {
        let probe = try RuleProbe("workflow/execution-role")
        #expect(probe.findings(request([entry(arn("build", "x"))], #", "executionRole": null"#)) == [])
        #expect(probe.findings(request([entry(arn("build", "x"))], #", "executionRole": 7"#)) == [])
    }

    @Test("nothing is missing in a request that a syntax error cuts short")
    func cutShort() throws {
        let probe = try RuleProbe("workflow/", "recipe/")
        let whole = request([entry(arn("test", "x"))], "")
        #expect(probe.findings(whole).count == 3)
        #expect(probe.findings(String(whole.dropLast(1))) == ["workflow/tests-only: workflows"])
        #expect(probe.findings(String(whole.dropLast(3))) == [])
    }

    @Test("one workflow that is unknown keeps the list from being of tests only")
    func partlyUnknown() throws {
        let probe = try RuleProbe("workflow/tests-only")
        #expect(probe.findings(request([entry(arn("test", "x")), "null"])) == [])
        #expect(probe.findings(request([entry(arn("test", "x")), #"{"workflowArn": 1}"#])) == [])
        #expect(probe.findings(request([entry(arn("test", "x"))])) == ["workflow/tests-only: workflows"])
    }

    @Test("escapes keep the marks in place")
    func escapes() throws {
        let probe = try RuleProbe("workflow/managed-version")
        let escaped = arn("build", "build-image", "aws", "1.0.0").replacing("/", with: #"\/"#)
        #expect(probe.findings(request([entry(escaped)])) == ["workflow/managed-version: 1.0.0"])
    }

    @Test("a workflow of one's own may be called as a managed one, and have a version")
    func ownNamesake() throws {
        let probe = try RuleProbe("workflow/")
        let rest = #", "executionRole": "r", "containerRecipeArn": "x""#
        #expect(probe.findings(request([entry(arn("build", "build-image"))], rest)) == [])
    }

    @Test("with both recipes, or one that is unknown, none is the wrong one", arguments: [
        #", "containerRecipeArn": "x", "imageRecipeArn": "y""#,
        #", "containerRecipeArn": "x", "imageRecipeArn": null"#, "",
    ])
    func unknownRecipe(rest: String) throws {
        let probe = try RuleProbe("workflow/wrong-recipe")
        #expect(probe.findings(request([entry(arn("build", "build-image", "aws", "x.x.x"))], rest)) == [])
    }

    @Test("groups: what is no test, or unknown, tears nothing apart")
    func groups() throws {
        let probe = try RuleProbe("workflow/interleaved-groups", "workflow/crowded-group")
        func test(_ number: Int, _ group: String?) -> String {
            entry(arn("test", "t\(number)"), group.map { #", "parallelGroup": "\#($0)""# } ?? "")
        }
        #expect(probe.findings(request([test(1, "a"), entry(arn("build", "x")), test(2, "a")])) == [])
        #expect(probe.findings(request([test(1, "a"), #"{"parallelGroup": "b"}"#, test(2, "a")])) == [])
        #expect(probe.findings(request([test(1, "a"), entry(arn("test", "x"), #", "parallelGroup": 1"#), test(2, "a")])) == [])
        #expect(probe.findings(request([test(1, "a"), test(2, nil), test(3, "a"), test(4, "a"), test(5, nil), test(6, "a")]))
            == [#"workflow/interleaved-groups: "a""#, #"workflow/interleaved-groups: "a""#])
        #expect(probe.findings(request((1...5).map { test($0, "a") })) == [])
        #expect(probe.findings(request((1...8).map { test($0, "a") })) == [#"workflow/crowded-group: "a""#])
    }

    @Test("a list of thousands is judged at once")
    func largeList() throws {
        let probe = try RuleProbe("workflow/")
        let entries = (0..<20_000).map { entry(arn("test", "t"), #", "parallelGroup": "g\#($0 % 3)""#) }
        let clock = ContinuousClock()
        let start = clock.now
        let findings = probe.findings(request(entries, #", "executionRole": "r""#)).map { $0.prefix { $0 != ":" } }
        #expect(findings == ["workflow/tests-only", "workflow/too-many-tests"])
        #expect(clock.now - start < .seconds(20))
    }

    @Test("names in a long list of parameters are found twice as in a short one", arguments: [2, 32, 33, 500])
    func duplicateParameters(count: Int) throws {
        let probe = try RuleProbe("workflow/duplicate-parameter")
        var parameters = (1..<count).map { #"{"name": "p\#($0)", "value": ["a"]}"# }
        #expect(probe.findings(request([entry(arn("build", "x"), #", "parameters": [\#(parameters.joined(separator: ","))]"#)])) == [])
        parameters.append(#"{"name": "p\u0031", "value": ["b"]}"#)
        #expect(probe.findings(request([entry(arn("build", "x"), #", "parameters": [\#(parameters.joined(separator: ","))]"#)]))
            == [#"workflow/duplicate-parameter: "p\u0031""#])
    }
}
