import Testing

@testable import Schedules

@Suite("Replacements")
struct ReplacementTests {
    /// The expression, and what the first replacement that is offered makes of it.
    static let safe = [
        ("cron(0 0 * * *)", "cron(0 0 * * ? *)"),
        ("cron(0 0 * * SUN)", "cron(0 0 ? * SUN *)"),
        ("cron(0 9 * * ?)", "cron(0 9 * * ? *)"),
        ("cron(0 8 ? * tue)", "cron(0 8 ? * tue *)"),
        ("cron(0 0 1 * *)", "cron(0 0 1 * ? *)"),
        ("0 0 * * *", "cron(0 0 * * ? *)"),
        ("0 0 * * ? *", "cron(0 0 * * ? *)"),
        ("7 days", "rate(7 days)"),
        ("CRON(0 0 * * ? *)", "cron(0 0 * * ? *)"),
        ("cron(0 0 * * ? *", "cron(0 0 * * ? *)"),
        ("cron 0 0 * * ? *", "cron(0 0 * * ? *)"),
        ("cron 0 0 * * ? *)", "cron(0 0 * * ? *)"),
        (" cron ( 0  0 * * ? * ) ", "cron(0 0 * * ? *)"),
        ("cron(0 0 * * SUN *)", "cron(0 0 ? * SUN *)"),
        ("cron(0 18 * * * *)", "cron(0 18 * * ? *)"),
        ("cron(0 0 1 * * *)", "cron(0 0 1 * ? *)"),
        ("cron(0 0 ? * Monday *)", "cron(0 0 ? * Mon *)"),
        ("cron(0 0 1 sept ? *)", "cron(0 0 1 sep ? *)"),
        ("cron(1,,2, 0 * * ? *)", "cron(1,2 0 * * ? *)"),
        ("cron(0 0 ? * */2 *)", "cron(0 0 ? * 1,3,5,7 *)"),
        ("cron(0 0 ? * mon-fri/2 *)", "cron(0 0 ? * 2,4,6 *)"),
        ("cron(0 0 1 02-MAR ? *)", "cron(0 0 1 2-3 ? *)"),
        ("cron(0 0 ? * MON-FRIDAY *)", "cron(0 0 ? * MON-FRI *)"),
        ("cron(0 22-2 * * ? *)", "cron(0 22-23,0-2 * * ? *)"),
        ("cron(0 0 ? * FRI-MON *)", "cron(0 0 ? * FRI-sat,sun-MON *)"),
        ("cron(0 0 ? * SAT-SUN *)", "cron(0 0 ? * SAT,sun *)"),
        ("rate(1 days)", "rate(1 day)"),
        ("rate(7 day)", "rate(7 days)"),
        ("rate(7days)", "rate(7 days)"),
        ("rate(1 week)", "rate(7 days)"),
        ("rate(90 min)", "rate(90 minutes)"),
        ("rate(7 Days)", "rate(7 days)"),
    ]

    static let unsafe = [
        ("cron(0 0 * * 0)", "cron(0 0 ? * 1 *)"),
        ("cron(0 10 * * 1-5)", "cron(0 10 ? * 2-6 *)"),
        ("cron(0 10 * * 5-7)", "cron(0 10 ? * 6-7,1 *)"),
        ("cron(0 10 * * 0-6)", "cron(0 10 ? * 1-7 *)"),
        ("cron(0 10 * * 5L)", "cron(0 10 ? * 6L *)"),
        ("cron(0 3 ? * 1)", "cron(0 3 ? * 1 *)"),
        ("cron(0 0 12 * * ?)", "cron(0 12 * * ? *)"),
        ("cron(0 0 12 * * ? 2026)", "cron(0 12 * * ? 2026)"),
        ("cron(0 0 ? * ? *)", "cron(0 0 * * ? *)"),
        ("cron(0 0 ? * 0 *)", "cron(0 0 ? * 1 *)"),
        ("cron(0 0 ? ? mon *)", "cron(0 0 ? * mon *)"),
        ("cron(0 0 * * ? *) UTC", "cron(0 0 * * ? *)"),
        ("at(2026-11-23T10:05:00)", "cron(5 10 23 11 ? 2026)"),
    ]

    static let none = [
        "cron(0 0 1 * MON)", "cron(0 0 1 * MON *)", "cron(0 10 * * 1-9)", "daily", "cron(daily)",
        "cron(0 24 * * ? *)", "rate(30 seconds)", "rate(five minutes)", "cron(0 0 ? * L *)",
        "cron(99 0 * * *)", "cron(15 0 12 * * ?)",
    ]

    @Test("that can only be what was meant", arguments: safe)
    func safeOffer(_ expression: String, _ corrected: String) {
        #expect(Self.first(expression) == Offer(text: corrected, isSafe: true))
    }

    @Test("that need a look", arguments: unsafe)
    func unsafeOffer(_ expression: String, _ corrected: String) {
        #expect(Self.first(expression) == Offer(text: corrected, isSafe: false))
    }

    @Test("that are not offered", arguments: none)
    func noOffer(_ expression: String) {
        #expect(Self.first(expression) == nil)
    }

    struct Offer: Hashable {
        let text: String
        let isSafe: Bool
    }

    static func first(_ expression: String) -> Offer? {
        let bytes = Array(expression.utf8)
        for problem in Schedule.read(bytes.span).problems {
            guard let replacement = problem.replacement(in: bytes.span) else { continue }
            return Offer(text: replacement.applied(to: bytes.span), isSafe: replacement.isSafe)
        }
        return nil
    }
}
