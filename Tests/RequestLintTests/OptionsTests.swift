// Options of a run: which rules, which severities, whose pages.
@testable import RequestLint
import Testing

@Suite struct OptionsTests {
    private static let pages = [
        (path: "x/one.md", text: Toy.rule("pattern", "mismatch", on: "MakeThingRequest.left", more: "pattern: a")),
        (path: "x/two.md", text: Toy.rule("pattern", "mismatch", on: "MakeThingRequest.right", severity: "info", more: "pattern: a\ndefault: off")),
        (path: "xy/three.md", text: Toy.rule("pattern", "mismatch", on: "MakeThingRequest.left", severity: "warning", more: "pattern: b")),
    ]

    /// The rules of the findings, with their severities.
    private func found(_ change: (inout Linter.Options) -> Void) throws -> [String] {
        try Toy.check(#"{"name": "ab", "left": "c", "right": "c", "other": 1}"#, Self.pages, change)
            .diagnostics.map { "\($0.rule) \($0.severity)" }
    }

    @Test func `the rules that are on by default run`() throws {
        #expect(try found { _ in } == ["x/one error", "xy/three warning", "shape/unknown-member error"])
    }

    @Test func `rules are selected by name and category`() throws {
        #expect(try found { $0.select = ["x/one"] } == ["x/one error"])
        #expect(try found { $0.select = ["x/"] } == ["x/one error", "x/two info"])
        #expect(try found { $0.select = ["x"] } == ["x/one error", "x/two info"])
        #expect(try found { $0.select = ["x/", "xy/three"] } == ["x/one error", "xy/three warning", "x/two info"])
    }

    @Test func `rules are ignored by name and category`() throws {
        #expect(try found { $0.ignore = ["shape/", "x/one"] } == ["xy/three warning"])
        #expect(try found { $0.select = ["x/"]; $0.ignore = ["x/two"] } == ["x/one error"])
    }

    @Test func `severities change`() throws {
        #expect(try found { $0.severities = [("x/one", .info)] } == ["x/one info", "xy/three warning", "shape/unknown-member error"])
        #expect(try found { $0.severities = [("x/", .warning)] } == ["x/one warning", "xy/three warning", "shape/unknown-member error"])
        #expect(try found { $0.severities = [("x/two", .error)]; $0.ignore = ["shape/"] } == ["x/one error", "xy/three warning", "x/two error"], "naming a rule switches it on")
        #expect(try found { $0.severities = [("x/one", nil), ("shape", nil)] } == ["xy/three warning"])
        #expect(try found { $0.select = ["xy/"]; $0.severities = [("x/one", .error)] } == ["xy/three warning"])
    }

    @Test func `unknown names are mistakes, all of them`() {
        #expect(throws: ConfigurationError([
            "There is no rule or category `x/on`. Did you mean `x/one`?",
            "There is no rule or category `nothing/at-all`. `rules` lists them all.",
            "There is no rule or category `shap/`. Did you mean `shape/`?",
        ])) {
            try found {
                $0.select = ["x/on"]
                $0.severities = [("nothing/at-all", .error)]
                $0.ignore = ["shap/"]
            }
        }
    }

    @Test func `an unknown operation is a mistake`() {
        #expect(throws: ConfigurationError(["`MakeThin` is not an operation of the service. Did you mean `MakeThing`?"])) {
            try Toy.check("{}", operation: "MakeThin")
        }
    }

    // MARK: Users' pages

    @Test func `a user's pages are judged beside the others`() throws {
        let page = Linter.Page(path: "mine/left.md", text: Self.leftPage(rejected: #"{"left": "c"}"#))
        let report = try Toy.check(#"{"name": "ab", "left": "c", "right": "c"}"#, Self.pages) { $0.pages = [page] }
        #expect(report.diagnostics.map { "\($0.rule) \($0.message)" } == [
            "mine/left Not c.", "x/one `c` does not match `a`. Write a value of that form.", "xy/three `c` does not match `b`. Write a value of that form.",
        ])
    }

    private static func leftPage(rejected: String) -> String {
        """
        ---
        severity: error
        evidence: proven
        on: MakeThingRequest.left
        check: deprecated-value
        problem: used
        values: [c]
        message: Not {value}.
        sources: [a book]
        ---
        # Left

        ## Rejected

        ```json MakeThing
        \(rejected)
        ```

        ## Accepted

        ```json MakeThing
        {"left": "d"}
        ```
        """
    }

    @Test func `a page whose example shows something else is a mistake`() {
        let words = "mine/left.md:16: This example stands under Rejected, and the rule reports nothing in it. Correct the rule or the example."
        #expect(throws: ConfigurationError([words])) {
            try Toy.check("{}") { $0.pages = [Linter.Page(path: "mine/left.md", text: Self.leftPage(rejected: #"{"left": "e"}"#))] }
        }
        let form = "`MakeThin` is not an operation of the service. Did you mean `MakeThing`?"
        let text = Self.leftPage(rejected: #"{"left": "c"}"#).replacing("json MakeThing\n{\"left\": \"d", with: "json MakeThin\n{\"left\": \"d")
        #expect(throws: ConfigurationError(["mine/left.md:22: " + form])) {
            try Toy.check("{}") { $0.pages = [Linter.Page(path: "mine/left.md", text: text)] }
        }
    }

    @Test func `mistakes in a user's pages are named with their lines`() {
        #expect(throws: (any Error).self) {
            try Toy.check("{}") { $0.pages = [Linter.Page(path: "mine/left.md", text: Toy.rule("nothing", "x", on: "Name"))] }
        }
        #expect(throws: ConfigurationError(["mine/left.md:8: Nothing fills in `{valu}`. Write `{value}`, `{member}`, `{present}`, `{default}` and `{line}`, as far as the check has them."])) {
            let text = Self.leftPage(rejected: #"{"left": "c"}"#).replacing("{value}", with: "{valu}")
            return try Toy.check("{}") { $0.pages = [Linter.Page(path: "mine/left.md", text: text)] }
        }
        #expect(throws: ConfigurationError(["shape/length.md:1: There is a rule `shape/length` already. Choose another name."])) {
            try Toy.check("{}") { $0.pages = [Linter.Page(path: "shape/length.md", text: Toy.rule("pattern", "mismatch", on: "Name", more: "pattern: a"))] }
        }
    }
}
