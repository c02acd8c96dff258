// Resources in native and JSON syntax: names, places, what is known and what is not.
import ImageBuilderLint
import Testing

@Suite struct TerraformConfigurationTests {
    // MARK: Names and places

    @Test func `a resource is judged in its own names`() throws {
        let report = try TerraformProbe().report(
            TerraformProbe.pipeline(
                """
                  schedule {
                    schedule_expression = "cron(0 0 * * *)"
                  }
                  image_tests_configuration {
                    timeout_minutes = 10
                  }
                """))
        #expect(report.requests == 1)
        #expect(report.diagnostics.map(\.rule.description) == ["schedule/five-fields", "shape/range"])
        let first = try #require(report.diagnostics.first)
        #expect(first.pointer == "/resource/aws_imagebuilder_image_pipeline/nightly/schedule/schedule_expression")
        #expect(first.requestPointer == "/schedule/scheduleExpression")
        #expect(first.resource == "aws_imagebuilder_image_pipeline.nightly")
        #expect(first.dialect == "terraform")
        #expect(first.operation == "CreateImagePipeline")
        #expect(report.diagnostics[1].message.hasPrefix("`timeout_minutes` is 10; the service takes 60 to 1440."))
        #expect(report.notices.isEmpty)
    }

    @Test(arguments: [
        ("  bogus = 1", "shape/unknown-member: bogus"),
        ("  workflows {\n  }", "shape/unknown-member: workflows"),
        ("  image_tags = {}", "shape/unavailable-member: image_tags"),
        ("  schedule {\n    schedule_expression = \"rate(1 day)\"\n    auto_disable_policy {\n    }\n  }", "shape/unavailable-member: auto_disable_policy"),
        ("  imageRecipeArn = \"x\"", "shape/unknown-member: imageRecipeArn"),
        ("  name = \"x y\"\n", "shape/duplicate-key: name"),
    ])
    func `names are the provider's`(lines: String, finding: String) throws {
        #expect(try TerraformProbe("shape/").findings(TerraformProbe.pipeline(lines)) == [finding])
    }

    @Test(arguments: [
        "  count = 2", "  for_each = toset([\"a\"])", "  depends_on = [aws_x.y]", "  provider = aws.eu", "  lifecycle {\n    ignore_changes = [tags]\n  }",
        "  region = \"eu-west-1\"", "  tags_all = {}", "  tags = {}", "  description = null", "  description = \"\"", "  status = var.status",
        "  tags = merge(var.tags, { \"aws:x\" = \"y\" })", "  tags = { (var.key) = \"x\" }", "  timeouts = null",
        "  image_tests_configuration {\n    timeout_minutes = \"720\"\n    image_tests_enabled = \"true\"\n  }",
        "  enhanced_image_metadata_enabled = false",
    ])
    func `these are no mistakes`(lines: String) throws {
        let report = try TerraformProbe().report(TerraformProbe.pipeline(lines))
        #expect(report.diagnostics.map(\.message).filter { !$0.contains("timeouts") } == [])
    }

