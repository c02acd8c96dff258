"""Prints which of the mistakes each tool finds, as a Markdown table.

Usage: compare_tools.py BINARY
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import botocore.session
import botocore.validate
import cloudformation_validate
from importlib.metadata import version

from mistakes import GOOD, MISTAKES

MODEL = botocore.session.Session().get_service_model("imagebuilder").operation_model("UpdateImagePipeline").input_shape
CFN_LINT = pathlib.Path(sys.executable).with_name("cfn-lint")
ENGINE = cloudformation_validate.RegoEngine()


def pascal(value):
    """The value with its keys as CloudFormation spells them."""
    if isinstance(value, dict):
        return {key[0].upper() + key[1:]: pascal(item) for key, item in value.items()}
    return [pascal(item) for item in value] if isinstance(value, list) else value


def template(request):
    properties = pascal({key: value for key, value in request.items() if key != "imagePipelineArn"})
    resource = {"Type": "AWS::ImageBuilder::ImagePipeline", "Properties": {"Name": "nightly", **properties}}
    return json.dumps({"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"Nightly": resource}})


def by_linter(binary, request):
    run = subprocess.run([binary, "check", "--format", "json", "--operation", "UpdateImagePipeline", "-"], input=json.dumps(request), capture_output=True, text=True)
    return {entry["rule"] for entry in json.loads(run.stdout)["diagnostics"]}


def by_botocore(request):
    report = botocore.validate.ParamValidator().validate({"clientToken": "x", **request}, MODEL)
    return {report.generate_report()} - {""}


def by_cfn_lint(request):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "template.json")
        path.write_text(template(request), encoding="utf-8")
        run = subprocess.run([CFN_LINT, "--format", "json", "--regions", "us-east-1", "--", path], capture_output=True, text=True)
    return {entry["Rule"]["Id"] + ": " + entry["Message"] for entry in json.loads(run.stdout or "[]")}


def by_validate(request):
    content = cloudformation_validate.TemplateContent(template(request), "template.json")
    return {entry.rule_id + ": " + entry.message for entry in ENGINE.validate_template(content).diagnostics}


def main():
    binary = sys.argv[1]
    tools = [lambda request: by_linter(binary, request), by_botocore, by_cfn_lint, by_validate]
    usual = [tool(GOOD) for tool in tools]
    print(f"| mistake | imagebuilder-lint | botocore {version('botocore')} | cfn-lint {version('cfn-lint')} | cloudformation-validate {version('cloudformation-validate')} |")
    print("| --- | --- | --- | --- | --- |")
    for title, request in MISTAKES:
        cells = []
        for number, tool in enumerate(tools):
            findings = tool(request)
            cells.append("found" if findings - usual[number] else "-")
            print(title, number, sorted(findings - usual[number]), file=sys.stderr)
        print(f"| {title} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
