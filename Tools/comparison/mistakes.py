"""The mistakes of the comparison: a title, and what is changed in a good UpdateImagePipeline request."""
ARN = "arn:aws:imagebuilder:us-east-1:123456789012:"
AWS = "arn:aws:imagebuilder:us-east-1:aws:"
GOOD = {
    "imagePipelineArn": ARN + "image-pipeline/nightly",
    "imageRecipeArn": ARN + "image-recipe/nightly/1.0.0",
    "infrastructureConfigurationArn": ARN + "infrastructure-configuration/nightly",
    "schedule": {"scheduleExpression": "cron(0 2 * * ? *)"},
    "status": "ENABLED",
}


def changed(**members):
    """The good request with members replaced; None removes one."""
    request = {**GOOD, **members}
    return {key: value for key, value in request.items() if value is not None}


def scheduled(expression=None, **members):
    return changed(schedule={"scheduleExpression": expression or "cron(0 2 * * ? *)", **members})


def with_workflows(*workflows, role="arn:aws:iam::123456789012:role/ImageBuilder", **members):
    return changed(workflows=list(workflows), executionRole=role, **members)


BUILD = {"workflowArn": AWS + "workflow/build/build-image/x.x.x"}
TEST = {"workflowArn": AWS + "workflow/test/test-image/x.x.x"}

MISTAKES = [
    ("A required member is missing", changed(infrastructureConfigurationArn=None)),
    ("A misspelled member (`statuss`)", changed(statuss="ENABLED")),
    ("A wrong enum value (`status: enabled`)", changed(status="enabled")),
    ("A number above its maximum (failureCount 11)", scheduled(autoDisablePolicy={"failureCount": 11})),
    ("A number below its minimum (failureCount 0)", scheduled(autoDisablePolicy={"failureCount": 0})),
    ("No recipe", changed(imageRecipeArn=None)),
    ("Both recipes", changed(containerRecipeArn=ARN + "container-recipe/nightly/1.0.0")),
    ("An ARN of the wrong kind", changed(infrastructureConfigurationArn=ARN + "distribution-configuration/nightly")),
    ("Version wildcards in the wrong order (`x.2.x`)", changed(imageRecipeArn=ARN + "image-recipe/nightly/x.2.x")),
    ("ARNs of different regions", changed(imageRecipeArn=(ARN + "image-recipe/nightly/1.0.0").replace("us-east-1", "eu-west-1"))),
    ("A partition that does not fit the region", changed(imageRecipeArn="arn:aws-cn:imagebuilder:us-east-1:123456789012:image-recipe/nightly/1.0.0")),
    ("A schedule of five fields", scheduled("cron(0 2 * * *)")),
    ("A schedule that is no expression (`hello`)", scheduled("hello")),
    ("Day and weekday both set (`cron(0 2 * * SUN *)`)", scheduled("cron(0 2 * * SUN *)")),
    ("An hour out of range (`cron(0 24 * * ? *)`)", scheduled("cron(0 24 * * ? *)")),
    ("`rate(1 fortnight)`", scheduled("rate(1 fortnight)")),
    ("A time zone that does not exist (`Europe/Berlni`)", scheduled(timezone="Europe/Berlni")),
    ("A schedule without an expression", changed(schedule={})),
    ("Workflows without an execution role", with_workflows(BUILD, role=None)),
    ("Two build workflows", with_workflows(BUILD, {"workflowArn": ARN + "workflow/build/own/1.0.0"})),
    ("A managed workflow with a fixed version", with_workflows({"workflowArn": AWS + "workflow/build/build-image/1.0.1/1"})),
    ("`parallelGroup` on a build workflow", with_workflows({**BUILD, "parallelGroup": "first"})),
    ("A container workflow for an image recipe", with_workflows({"workflowArn": AWS + "workflow/build/build-container/x.x.x"})),
    ("Scanning on while tests are off", changed(imageScanningConfiguration={"imageScanningEnabled": True}, imageTestsConfiguration={"imageTestsEnabled": False})),
    ("A log group outside `/aws/imagebuilder/` without a role", changed(loggingConfiguration={"pipelineLogGroupName": "/images/nightly"})),
]
