// What is known of a template's values, and what is not.
import ImageBuilderLint
@testable import RequestLint
import Testing

@Suite struct TemplateReadingTests {
    private func rules(_ text: String, name: String = "t.yaml") throws -> [String] {
        try TemplateProbe.report(text, name: name).diagnostics.map { $0.rule.description }
    }

    /// Expressions that stand for a schedule, with a parameter `Bad` whose default has five fields.
    private static let top = """
        Parameters:
          Bad: {Type: String, Default: cron(0 2 * * *)}
          Fields: {Type: String, Default: 0 2 * * *}
          Open: {Type: String}
          Stored: {Type: AWS::SSM::Parameter::Value<String>, Default: cron(0 2 * * *)}
        Mappings:
          Crons: {here: {Bad: cron(0 2 * * *), Good: rate(1 day)}}
        Conditions:
          IsBad: !Equals [!Ref Bad, x]
          IsOpen: !Equals [!Ref Open, x]

        """

    @Test(
        "known expressions",
        arguments: [
            "!Ref Bad", "!Sub '${Bad}'", "{Ref: Bad}", "{'Fn::Sub': '${Bad}'}", "!Sub cron(${Fields})",
            "!Join ['', [cron(, !Ref Fields, )]]", "!Join [' ', ['cron(0 2', '* * *)']]",
            "!If [IsOpen, !Ref Bad, rate(1 day)]", "!If [IsOpen, rate(1 day), !Ref Bad]",
            "!If [IsOpen, !Ref Bad, !Ref 'AWS::NoValue']", "!FindInMap [Crons, here, Bad]",
            "!FindInMap [Crons, !Ref Open, Bad]", "!Select [1, [rate(1 day), cron(0 2 * * *)]]",
            "!Select ['0', !Split [';', 'cron(0 2 * * *);rate(1 day)']]", "!Sub ['cron(${a})', {a: 0 2 * * *}]",
            "!Sub ['cron(${a})', {a: !Ref Fields}]", "!If [IsOpen, !If [IsOpen, !Ref Bad, rate(1 day)], rate(1 day)]",
        ])
    func known(expression: String) throws {
        let text = TemplateProbe.pipeline("Schedule:\n  ScheduleExpression: " + expression, top: Self.top)
        #expect(try rules(text) == ["schedule/five-fields"], "\(expression)")
    }

    @Test(
        "unknown expressions",
        arguments: [
            "!Ref Open", "!Ref Nowhere", "!Ref Stored", "!Sub cron(${Open})", "!Sub cron(${Nowhere.Out})",
            "!ImportValue x", "!GetAtt Stack.Outputs.Cron", "!Transform {Name: x}", "!FindInMap [Crons, !Ref Open, !Ref Open]",
            "!FindInMap [Nowhere, a, b]", "!Select [!Ref Open, [cron(0 2 * * *)]]", "!Select [7, [cron(0 2 * * *)]]",
            "!Join [!Ref Open, [cron(0 2 * * *)]]", "!If [IsBad, !Ref Bad, rate(1 day)]", "!Base64 cron(0 2 * * *)",
            "'{{resolve:ssm:cron}}'", "!Sub '${AWS::NotificationARNs}'", "!Custom cron(0 2 * * *)", "!Ref [Bad]",
            "!Split [';', 'cron(0 2 * * *);rate(1 day)']", "!GetAZs ''", "cron(<minute> 2 * * *)", "{'Fn::Sub': !Ref Bad}",
        ])
    func unknown(expression: String) throws {
        let text = TemplateProbe.pipeline("Schedule:\n  ScheduleExpression: " + expression, top: Self.top)
        #expect(try rules(text) == [], "\(expression)")
    }

    @Test func alternativesAreNeverMultiplied() throws {
        // Four minutes and four hours: the default of each stands for all.
        let text = TemplateProbe.pipeline(
            "Schedule:\n  ScheduleExpression: !Sub cron(${Minute} ${Hour} * * ? *)",
            top: """
                Parameters:
                  Minute: {Type: Number, Default: 0, AllowedValues: [0, 15, 30, 99]}
                  Hour: {Type: Number, Default: 2, AllowedValues: [2, 3, 4, 99]}

                """)
        #expect(try rules(text) == [])
        let one = TemplateProbe.pipeline(
            "Schedule:\n  ScheduleExpression: !Sub cron(0 ${Hour} * * ? *)",
            top: "Parameters:\n  Hour: {Type: Number, Default: 2, AllowedValues: [2, 3, 77, 99]}\n")
        #expect(try rules(one) == ["schedule/out-of-range", "schedule/out-of-range"])
    }

    @Test func aTemplateWithoutResourcesOfTheServiceIsNothing() throws {
        let text = "Resources: {Bucket: {Type: AWS::S3::Bucket}}\nOutputs: {A: {Value: 'arn:aws:imagebuilder:::x'}}\n"
        let report = try TemplateProbe.report(text)
        #expect(report.requests == 0 && report.diagnostics.isEmpty)
        let found = try Linter(Linter.Options(today: #require(Day(year: 2026, month: 11, day: 23)))).check(
            Array(text.utf8), name: "t.yaml", origin: .found)
        #expect(found.notices.isEmpty)
    }

    @Test func severalTemplatesStandInOneFile() throws {
        let text = TemplateProbe.pipeline("Status: on") + "---\n" + TemplateProbe.pipeline("Status: 'off'")
        let report = try TemplateProbe.report(text)
        #expect(report.requests == 2)
        #expect(report.diagnostics.map(\.document) == [1])
    }

    @Test func deepAndStrangeTemplatesEnd() throws {
        let loop = "Conditions: {A: !Condition B, B: !Condition A}\n"
        let text = TemplateProbe.pipeline(
            "Status: !If [A, !Ref P, DISABLED]", top: loop + "Parameters: {P: {Type: String, Default: x}}\n")
        #expect(try rules(text) == [])
        for strange in [
            "Resources: {A: {Type: AWS::ImageBuilder::Image, Properties: !Ref X}}",
            "Resources: {A: {Type: AWS::ImageBuilder::Image, Properties: []}}",
            "Resources: {A: {Type: AWS::ImageBuilder::ImagePipeline, Properties: {Tags: {Fn::If: [A]}, Name: {Fn::Sub: []}}}}",
            "Resources: {Fn::ForEach::A: [a, b, {B: {Type: AWS::ImageBuilder::Image}}], Fn::ForEach::C: 1}",
        ] {
            _ = try TemplateProbe.report(strange)
        }
    }

    @Test func partsOfSubstitutions() {
        func parts(_ text: String) -> [Substitution.Part] {
            let bytes = Array(text.utf8)
            var parts: [Substitution.Part] = []
            var place = Substitution.Place()
            while let (part, end) = Substitution.part(of: bytes.span, behind: place) {
                parts.append(part)
                place = end
            }
            return parts
        }
        #expect(parts("plain") == [.literal(0..<5)])
        #expect(parts("a${b}c") == [.literal(0..<1), .variable(name: 3..<4, 1..<5), .literal(5..<6)])
        #expect(parts("${!b}") == [.literal(0..<2), .literal(3..<5)])
        #expect(parts("${b") == [.literal(0..<3)])
        #expect(parts("$${b}$") == [.literal(0..<1), .variable(name: 3..<4, 1..<5), .literal(5..<6)])
        #expect(parts("") == [])
    }
}
