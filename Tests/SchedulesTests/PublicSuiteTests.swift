import Testing

@testable import Schedules

/// What the tests of public cron libraries hold valid and invalid.
@Suite("Public suites")
struct PublicSuiteTests {
    static let file = "oracles/cron-public-suites.tsv"

    /// Expressions that are judged otherwise here, with the reason.
    static let disagreements: [String: String] = {
        let largeStep =
            "Quartz rejects a step beyond the field and aws_cron_expression_validator accepts it, so that it is a doubt here"
        var reasons = [
            "0 001 * * ? *": "Quartz reads leading zeros; aws-croniter does not",
            "0 0 ? * 01 *": "Quartz reads leading zeros; aws-croniter does not",
            "0 1-7/2,11-23/2, * * ? *": "Quartz passes over empty items, so that they are a doubt here",
            "0 2 ? * 0/7 *": "cron-utils is wider than Quartz; AWS's page starts weekdays at 1",
            "rate(1 minutes)": "documented as not valid, and no rejection was ever seen: a doubt here",
        ]
        for expression in [
            "0/120 8-18 ? * 2-6 *", "/60 8-18 ? * 2-6 *", "0 /120 ? * 2-6 *", "0 0 ? /120 2-6 *",
            "0 0 ? * /120 *",
        ] {
            reasons[expression] = largeStep
        }
        return reasons
    }()

    @Test(
        "agree on what is valid",
        .enabled(if: SharedFolder.has(file), "the folder `shared` is not beside the project"))
    func validity() throws {
        var judged = 0
        var used: Set<String> = []
        for row in try SharedFolder.rows(Self.file) where row[5] == "valid" || row[5] == "invalid" {
            guard let expression = Self.expression(row) else { continue }
            judged += 1
            let isValid = Schedule.read(Self.wrapped(expression)).schedule != nil
            if isValid == (row[5] == "valid") { continue }
            used.insert(expression)
            #expect(
                Self.disagreements[expression] != nil,
                "\(row[7]): \(expression) is \(row[5]) there and \(isValid ? "valid" : "invalid") here")
        }
        #expect(judged > 200)
        #expect(used == Set(Self.disagreements.keys))
    }

    /// The expression as Image Builder would take it; nil for rows that are none (six fields with seconds and no
    /// year, instants).
    static func expression(_ row: [String]) -> String? {
        if row[0] == "rate" || row[0] == "eventbridge" { return row[1] }
        return row[2].isEmpty ? nil : row[2]
    }

    static func wrapped(_ expression: String) -> String {
        expression.hasSuffix(")") || expression == "daily" ? expression : "cron(\(expression))"
    }
}
