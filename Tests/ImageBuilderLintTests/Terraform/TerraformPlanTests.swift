// Plans and states as `terraform show -json` prints them.
import ImageBuilderLint
import Testing

@Suite struct TerraformPlanTests {
    @Test func `a plan is judged by its values`() throws {
        let text = plan(
            after: #"""
                {"name": "nightly", "description": "", "container_recipe_arn": null, "workflow": [], "tags": {}, "region": "us-east-1",
                 "schedule": [{"schedule_expression": "cron(0 0 * * *)", "timezone": "", "pipeline_execution_start_condition": "NEVER"}],
                 "image_tests_configuration": [{"image_tests_enabled": true, "timeout_minutes": 0}]}
                """#,
            unknown: #"{"arn": true, "image_recipe_arn": true, "infrastructure_configuration_arn": true, "schedule": [{}], "tags_all": true}"#)
        let report = try TerraformProbe().report(text, name: "plan.json")
        #expect(report.requests == 1)
        #expect(report.diagnostics.map(\.rule.description) == ["schedule/five-fields", "shape/enum"])
        #expect(report.diagnostics.map(\.resource) == Array(repeating: "module.images.aws_imagebuilder_image_pipeline.this[0]", count: 2))
        #expect(report.diagnostics.first?.pointer == "/resource_changes/0/change/after/schedule/0/schedule_expression")
        #expect(report.diagnostics.first?.requestPointer == "/schedule/scheduleExpression")
        #expect(report.notices.isEmpty)
    }

    @Test func `what a plan does not know yet is left alone`() throws {
        let text = plan(
            after: #"{"name": "nightly", "schedule": [{"schedule_expression": "x"}], "workflow": [{}, {"workflow_arn": "x"}]}"#,
            unknown: #"{"image_recipe_arn": true, "infrastructure_configuration_arn": true, "execution_role": true, "schedule": [{"schedule_expression": true}], "workflow": [{"workflow_arn": true}, true]}"#)
        #expect(try TerraformProbe().report(text, name: "plan.json").diagnostics.map(\.message) == [])
    }

    @Test func `what is gone is not judged`() throws {
        let report = try TerraformProbe().report(plan(after: "null", unknown: "{}"), name: "plan.json")
        #expect(report.requests == 0)
        #expect(report.notices.isEmpty && report.diagnostics.isEmpty)
    }

    @Test func `a state's modules are judged`() throws {
        let text = #"""
            {"format_version": "1.0", "terraform_version": "1.9.0", "values": {"root_module": {"resources": [
              {"address": "data.aws_imagebuilder_component.x", "mode": "data", "type": "aws_imagebuilder_component", "name": "x", "values": {"name": 1}}],
              "child_modules": [{"address": "module.a", "child_modules": [{"address": "module.a.module.b", "resources": [
                {"address": "module.a.module.b.aws_imagebuilder_image_recipe.r", "mode": "managed", "type": "aws_imagebuilder_image_recipe", "name": "r",
                 "values": {"arn": "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/recipe/1.0.0", "date_created": "x", "id": "y", "name": "recipe",
                   "owner": "1", "platform": "Linux", "parent_image": "ami-0123456789abcdef0", "version": "1.0.0", "tags": {}, "tags_all": {}, "working_directory": "",
                   "block_device_mapping": [{"device_name": "/dev/xvdb", "no_device": false, "virtual_name": "", "ebs": [
                     {"delete_on_termination": "true", "encrypted": "", "iops": 0, "kms_key_id": "", "snapshot_id": "", "throughput": 0, "volume_size": 100, "volume_type": "gp9"}]}],
                   "component": [{"component_arn": "arn:aws:imagebuilder:us-east-1:aws:component/x/1.0.0/1", "parameter": []}],
                   "systems_manager_agent": [{"uninstall_after_build": false}], "user_data_base64": ""}}]}]}]}}}
            """#
        let report = try TerraformProbe().report(text, name: "state.json")
        #expect(report.requests == 1)
        #expect(report.diagnostics.map { "\($0.rule) \($0.resource ?? "")" } == ["shape/enum module.a.module.b.aws_imagebuilder_image_recipe.r"])
    }

    private func plan(after: String, unknown: String) -> String {
        """
        {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {}}, "resource_changes": [
          {"address": "module.images.aws_imagebuilder_image_pipeline.this[0]", "mode": "managed", "type": "aws_imagebuilder_image_pipeline", "name": "this",
           "change": {"actions": ["create"], "before": null, "after": \(after), "after_unknown": \(unknown)}}]}
        """
    }
}
