// What the compiler refuses in pages, each with the page's line, beside the mistakes that the page reader finds.
import RequestLint
import Testing

@Suite struct CompilerRefusalTests {
    @Test("a problem of a bound check that no page claims at that place")
    func unclaimedProblem() {
        let mistakes = mistakes([
            page("recipe/none", "on: [OneRequest, OtherRequest]", "check: exactly-one-of", "problem: none", "members: [left, right]"),
            page("recipe/several", "on: OneRequest", "check: exactly-one-of", "problem: several", "members: [left, right]"),
        ])
        #expect(mistakes == [
            "recipe/none.md:4: The check `exactly-one-of` runs at `OtherRequest`, and no page claims its problem `several` there. Add a page that does, with the same parameters."
        ])
    }

    @Test("the same check with other parameters claims for itself")
    func otherParameters() {
        let mistakes = mistakes([
            page("recipe/none", "on: OneRequest", "check: exactly-one-of", "problem: none", "members: [left, right]"),
            page("recipe/several", "on: OneRequest", "check: exactly-one-of", "problem: several", "members: [right, left]"),
        ])
        #expect(mistakes.count == 2)
    }

    @Test("a problem that two pages claim")
    func twoClaims() {
        let mistakes = mistakes([
            page("role/one", "on: OneRequest", "check: requires", "problem: missing", "then: left"),
            page("role/two", "on: OneRequest", "check: requires", "problem: missing", "then: left"),
        ])
        #expect(mistakes == [
            "role/two.md:6: `role/one` claims `missing` at `OneRequest` too. One problem at one place has one rule."
        ])
    }

    @Test("a path that leads nowhere, or too far", arguments: [
        ("then: lefft", "role/one.md:7: `OneRequest` has no member `lefft`. Did you mean `left`?"),
        ("then: inner.deep", "role/one.md:7: `OneRequest` has no member `inner.deep`. Correct the path."),
        ("then: list[].list[].left", "role/one.md:7: `list[].list[].left` is too long a path: six members and one list are the most. Bind the rule to a shape that is nearer."),
    ])
    func deadPath(parameter: String, mistake: String) {
        let found = mistakes([page("role/one", "on: OneRequest", "check: requires", "problem: missing", parameter)])
        #expect(found == [mistake])
    }

    @Test("a condition that says nothing", arguments: ["then: left =", "then: no left = 1", "then: left right", "then: \"\"", "if: left"])
    func noCondition(parameter: String) {
        #expect(mistakes([page("role/one", "on: OneRequest", "check: requires", "problem: missing", parameter)]).count == 1)
    }

    @Test("pages in order compile")
    func compiles() {
        let found = mistakes([
            page("recipe/none", "on: OneRequest", "check: exactly-one-of", "problem: none", "members: [left, right]"),
            page("recipe/several", "on: OneRequest", "check: exactly-one-of", "problem: several", "members: [left, right]"),
            page("role/one", "on: OneRequest", "check: forbids", "problem: together", "if: [left, no right]", "not: [inner.left = true, \"list[].left = A\"]"),
        ])
        #expect(found.isEmpty)
    }

    // MARK: Pages and a model

    private func mistakes(_ pages: [RuleSource]) -> [String] {
        do throws(ConfigurationError) {
            _ = try RegistryCompiler.compile(pages + [Self.model], checks: CheckList([]))
            return []
        } catch {
            return error.messages
        }
    }

    private func page(_ id: String, _ lines: String...) -> RuleSource {
        let text = """
            ---
            severity: warning
            evidence: likely
            \(lines.joined(separator: "\n"))
            sources: [a test]
            ---
            # A rule

            ## Rejected
            ```json Do
            {}
            ```

            ## Accepted
            ```json Do
            {}
            ```
            """
        return RuleSource(path: id + ".md", text: text)
    }

    private static let model = RuleSource(
        path: "model/test.json",
        text: """
            {"service": "test", "source": "a test", "operations": {"Do": "OneRequest", "Redo": "OtherRequest"}, "shapes": {
              "OneRequest": {"type": "structure", "members": {
                "left": {"shape": "Text"}, "right": {"shape": "Text"}, "inner": {"shape": "Inner"}, "list": {"shape": "List"}}},
              "OtherRequest": {"type": "structure", "members": {"left": {"shape": "Text"}, "right": {"shape": "Text"}}},
              "Inner": {"type": "structure", "members": {"left": {"shape": "Text"}, "list": {"shape": "List"}}},
              "List": {"type": "list", "member": "Inner"},
              "Text": {"type": "string"}}}
            """)
}
