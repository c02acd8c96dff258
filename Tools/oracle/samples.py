"""Realistic texts for the string shapes of the model, drawn from a seeded generator."""
import base64
import random

REGIONS = ["us-east-1", "eu-west-1", "eu-central-1", "ap-southeast-2"]
ACCOUNTS = ["111122223333", "123456789012", "444455556666"]
NAMES = ["golden-ami", "my-example-pipeline", "base-windows-server-2022", "web", "ci-runner", "team_a-base"]
VERSIONS = ["1.0.0", "0.0.2", "2026.11.24", "12.4.1073741823"]
WILDCARDS = ["x.x.x", "1.x.x", "1.6.x"]
CRONS = ["cron(0 10 * * ? *)", "cron(0 18 ? * mon-fri *)", "cron(30 22 ? * tue#2 *)", "cron(0 8 1 * ? *)", "rate(7 days)", "rate(1 day)"]
ZONES = ["Etc/UTC", "America/Los_Angeles", "Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "PST8PDT", "Etc/GMT+9"]
DOCUMENT = "name: hello\nschemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Hello\n        action: ExecuteBash\n        inputs:\n          commands: [\"echo 'hello \u00e4 \U0001f600'\"]\n"


class Samples:
    """One text a call; `text` picks by the shape's name, and by the member's where the shape says little."""

    def __init__(self, rng: random.Random):
        self.rng = rng

    def arn(self, kind: str, versions: list[str] | None = None, owners: tuple[str, ...] = (), build: bool = False) -> str:
        pick = self.rng.choice
        parts = ["arn:aws:imagebuilder", pick(REGIONS), pick(ACCOUNTS + list(owners)), f"{kind}/{pick(NAMES)}"]
        version = f"/{pick(versions)}" if versions else ""
        return ":".join(parts) + version + (f"/{self.rng.randint(1, 40)}" if build else "")

    def identifier(self, prefix: str) -> str:
        digits = "".join(self.rng.choice("0123456789abcdef") for _ in range(32))
        return f"{prefix}-{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def hexadecimal(self, count: int) -> str:
        return "".join(self.rng.choice("0123456789abcdef") for _ in range(count))

    def versioned(self, kind: str, owners: tuple[str, ...]) -> str:
        build = self.rng.random() < 0.4
        return self.arn(kind, VERSIONS if build else VERSIONS + WILDCARDS, owners, build)

    def text(self, shape: str, member: str) -> str:
        pick = self.rng.choice
        by_member = {
            "scheduleExpression": CRONS,
            "region": REGIONS, "regions": REGIONS,
            "parentImage": ["ami-0123456789abcdef0", "ssm:/golden/base", self.versioned("image", ("aws",))],
            "kmsKeyId": ["alias/images", f"arn:aws:kms:{pick(REGIONS)}:{pick(ACCOUNTS)}:key/{self.hexadecimal(8)}"],
            "subnetId": [f"subnet-{self.hexadecimal(17)}"],
            "securityGroupIds": [f"sg-{self.hexadecimal(17)}"],
            "userGroups": ["all"], "deviceName": ["/dev/xvda", "/dev/sda1"],
            "description": ["Nightly build", "B\u00e4ckerei \u2013 Basis-Image", "\U0001f680 release"],
        }
        if member in by_member and shape in ("NonEmptyString", "StringList"):
            return pick(by_member[member])
        workflow = f"workflow/{pick(['build', 'test', 'distribution'])}"
        by_shape = {
            "AccountId": lambda: pick(ACCOUNTS),
            "AmiNameString": lambda: "golden-{{ imagebuilder:buildDate }}",
            "AmiWatermarkName": lambda: pick(["hardened (CIS)", "team's base", "v1.2"]),
            "ClientToken": lambda: self.identifier("token"),
            "ComponentBuildVersionArn": lambda: self.arn("component", VERSIONS, ("aws", "third-party"), True),
            "ComponentParameterName": lambda: pick(["S3BucketName", "Version"]),
            "ComponentParameterValue": lambda: pick(["", "my-bucket", "8.0 \u00e9"]),
            "ComponentVersionArn": lambda: self.arn("component", VERSIONS, ("aws", "aws-marketplace", "third-party")),
            "ComponentVersionArnOrBuildVersionArn":
                lambda: self.versioned("component", ("aws", "aws-marketplace", "third-party")),
            "ContainerRecipeArn": lambda: self.arn("container-recipe", VERSIONS + WILDCARDS),
            "DistributionConfigurationArn": lambda: self.arn("distribution-configuration"),
            "EmptyString": lambda: "",
            "FilterName": lambda: pick(["name", "version", "imagePipelineArn"]),
            "FilterValue": lambda: pick(["1.0.4", "golden-ami", "HIGH"]),
            "HttpTokens": lambda: pick(["optional", "required"]),
            "ImageBuildVersionArn": lambda: self.arn("image", VERSIONS, ("aws",), True),
            "ImageBuilderArn": lambda: self.arn(pick(["image-pipeline", "infrastructure-configuration", "lifecycle-policy"])),
            "ImagePipelineArn": lambda: self.arn("image-pipeline"),
            "ImageRecipeArn": lambda: self.arn("image-recipe", VERSIONS + WILDCARDS),
            "ImageVersionArn": lambda: self.arn("image", VERSIONS, ("aws",)),
            "ImageVersionArnOrBuildVersionArn": lambda: self.versioned("image", ("aws",)),
            "InfrastructureConfigurationArn": lambda: self.arn("infrastructure-configuration"),
            "InlineComponentData": lambda: DOCUMENT,
            "InlineDockerFileTemplate": lambda: "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:components }}}",
            "InlineWorkflowData": lambda: DOCUMENT,
            "InstanceProfileNameType": lambda: pick(["EC2InstanceProfileForImageBuilder", "my.profile@ci"]),
            "InstanceType": lambda: pick(["m5.large", "t3.medium"]),
            "LaunchTemplateId": lambda: f"lt-{self.hexadecimal(17)}",
            "LicenseConfigurationArn":
                lambda: f"arn:aws:license-manager:{pick(REGIONS)}:{pick(ACCOUNTS)}:license-configuration:lic-{self.hexadecimal(32)}",
            "LifecycleExecutionId": lambda: self.identifier("lce"),
            "LifecyclePolicyArn": lambda: self.arn("lifecycle-policy"),
            "LogGroupName": lambda: pick(["/aws/imagebuilder/golden-ami", "/aws/imagebuilder/pipeline/web"]),
            "MarketplaceResourceLocation": lambda: "s3://bucket/some/key.yaml",
            "NonEmptyString": lambda: pick(["value", "another value", "\u65e5\u672c\u8a9e", "a/b~c"]),
            "OrganizationArn": lambda: f"arn:aws:organizations::{pick(ACCOUNTS)}:organization/o-{self.hexadecimal(10)}",
            "OrganizationalUnitArn":
                lambda: f"arn:aws:organizations::{pick(ACCOUNTS)}:ou/o-{self.hexadecimal(10)}/ou-{self.hexadecimal(4)}-{self.hexadecimal(8)}",
            "OsVersion": lambda: pick(["Amazon Linux 2023", "Microsoft Windows Server 2022"]),
            "PaginationToken": lambda: self.hexadecimal(40),
            "ParallelGroup": lambda: pick(["group-1", "a#b+c_d"]),
            "ResourceName": lambda: pick(NAMES),
            "ResourcePolicyDocument": lambda: '{"Version": "2012-10-17", "Statement": []}',
            "RoleNameOrArn": lambda: pick(["ImageBuilderRole", f"arn:aws:iam::{pick(ACCOUNTS)}:role/service-role/Builder"]),
            "SnsTopicArn": lambda: f"arn:aws:sns:{pick(REGIONS)}:{pick(ACCOUNTS)}:images",
            "SsmParameterName": lambda: "/golden/ami-id",
            "TagKey": lambda: pick(["team", "cost-center", "a/b", "Owner:mail@example.com", "with space"]),
            "TagValue": lambda: pick(["", "platform", "42", "\U0001f600"]),
            "Timezone": lambda: pick(ZONES),
            "UefiData": lambda: pick(["", "QU1aTlVFRkk="]),
            "Uri": lambda: "s3://bucket/component.yaml",
            "UserDataOverride": lambda: base64.b64encode(b"#!/bin/sh\nyum update -y\n").decode(),
            "VersionNumber": lambda: pick(VERSIONS),
            "WildcardVersionNumber": lambda: pick(VERSIONS + WILDCARDS),
            "WorkflowBuildVersionArn": lambda: self.arn(workflow, VERSIONS, ("aws",), True),
            "WorkflowExecutionId": lambda: self.identifier("wf"),
            "WorkflowParameterName": lambda: pick(["waitForAction", "bucket"]),
            "WorkflowParameterValue": lambda: pick(["", "true"]),
            "WorkflowStepExecutionId": lambda: self.identifier("step"),
            "WorkflowVersionArnOrBuildVersionArn": lambda: self.versioned(workflow, ("aws",)),
            "WorkflowWildcardVersionArn": lambda: self.arn(workflow, VERSIONS + WILDCARDS, ("aws",)),
        }
        return by_shape[shape]()
