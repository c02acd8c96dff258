// Rules of a pipeline's settings where the request leaves something open. What they find in plain requests stands in
// their pages.
import ImageBuilderLint
import Testing

@Suite struct PipelineTests {
    @Test("log groups: what starts with Image Builder's own prefix needs no role", arguments: [
        ("/aws/imagebuilder/x", true), ("/aws/imagebuilder/", true), ("/aws/imagebuilder", false),
        ("/aws/imagebuilderx/y", false), ("aws/imagebuilder/x", false), ("/AWS/imagebuilder/x", false),
    ])
    func logGroups(name: String, isOwn: Bool) throws {
        let probe = try RuleProbe("logging/")
        let found = probe.findings(#"{"loggingConfiguration": {"imageLogGroupName": "\#(name)"}}"#)
        #expect(found.isEmpty == isOwn)
    }

    @Test("log groups: nothing is said of unknown values, nor without knowing that the role is missing")
    func unknownLogGroups() throws {
        let probe = try RuleProbe("logging/")
        #expect(probe.findings(#"{"loggingConfiguration": {"imageLogGroupName": 1}}"#) == [])
        #expect(probe.findings(#"{"loggingConfiguration": {"imageLogGroupName": "x"}, "executionRole": null}"#) == [])
        #expect(probe.findings(#"{"loggingConfiguration": {"imageLogGroupName": "x"}"#) == [])
        #expect(probe.findings(#"{"loggingConfiguration": {"imageLogGroupName": "x", "pipelineLogGroupName": "y"}}"#).count == 2)
    }

    @Test("the role's account: names, managed accounts and resources that disagree say nothing", arguments: [
        ("role", "123456789012", "123456789012", 0),
        ("arn:aws:iam::123456789012:role/r", "123456789012", "123456789012", 0),
        ("arn:aws:iam::210987654321:role/r", "123456789012", "123456789012", 1),
        ("arn:aws:iam::210987654321:role/r", "123456789012", "210987654321", 0),
        ("arn:aws:iam::210987654321:role/r", "aws", "210987654321", 0),
        ("arn:aws:iam::210987654321:role/r", "aws", "aws", 0),
        ("arn:aws:iam::2109876:role/r", "123456789012", "123456789012", 0),
    ])
    func roleAccount(role: String, pipeline: String, infrastructure: String, count: Int) throws {
        let text = #"""
            {"imagePipelineArn": "arn:aws:imagebuilder:eu-west-1:\#(pipeline):image-pipeline/x",
             "infrastructureConfigurationArn": "arn:aws:imagebuilder:eu-west-1:\#(infrastructure):infrastructure-configuration/x",
             "executionRole": "\#(role)"}
            """#
        #expect(try RuleProbe("pipeline/role-account").findings(text).count == count)
    }

    @Test("scanning: what is unknown or absent contradicts nothing", arguments: [
        #"{"imageScanningConfiguration": {"imageScanningEnabled": "true"}, "imageTestsConfiguration": {"imageTestsEnabled": false}}"#,
        #"{"imageScanningConfiguration": {"imageScanningEnabled": true}, "imageTestsConfiguration": {"imageTestsEnabled": null}}"#,
        #"{"imageScanningConfiguration": {"imageScanningEnabled": true}, "imageTestsConfiguration": null}"#,
        #"{"imageScanningConfiguration": {"imageScanningEnabled": false, "imageScanningTypes": []}}"#,
        #"{"imageScanningConfiguration": {"ecrConfiguration": {}}, "imageRecipeArn": "x", "containerRecipeArn": null}"#,
        #"{"imageScanningConfiguration": {"scanResultCondition": {}, "imageScanningTypes": [null]}}"#,
        #"{"imageScanningConfiguration": {"scanResultCondition": {}, "imageScanningTypes": ["TEST_INSTANCE_CVE", "#,
        #"{"imageScanningConfiguration": {"scanResultCondition": {}, "imageScanningTypes": ["TEST_INSTANCE_CVE", "ON_DEMAND_AMI_CVE"]}}"#,
        #"{"imageScanningConfiguration": {"scanResultCondition": {}"#,
    ])
    func scanning(text: String) throws {
        #expect(try RuleProbe("scanning/").findings(text) == [])
    }

    @Test("a list without the value that is needed is pointed at")
    func neededValue() throws {
        let text = #"{"imageScanningConfiguration": {"scanResultCondition": {}, "imageScanningTypes": ["TEST_INSTANCE_CVE"]}}"#
        let report = try RuleProbe("scanning/condition-without-ami-scan").report(text)
        #expect(report.diagnostics.map(\.requestPointer) == ["/imageScanningConfiguration/scanResultCondition"])
        #expect(report.diagnostics.flatMap(\.related).map(\.pointer) == ["/imageScanningConfiguration/imageScanningTypes"])
    }

    @Test("a member of a list is pointed at with its number")
    func pointers() throws {
        let text = #"{"containerRecipeArn": "x", "imageScanningConfiguration": {"imageScanningTypes": ["ON_DEMAND_AMI_CVE"]}}"#
        let report = try RuleProbe("scanning/").report(text)
        #expect(report.diagnostics.map(\.requestPointer) == ["/imageScanningConfiguration/imageScanningTypes/0"])
        #expect(report.diagnostics.map(\.pointer) == ["/imageScanningConfiguration/imageScanningTypes/0"])
    }

    @Test("a schedule of which the rest is cut off lacks nothing")
    func cutSchedule() throws {
        let probe = try RuleProbe("pipeline/schedule-without-expression")
        #expect(probe.findings(#"{"schedule": {"timezone": "UTC""#) == [])
        #expect(probe.findings(#"{"schedule": {"scheduleExpression": null}}"#) == [])
        #expect(probe.findings(#"{"schedule": {"timezone": "UTC"}}"#) == ["pipeline/schedule-without-expression: schedule"])
    }
}
