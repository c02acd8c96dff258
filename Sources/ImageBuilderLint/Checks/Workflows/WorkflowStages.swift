import RequestLint

/// Judges a request's list of workflows as a whole: how many there are for each stage, and whether they do anything.
enum WorkflowStages: StructureCheck {
    enum Problem: String, CheckProblem {
        case severalBuilds = "several-builds"
        case severalDistributions = "several-distributions"
        case tooManyTests = "too-many-tests"
        case testsOnly = "tests-only"
        case testsOff = "tests-off"
        case duplicate
    }

    static let name = "workflow-stages"
    static let problems = Problem.names

    private static let list = 0
    private static let arn = 1
    private static let testsEnabled = 2
    private static let parameters = 3
    private static let mostTests = 10
    /// Workflows are compared pair by pair. A longer list has too many for any stage, which is reported.
    private static let longestList = 64

    static func slots(_ parameters: CompiledParameters) -> [String] {
        [
            "workflows", "workflows[].workflowArn", "imageTestsConfiguration.imageTestsEnabled",
            "workflows[].parameters",
        ]
    }

    static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions(present: [list]) }

    /// How many workflows a stage has, and where two of them stand.
    private struct Tally {
        var count = 0
        var first = Place(0)
        /// The first one above the limit.
        var surplus = Place(0)
        var surplusRow = 0

        mutating func add(_ slot: Slot, _ row: Row, most: Int) {
            if count == 0 { first = slot.place }
            if count == most { (surplus, surplusRow) = (slot.place, row.index) }
            count += 1
        }
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        let list = structure[list]
        let switchedOn = structure[testsEnabled]
        guard list.itemCount > 0 else { return }
        if let summary = ARNSummary(verdicts), isWell(summary, of: list.itemCount, switchedOn) {
            if summary.count(.test) > 1, list.itemCount <= longestList { findDuplicates(structure, &verdicts) }
            return
        }
        var builds = Tally()
        var tests = Tally()
        var distributions = Tally()
        for row in structure.rows(Self.list) {
            let slot = structure[arn, row]
            switch slot.workflow?.stage {
            case .build: builds.add(slot, row, most: 1)
            case .test: tests.add(slot, row, most: mostTests)
            case .distribution: distributions.add(slot, row, most: 1)
            case nil: break
            }
        }
        if builds.count > 1 {
            report(.severalBuilds, builds, "build workflows; Image Builder runs one for an image. Keep one of them", &verdicts)
        }
        if distributions.count > 1 {
            report(.severalDistributions, distributions, "distribution workflows; Image Builder runs one for an image. Keep one of them", &verdicts)
        }
        if tests.count > mostTests {
            report(.tooManyTests, tests, "test workflows; Image Builder takes up to ten. Remove \(tests.count - mostTests) of them", &verdicts)
        }
        if tests.count > 1 && list.itemCount <= longestList { findDuplicates(structure, &verdicts) }
        if tests.count == list.itemCount && list.isComplete {
            verdicts.report(
                Problem.testsOnly, at: .key(list.place), member: "/workflows",
                message: "`workflows` has test workflows only, and it replaces the default ones; nothing is built, and the tests run on the recipe's base image. Add a build workflow if a new image is wanted.")
        }
        if tests.count > 0 && switchedOn.boolean == false {
            verdicts.report(
                Problem.testsOff, at: .value(switchedOn.place),
                member: "/imageTestsConfiguration/imageTestsEnabled",
                message: "`imageTestsEnabled` is false, and `workflows` has a test workflow; one of the two is not meant. Write true, or remove the test workflow.",
                related: [RelatedSpot("The test workflow stands here.", .value(tests.first))])
        }
    }

    /// Whether no stage has too many workflows and none is out of place, so that only the same test may stand twice.
    private static func isWell(_ summary: ARNSummary, of count: Int, _ switchedOn: Slot) -> Bool {
        let tests = summary.count(.test)
        return summary.count(.build) < 2 && summary.count(.distribution) < 2 && tests <= mostTests && tests < count
            && (tests == 0 || switchedOn.boolean != false)
    }

    /// Finds tests that would do the same once more. What parameters make of a workflow is not known here.
    private static func findDuplicates(_ structure: borrowing Structure, _ verdicts: inout Verdicts) {
        for row in structure.rows(list) {
            guard structure[parameters, row].isAbsent else { continue }
            let slot = structure[arn, row]
            for earlier in structure.rows(list) {
                guard earlier.index < row.index else { break }
                let first = structure[arn, earlier]
                guard slot.equals(first), structure[parameters, earlier].isAbsent,
                    slot.workflow?.stage == .test
                else { continue }
                verdicts.report(
                    Problem.duplicate, at: .value(slot.place),
                    member: "/workflows/\(row.index)/workflowArn",
                    message: "The test workflow `\(slot.workflowName)` stands twice in `workflows`, without parameters that would make a difference, so the second test tells nothing new. Remove it, or name the workflow that is meant.",
                    related: [RelatedSpot("It stands here first.", .value(first.place))])
                break
            }
        }
    }

    private static func report(
        _ problem: Problem, _ tally: Tally, _ words: @autoclosure () -> String,
        _ verdicts: inout Verdicts
    ) {
        verdicts.report(
            problem, at: .value(tally.surplus), member: "/workflows/\(tally.surplusRow)/workflowArn",
            message: "`workflows` has \(tally.count) \(words()).",
            related: problem == .tooManyTests
                ? [] : [RelatedSpot("The first one stands here.", .value(tally.first))])
    }
}
