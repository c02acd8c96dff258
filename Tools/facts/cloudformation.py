"""Writes rules/model/cloudformation.tsv: where CloudFormation's properties differ from the members of the API.

The properties come from the resource provider schemas in the wheel of cfn-lint. A property is a member with a capital in
front, unless it stands here. Only names are taken.
"""
import json
import pathlib

import model

PREFIX = "AWS::ImageBuilder::"
# The members of the API that have another name there; both sides are checked to exist.
RENAMED = {"Version": "semanticVersion", "LaunchPermissionConfiguration": "launchPermission"}


def capital(name: str) -> str:
    return name[0].upper() + name[1:]


class Comparison:
    """Compares a schema's definitions with the model's shapes, along the properties that they share."""

    def __init__(self, schema: dict, shapes: dict):
        self.schema, self.shapes = schema, shapes
        self.rows: set[tuple[str, str]] = set()

    def walk(self, node: dict, shape: str) -> None:
        if "$ref" in node:
            node = self.schema["definitions"][node["$ref"].rsplit("/", 1)[-1]]
        facts = self.shapes[shape]
        if facts["type"] == "structure":
            self.structure(node["properties"], shape, facts["members"])
        elif facts["type"] == "list":
            self.walk(node["items"], facts["member"]["shape"])
        elif "enum" in facts:
            self.rows |= {(f"{shape}={value}", "") for value in set(node.get("enum", ())) - set(facts["enum"])}

    def structure(self, properties: dict, shape: str, members: dict) -> None:
        regular = {capital(name): name for name in members}
        renamed = {name: member for name, member in RENAMED.items() if name in properties and member in members}
        for name, node in properties.items():
            member = renamed.get(name) or regular.get(name)
            if name in renamed:
                self.rows.add((f"{shape}.{name}", member))
            elif member is None:
                self.rows.add((f"{shape}.{name}", ""))
            if member is not None:
                self.walk(node, members[member]["shape"])
        for name, member in regular.items():
            if name not in properties and member not in renamed.values():
                self.rows.add((f"{shape}/{member}", ""))


def schemas(cfn_lint: pathlib.Path) -> dict[str, dict]:
    """The schemas of the service's resource types, as they are in one Region."""
    folder = cfn_lint / "cfnlint/data/schemas"
    types = json.loads((folder / "providers/us-east-1.json").read_text(encoding="utf-8"))
    return {
        name: json.loads((folder / f"resources/{file}.json").read_text(encoding="utf-8"))
        for name, file in sorted(types.items())
        if name.startswith(PREFIX)
    }


def render(cfn_lint: pathlib.Path, botocore: pathlib.Path, release: str) -> str:
    service = model.service_model(botocore)
    rows: set[tuple[str, str]] = set()
    for name, schema in schemas(cfn_lint).items():
        operation = service["operations"]["Create" + name.removeprefix(PREFIX)]
        comparison = Comparison(schema, service["shapes"])
        comparison.structure(
            schema["properties"], operation["input"]["shape"],
            service["shapes"][operation["input"]["shape"]]["members"])
        rows |= comparison.rows
    lines = "".join(f"{key}\t{value}\n" for key, value in sorted(rows))
    return f"# Properties that differ from the API's members; cfn-lint {release}\n{lines}"


def write(cfn_lint: pathlib.Path, botocore: pathlib.Path, output: pathlib.Path) -> None:
    release = next(cfn_lint.glob("cfn_lint-*.dist-info")).name.split("-")[1].removesuffix(".dist")
    (output / "cloudformation.tsv").write_text(render(cfn_lint, botocore, release), encoding="utf-8")
