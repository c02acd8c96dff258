import Testing

@testable import Schedules

@Suite("Remarks")
struct RemarkTests {
    static let marked = MarkedExpression.table(
        """
        cron(0 0 30 2 ? *)
                 ^^^^ never-fires

        cron(0 0 31W 4,6 ? 2030)
                 ^^^^^^^ never-fires

        cron(0 0 29 2 ? 2025-2027)
                 ^^^^^^^^^^^^^^^^ never-fires

        cron(0 0 ? 2 mon#5 2028)
                   ^^^^^^^^^^^^ never-fires

        cron(0 0 ? 2 mon#5 *)
                   ^^^^^^^ leap-day

        cron(50 11 19 9 ? 2024)
                          ^^^^ past

        cron(0 0 23 11 ? 1970-2026)
                         ^^^^^^^^^ past

        cron(1 0 23 11 ? 1970-2026)
                         ^^^^^^^^^ fires-once

        cron(0 0 1 1 ? 2099)
                       ^^^^ fires-once

        cron(0 0 29 2 ? *)
                 ^^^^ leap-day

        cron(0 0 29W feb ? *)
                 ^^^^^^^ leap-day

        cron(0 0 L 2 ? *)

        cron(0 0 29 1-3 ? *)

        cron(0 0 1 1 ? 2026/20)

        cron(0 0 ? * 1-5 *)
                     ^^^ classic-weekdays

        cron(0 0 ? * 1,2,3,4,5 *)
                     ^^^^^^^^^ classic-weekdays

        cron(0 0 ? * 6,7 *)
                     ^^^ classic-weekdays

        cron(0 0 ? * 2-6 *)

        cron(0 0 ? * 7,1 *)

        cron(0 0 ? * 1-7 *)

        cron(0 0 ? * MON-FRI *)

        cron(0 0 ? * 2-FRI *)

        cron(0 0 ? * 2/2 *)

        cron(0 0 ? * 1 *)
                     ^ weekday-numbers

        cron(0 0 ? * 001 *)
                     ^^^ weekday-numbers

        cron(0 0 ? * 2,4 *)
                     ^^^ weekday-numbers

        cron(0 0 ? * 6#3 *)
                     ^^^ weekday-numbers

        cron(0 0 ? * 6L *)
                     ^^ weekday-numbers

        cron(*/25 * * * ? *)
             ^^^^ uneven-step

        cron(0,7/40 * * * ? *)
               ^^^^ uneven-step

        cron(*/25 8 * * ? *)

        cron(*/25 8,12 * * ? *)

        cron(*/25 0,23 * * ? *)
             ^^^^ uneven-step

        cron(20/15 * * * ? *)

        cron(30/45 * * * ? *)

        cron(8-40/25 * * * ? *)

        cron(0 */5 * * ? *)
               ^^^ uneven-step

        cron(0 */5 ? * MON *)

        cron(0 0 */2 * ? *)
                 ^^^ uneven-days

        cron(0 0 */2 3 ? *)

        cron(0 0 1 jan/5 ? *)
                   ^^^^^ uneven-step

        cron(0 0 1 */5 ? 2027)

        cron(*/7 * */3 * ? *)
             ^^^ uneven-step
                   ^^^ uneven-days

        rate(7 days)
        """)

    @Test("are made where they are due", arguments: marked)
    func marks(_ expression: MarkedExpression) throws {
        let bytes = Array(expression.text.utf8)
        let schedule = try #require(Schedule.read(bytes.span).schedule)
        let now = try #require(WallTime(year: 2026, month: 11, day: 23))
        let found = schedule.remarks(in: bytes.span, after: now).map {
            MarkedExpression.Found(range: $0.range, kind: $0.kind.rawValue)
        }
        #expect(found.sorted() == expression.problems)
    }

    @Test("depend on the time")
    func time() throws {
        let bytes = Array("cron(0 0 1 1 ? 2027,2028)".utf8)
        let schedule = try #require(Schedule.read(bytes.span).schedule)
        let kinds = try [2026, 2027, 2028].map { year in
            let now = try #require(WallTime(year: year, month: 1, day: 1))
            return schedule.remarks(in: bytes.span, after: now).first?.kind
        }
        #expect(kinds == [nil, .firesOnce, .past])
    }

    @Test("propose what means the same, or what was meant")
    func replacements() throws {
        let now = try #require(WallTime(year: 2026, month: 11, day: 23))
        for expression in Self.marked {
            let bytes = Array(expression.text.utf8)
            let schedule = try #require(Schedule.read(bytes.span).schedule)
            for remark in schedule.remarks(in: bytes.span, after: now) {
                guard let replacement = remark.replacement(in: bytes.span) else { continue }
                let new = Array(replacement.applied(to: bytes.span).utf8)
                let changed = try #require(Schedule.read(new.span).schedule)
                #expect((changed.words == schedule.words) == replacement.isSafe, "\(expression.text)")
                #expect(!changed.remarks(in: new.span, after: now).contains { $0.kind == remark.kind })
                #expect(Schedule.read(new.span).problems.isEmpty)
            }
        }
    }

    @Test("of any legal expression have words and lie inside it")
    func anyExpression() throws {
        var random = SeededGenerator(state: 9)
        let now = try #require(WallTime(year: 2026, month: 11, day: 23))
        let parts = ["*", "1", "2", "5", "6", "7", "*/2", "3/5", "1-5", "6-1"]
        let days = ["29", "30,31", "L", "15W", "L-30", "LW"].flatMap { ["\($0) * ?", "\($0) 2 ?"] }
        let weekdays = ["2L", "2#5", "FRI", "1-5", "6,7", "5"].flatMap { ["? * \($0)", "? 2 \($0)"] }
        let years = ["*", "2026", "2027,2031", "2028", "2030/3", "1999"]
        var remarks = 0
        for _ in 0..<5_000 {
            func one(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
            let text = "cron(\(one(parts)) \(one(parts)) \(one(days + weekdays)) \(one(years)))"
            let bytes = Array(text.utf8)
            guard let schedule = Schedule.read(bytes.span).schedule else { continue }
            for remark in schedule.remarks(in: bytes.span, after: now) {
                remarks += 1
                #expect(!remark.range.isEmpty && remark.range.upperBound < bytes.count)
                #expect(remark.message(in: bytes.span).hasPrefix("`"))
            }
        }
        #expect(remarks > 3_000)
    }
}