    @Test func `what is missing is marked at the block`() throws {
        let text = """
            resource "aws_imagebuilder_image_pipeline" "nightly" {
              image_recipe_arn = aws_imagebuilder_image_recipe.this.arn
              execution_role   = var.role
              workflow {
                parallel_group = "a"
              }
              workflow {
                on_failure = "ABORT"
              }
            }

            """
        let report = try TerraformProbe("shape/required").report(text)
        #expect(
            report.diagnostics.map { "\($0.region.start.line):\($0.region.start.column) \($0.message)" } == [
                "1:45 `infrastructure_configuration_arn` is missing; aws_imagebuilder_image_pipeline requires it. Add `infrastructure_configuration_arn` with a text.",
                "1:45 `name` is missing; aws_imagebuilder_image_pipeline requires it. Add `name` with a text.",
                "4:3 `workflow_arn` is missing; `WorkflowConfiguration` requires it. Add `workflow_arn` with a text.",
                "7:3 `workflow_arn` is missing; `WorkflowConfiguration` requires it. Add `workflow_arn` with a text.",
            ])
    }

    // MARK: Differences

    @Test func `settings that stand elsewhere are found`() throws {
        let text = """
            resource "aws_imagebuilder_image_recipe" "r" {
              name         = "recipe"
              version      = "1.0"
              parent_image = "ami-0123456789abcdef0"
              component {
                component_arn = "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x"
                parameter {
                  name  = "a"
                  value = "one text"
                }
              }
              systems_manager_agent {
                uninstall_after_build = "maybe"
              }
              block_device_mapping {
                device_name = "/dev/xvda"
                no_device   = false
                ebs {
                  volume_type = "gp9"
                  encrypted   = "true"
                }
              }
            }

            """
        let found = try TerraformProbe("shape/").findings(text)
        #expect(
            found == [
                "shape/pattern: \"1.0\"", "shape/type: \"maybe\"", "shape/enum: \"gp9\"",
            ])
        let report = try TerraformProbe("shape/type").report(text)
        #expect(report.diagnostics.map(\.requestPointer) == ["/additionalInstanceConfiguration/systemsManagerAgent/uninstallAfterBuild"])
    }

    @Test func `the AWSCC provider writes CloudFormation's names in snake case`() throws {
        let text = """
            resource "awscc_imagebuilder_image_pipeline" "nightly" {
              name                             = "nightly"
              image_recipe_arn                 = awscc_imagebuilder_container_recipe.r.arn
              infrastructure_configuration_arn = awscc_imagebuilder_infrastructure_configuration.i.id
              schedule = {
                schedule_expression = "cron(0 0 * * *)"
                auto_disable_policy = { failure_count = 99 }
              }
              workflows = [{ workflow_arn = "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x" }]
              execution_role = "role"
              tags = [{ key = "a", value = "b" }]
            }

            """
        #expect(
            try TerraformProbe().findings(text) == [
                "arn/wrong-kind: awscc_imagebuilder_container_recipe.r.arn", "schedule/five-fields: 0 0 * * *", "shape/range: 99",
                "shape/type: [{ key = \"a\", value = \"b\" }]",
            ])
        #expect(try TerraformProbe().report(text).diagnostics.first?.message.contains("`container_recipe_arn`") == true)
    }

    // MARK: References

    @Test(arguments: [
        ("aws_imagebuilder_container_recipe.x.arn", ["arn/wrong-kind"]),
        ("aws_imagebuilder_container_recipe.x[0].arn", ["arn/wrong-kind"]),
        ("aws_imagebuilder_container_recipe.x[each.key].id", ["arn/wrong-kind"]),
        ("\"${aws_imagebuilder_container_recipe.x.arn}\"", ["arn/wrong-kind"]),
        ("data.aws_imagebuilder_container_recipe.x.arn", ["arn/wrong-kind"]),
        ("awscc_imagebuilder_container_recipe.x.arn", ["arn/wrong-kind"]),
        ("aws_imagebuilder_image_recipe.x.arn", []), ("aws_imagebuilder_container_recipe.x.name", []),
        ("aws_imagebuilder_container_recipe.x[*].arn", []), ("aws_ami.x.arn", []), ("module.x.arn", []), ("var.arn", []), ("each.value", []),
        ("true ? aws_imagebuilder_container_recipe.x.arn : null", []), ("one(aws_imagebuilder_container_recipe.x[*].arn)", []),
        ("\"<recipe arn>\"", []), ("\"#RECIPE#\"", []), ("file(\"arn\")", []), ("data.aws_ssm_parameter.x.value", []),
        ("\"arn:${data.aws_partition.current.partition}:imagebuilder:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:image-recipe/x/1.0.0\"", []),
        ("\"arn:${data.aws_partition.current.partition}:imagebuilder:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:container-recipe/x/1.0.0\"", ["arn/wrong-kind"]),
        ("\"arn:aws:imagebuilder:${var.region}:123456789012:container-recipe/x/1.0.0\"", []),
    ])
    func `a reference has the kind of what it refers to`(expression: String, rules: [String]) throws {
        let text = """
            resource "aws_imagebuilder_image_pipeline" "nightly" {
              name                             = "nightly"
              image_recipe_arn                 = \(expression)
              infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.this.arn
            }

            """
        #expect(try TerraformProbe().report(text).diagnostics.map(\.rule.description) == rules)
    }

    @Test func `defaults and locals are judged where they are used`() throws {
        let text = TerraformProbe.pipeline(
            """
              schedule {
                schedule_expression = local.daily
                timezone            = var.zone
              }
            """,
            before: """
                variable "hour" {
                  default = "8"
                }
                variable "zone" {
                  type    = string
                  default = "Europe/Berlinn"
                }
                variable "empty" {
                  default = ""
                }
                locals {
                  base  = "0 ${var.hour} * *"
                  daily = "cron(${local.base} *)"
                  loop  = local.loop
                }

                """)
        let report = try TerraformProbe().report(text)
        #expect(report.diagnostics.map(\.rule.description) == ["schedule/five-fields", "timezone/unknown"])
        #expect(report.diagnostics.map { $0.related.map(\.message) } == [["The local value stands here."], ["The default stands here."]])
        #expect(report.diagnostics[0].fix == nil, "what is put together is not corrected in one place")
    }

    @Test(arguments: ["var.hour", "var.missing", "var.empty", "local.loop", "local.missing", "var.list[0]", "local.map.a"])
    func `what is not known is left alone`(expression: String) throws {
        let text = TerraformProbe.pipeline(
            "  schedule {\n    schedule_expression = \(expression)\n  }",
            before: """
                variable "hour" {}
                variable "empty" { default = "" }
                variable "list" { default = ["x"] }
                locals {
                  loop = local.loop
                  map = { a = "x" }
                }

                """)
        #expect(try TerraformProbe().report(text).diagnostics.map(\.message) == [])
    }

    // MARK: Blocks that may be there

    @Test func `dynamic blocks are judged by what is known in them`() throws {
        let text = TerraformProbe.pipeline(
            """
              dynamic "schedule" {
                for_each = var.schedules
                content {
                  schedule_expression = "cron(0 0 * * *)"
                  timezone            = schedule.value
                }
              }
              dynamic "workflow" {
                for_each = var.workflows
                content {
                  workflow_arn = workflow.value.arn
                }
              }
            """)
        #expect(try TerraformProbe().findings(text) == ["schedule/five-fields: 0 0 * * *"])
    }

    @Test func `nothing is missing beside dynamic blocks`() throws {
        let text = """
            resource "aws_imagebuilder_distribution_configuration" "d" {
              name = "everywhere"
              distribution {
                region = "us-east-1"
                ami_distribution_configuration {}
              }
              dynamic "distribution" {
                for_each = var.regions
                content {
                  region = distribution.value
                  dynamic "ami_distribution_configuration" {
                    for_each = [1]
                    content {
                      name = var.name
                    }
                  }
                }
              }
            }
            resource "aws_imagebuilder_image_recipe" "r" {
              name         = "recipe"
              version      = "1.0.0"
              parent_image = var.parent
              dynamic "component" {
                for_each = var.build
                content {
                  component_arn = component.value
                }
              }
              dynamic "component" {
                for_each = var.test
                content {
                  component_arn = component.value
                }
              }
            }

            """
        #expect(try TerraformProbe().report(text).diagnostics.map(\.message) == [])
    }

    // MARK: Broken files

    @Test func `what is cut short lacks nothing`() throws {
        let report = try TerraformProbe().report(
            "resource \"aws_imagebuilder_image_pipeline\" \"a\" {\n  name = ?\n}\n" + TerraformProbe.pipeline("  status = \"ON\""))
        #expect(report.requests == 2)
        #expect(report.notices.map(\.kind) == [.syntax])
        #expect(report.diagnostics.map(\.rule.description) == ["shape/enum"])
    }

    @Test func `a type that is not known is said to be`() throws {
        let report = try TerraformProbe().report("resource \"aws_imagebuilder_pipeline\" \"a\" {\n}\n")
        #expect(report.notices.map(\.kind) == [.noRequest])
        #expect(report.notices.first?.message.hasPrefix("`aws_imagebuilder_pipeline` is no resource type") == true)
    }

    @Test func `other configurations pass silently`() throws {
        let linter = try TerraformProbe()
        for text in [
            "resource \"aws_iam_policy\" \"p\" {\n  resources = [\"arn:aws:imagebuilder:*:*:image/*\"]\n}\n",
            "data \"aws_imagebuilder_image_recipe\" \"x\" {\n  arn = var.arn\n}\n", "variable \"imagePipelineArn\" {}\n",
        ] {
            let report = linter.report(text)
            #expect(report.requests == 0)
            #expect(report.notices.isEmpty && report.diagnostics.isEmpty, "\(text)")
        }
    }

    // MARK: JSON

    @Test func `JSON syntax is the same configuration`() throws {
        let text = """
            {
              "//": "made by a program",
              "variable": {"zone": {"default": "Europe/Berlinn"}},
              "locals": [{"daily": "cron(0 ${var.hour} * * *)", "weekly": "cron(0 0 ? * SUN)"}],
              "resource": [{
                "aws_imagebuilder_image_pipeline": {
                  "nightly": [{
                    "//": {},
                    "name": "nightly",
                    "image_recipe_arn": "${aws_imagebuilder_container_recipe.x.arn}",
                    "infrastructure_configuration_arn": "${aws_imagebuilder_infrastructure_configuration.x[0].arn}",
                    "schedule": [{"schedule_expression": "${local.weekly}", "timezone": "${var.zone}"}],
                    "workflow": {"parameter": [{"name": "a", "value": "b"}]},
                    "execution_role": "${aws_iam_role.x.arn}",
                    "tags": {"${var.key}": "x", "aws:y": "z"},
                    "description": "$${not a template} %{ if true }x%{ endif }"
                  }]
                }
              }]
            }

            """
        let found = try TerraformProbe().findings(text, name: "main.tf.json")
        #expect(
            found == [
                "arn/wrong-kind: \"${aws_imagebuilder_container_recipe.x.arn}\"", "schedule/five-fields: \"${local.weekly}\"",
                "timezone/unknown: \"${var.zone}\"", "shape/required: workflow", "tags/reserved-key: aws:",
            ])
    }

    @Test func `both providers in one file`() throws {
        let text = TerraformProbe.pipeline("  status = \"on\"")
            + "resource \"awscc_imagebuilder_component\" \"c\" {\n  name = \"c c c\"\n  version = \"1\"\n  platform = \"Mac\"\n  data = file(\"x\")\n}\n"
        let report = try TerraformProbe("shape/").report(text)
        #expect(report.requests == 2)
        #expect(report.diagnostics.map(\.resource) == ["aws_imagebuilder_image_pipeline.nightly"] + Array(repeating: "awscc_imagebuilder_component.c", count: 2))
        #expect(report.notices.isEmpty)
    }

    // MARK: Fixes

    @Test(arguments: [
        ("  status = \"ENABLE\"", "  status = \"ENABLED\""),
        ("  schedule {\n    schedule_expression = \"cron(0 0 * * *)\"\n  }", "  schedule {\n    schedule_expression = \"cron(0 0 * * ? *)\"\n  }"),
        ("  descripton = \"x\"", "  description = \"x\""),
    ])
    func `fixes leave Terraform`(before: String, after: String) throws {
        let text = TerraformProbe.pipeline(before)
        let report = try TerraformProbe().report(text)
        var bytes = Array(text.utf8)
        for edit in report.diagnostics.compactMap(\.fix).flatMap(\.edits).sorted(by: { $0.region.start.offset > $1.region.start.offset }) {
            bytes.replaceSubrange(edit.region.start.offset..<edit.region.end.offset, with: Array(edit.text.utf8))
        }
        #expect(String(decoding: bytes, as: UTF8.self) == TerraformProbe.pipeline(after))
    }
}

extension TerraformConfigurationTests {
    @Test("a role by its name, where the provider takes an ARN only", arguments: [
        ("execution_role = \"builder\"", ["shape/form-value: builder"]),
        ("execution_role = local.role", ["shape/form-value: local.role"]),
        ("execution_role = \"arn:aws:iam::123456789012:role/builder\"", []),
        ("execution_role = var.role", []),
        ("execution_role = \"${var.role}\"", []),
        ("execution_role = aws_iam_role.builder.arn", []),
        ("execution_role = \"\"", []),
    ])
    func roles(line: String, expected: [String]) throws {
        let before = "variable \"role\" { default = \"builder\" }\nlocals { role = \"builder\" }\n"
        let text = TerraformProbe.pipeline("  " + line, before: before)
        #expect(try TerraformProbe("shape/form-value").findings(text) == expected)
    }
}
