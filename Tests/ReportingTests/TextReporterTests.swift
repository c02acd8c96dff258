import Reporting
import RequestLint
import Testing

@Suite struct TextReporterTests {
    @Test func everythingAtOnce() {
        let expected = """
            error[schedule/five-fields]: You wrote 5 fields; Image Builder reads 6. Add `*` for the year.
              --> pipelines/nightly.json:4:33  /schedule/scheduleExpression
               |
             3 |   "schedule": {
               |   ---------- in this schedule
             4 |     "scheduleExpression": "cron(0 0 * * *)"
               |                                 ^^^^^^^^^
               = fix: replace with `0 0 * * ? *`   (unsafe: a proposal, look at it before you apply it)

            info[names/plain]: A name.
              --> pipelines/nightly.json:2:11  /tags/0
               |
             2 |   "name": "nightly",
               |           ^^^^^^^^^

            unreadable: No such file.
              --> /srv/gone {1}.json

            unreadable: A `}` is missing.
              --> broken.json:1:1
               |
             1 | {
               | ^

            Checked 3 files, 1 request: 1 error, 0 warnings, 1 info; 2 files could not be read.

            """
        #expect(text(.text, everything) == expected)
    }

    @Test func nothingFound() {
        #expect(
            text(.text, [nightly.report()])
                == "Checked 1 file, 1 request: 0 errors, 0 warnings, 0 infos.\n")
        #expect(findings(nightly.report()) == "")
    }

    @Test func colorsAreResetAndAbsentByDefault() {
        let report = nightly.report(nightly.diagnostic(nightly.region(of: "nightly")))
        let colored = text(.text, [report]) { $0.text.color = .always }
        #expect(colored.hasPrefix("\u{1B}[1;31merror[schedule/five-fields]\u{1B}[0m\u{1B}[1m: You"))
        let parts = colored.split(separator: "\u{1B}[")
        #expect(parts.count { $0.hasPrefix("0m") } * 2 == parts.count)
        var plain = ""
        for part in colored.split(separator: "\u{1B}[", omittingEmptySubsequences: true) {
            plain += part.drop { $0 != "m" }.dropFirst()
        }
        #expect(plain == text(.text, [report]))
    }

    @Test func filesWithoutRequestsMatterOnlyWhenNothingWasJudged() {
        let empty = FileReport(
            file: "package.json", notice: Notice(kind: .noRequest, message: "It holds no request."))
        let note = "note: It holds no request.\n  --> package.json\n\n"
        #expect(text(.text, [empty]).hasPrefix(note))
        #expect(!text(.text, [empty, nightly.report()]).contains("note"))
        #expect(!text(.text, [nightly.report(), empty]).contains("note"))
        #expect(text(.text, [empty, nightly.report()]) { $0.text.isVerbose = true }.hasPrefix(note))
        #expect(findings(empty) == "")
    }

    @Test func failuresAreNeverQuiet() {
        let report = FileReport(file: "a", notice: Notice(kind: .limit, message: "Too deep."))
        #expect(findings(report) == "unreadable: Too deep.\n  --> a\n\n")
    }

    @Test func aSourceThatWasNotKeptIsNotDrawn() {
        let report = FileReport(
            file: "a.json",
            diagnostics: [
                nightly.diagnostic(
                    nightly.region(of: "nightly"), pointer: "/name",
                    related: [
                        Diagnostic.Related(
                            message: "as here", pointer: "/schedule",
                            region: nightly.region(of: "\"schedule\""))
                    ])
            ], notices: [], requests: 1, suppressed: 0, source: [])
        let expected = """
            error[schedule/five-fields]: You wrote 5 fields.
              --> a.json:2:12  /name
               = note: as here: a.json:3:3  /schedule


            """
        #expect(findings(report) == expected)
    }

    @Test func figuresAgreeInNumber() {
        var summary = RunSummary()
        summary.files = 3
        summary.requests = 4
        summary.errors = 2
        summary.warnings = 1
        summary.suppressed = 1
        summary.unreadable = 1
        let expected =
            "Checked 3 files, 4 requests: 2 errors, 1 warning, 0 infos; 1 finding suppressed; 1 file could not be read."
        #expect(summary.sentence == expected)
    }
}
