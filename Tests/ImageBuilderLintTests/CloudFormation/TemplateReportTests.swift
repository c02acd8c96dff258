// Reports speak in the terms of the template: names, pointers, places, definitions, fixes.
import ImageBuilderLint
import Testing

@Suite struct TemplateReportTests {
    @Test func aFindingNamesTheResourceAndBothPointers() throws {
        let text = TemplateProbe.pipeline("Schedule:\n  ScheduleExpression: cron(0 2 * * *)")
        let finding = try #require(TemplateProbe.report(text).diagnostics.first)
        #expect(finding.dialect == "cloudformation")
        #expect(finding.operation == "CreateImagePipeline")
        #expect(finding.resource == "Nightly (AWS::ImageBuilder::ImagePipeline)")
        #expect(finding.pointer == "/Resources/Nightly/Properties/Schedule/ScheduleExpression")
        #expect(finding.requestPointer == "/schedule/scheduleExpression")
        #expect(TemplateProbe.marked(finding.region, in: text) == "0 2 * * *")
    }

    @Test func messagesNameProperties() throws {
        let text = """
            Resources:
              Golden:
                Type: AWS::ImageBuilder::ImageRecipe
                Properties: {Name: golden, ParentImage: ami-0123456789abcdef0}
            """
        let finding = try #require(TemplateProbe.report(text).diagnostics.first)
        #expect(
            finding.message
                == "`Version` is missing; AWS::ImageBuilder::ImageRecipe requires it. Add `Version` with a text.")
        #expect(finding.requestPointer == "/semanticVersion")
    }

    @Test func aValueThatIsQuotedIsNotTakenForAName() throws {
        // `image` is the name of a member too.
        let text = """
            Resources:
              Golden:
                Type: AWS::ImageBuilder::ImageRecipe
                Properties:
                  Name: golden
                  Version: 1.0.0
                  ParentImage: ami-0123456789abcdef0
                  Components: [{ComponentArn: !Sub 'arn:aws:imagebuilder:${AWS::Region}:aws:image/x/x.x.x'}]
            """
        let finding = try #require(TemplateProbe.report(text).diagnostics.first)
        #expect(finding.message.hasPrefix("`image` makes this the ARN of an image"))
    }

    @Test func aDefaultIsARelatedPlace() throws {
        let text = TemplateProbe.pipeline(
            "Schedule:\n  ScheduleExpression: !Sub cron(${Cron})",
            top: "Parameters:\n  Cron: {Type: String, Default: 0 2 * * *}\n")
        let finding = try #require(TemplateProbe.report(text).diagnostics.first)
        #expect(TemplateProbe.marked(finding.region, in: text) == "${Cron}")
        #expect(finding.message.hasPrefix("`0 2 * * *` has 5 fields"))
        let related = try #require(finding.related.first)
        #expect(related.pointer == "/Parameters/Cron/Default")
        #expect(TemplateProbe.marked(related.region, in: text) == "0 2 * * *")
        #expect(finding.fix == nil, "the default may be in use elsewhere")
    }

    @Test func aRangeAcrossPiecesStartsWhereItStarts() throws {
        let text = TemplateProbe.pipeline(
            "Schedule:\n  ScheduleExpression: !Sub cron(0 ${Hour} * * *)",
            top: "Parameters:\n  Hour: {Type: Number, Default: 2}\n")
        let finding = try #require(TemplateProbe.report(text).diagnostics.first)
        #expect(TemplateProbe.marked(finding.region, in: text) == "0 ${Hour} * * *")
        let joined = TemplateProbe.pipeline("Schedule:\n  ScheduleExpression: !Join ['', ['cron(0 2', ' * * *)']]")
        let other = try #require(TemplateProbe.report(joined).diagnostics.first)
        #expect(TemplateProbe.marked(other.region, in: joined) == "0 2")
        #expect(other.pointer == "/Resources/Nightly/Properties/Schedule/ScheduleExpression/1/0")
    }

    @Test func aResourceOfAnotherKindIsShown() throws {
        let text = """
            Resources:
              Once:
                Type: AWS::ImageBuilder::Image
                Properties:
                  ImageRecipeArn: !GetAtt Box.Arn
                  InfrastructureConfigurationArn: !ImportValue small
              Box:
                Type: AWS::ImageBuilder::ContainerRecipe
                Properties:
                  Name: box
                  Version: 1.0.0
                  ContainerType: DOCKER
                  ParentImage: amazonlinux:2023
                  TargetRepository: {Service: ECR, RepositoryName: images/box}
            """
        let report = try TemplateProbe.report(text)
        let finding = try #require(report.diagnostics.first)
        #expect(report.diagnostics.count == 1)
        #expect(finding.rule.description == "arn/wrong-kind")
        #expect(TemplateProbe.marked(finding.region, in: text) == "Box.Arn")
        #expect(finding.related.map { TemplateProbe.marked($0.region, in: text) } == ["AWS::ImageBuilder::ContainerRecipe"])
    }

    @Test func fixesChangeWhatIsWrittenHere() throws {
        let enumeration = TemplateProbe.pipeline("Status: enabled")
        let first = try #require(TemplateProbe.report(enumeration).diagnostics.first)
        #expect(TemplateProbe.applied(first.fix, to: enumeration) == TemplateProbe.pipeline("Status: ENABLED"))

        let workflow = "workflow/build/build-image/"
        func managed(_ version: String) -> String {
            TemplateProbe.pipeline(
                "ExecutionRole: !ImportValue role\nWorkflows:\n  - WorkflowArn: !Sub 'arn:${AWS::Partition}:imagebuilder:${AWS::Region}:aws:\(workflow)\(version)'")
        }
        let second = try #require(TemplateProbe.report(managed("1.0.2")).diagnostics.first)
        #expect(TemplateProbe.applied(second.fix, to: managed("1.0.2")) == managed("x.x.x"))

        let misspelled = TemplateProbe.pipeline("Schedule: {ScheduleExpresion: rate(1 day)}")
        let third = try #require(
            TemplateProbe.report(misspelled, select: ["shape/unknown-member"]).diagnostics.first)
        #expect(
            TemplateProbe.applied(third.fix, to: misspelled)
                == TemplateProbe.pipeline("Schedule: {ScheduleExpression: rate(1 day)}"))
    }

    @Test func anARNThatWasFilledInIsQuotedAsItIsWritten() throws {
        let text = """
            Resources:
              Golden:
                Type: AWS::ImageBuilder::ImageRecipe
                Properties:
                  Name: golden
                  Version: 1.0.0
                  ParentImage: ami-0123456789abcdef0
                  Components: [{ComponentArn: !Sub 'urn:${AWS::Partition}:imagebuilder'}]
            """
        let finding = try #require(TemplateProbe.report(text).diagnostics.first)
        #expect(finding.message.hasPrefix("`urn:${AWS::Partition}:imagebuilder` does not start with `arn:`"))
    }
}
