"""An independent reading of the API's model: which structural rules does each request of a list break?

Usage: structure.py REQUESTS.json, where the file holds a list of {"operation": ..., "request": {...}}.
Prints one JSON line a request: {"index": 0, "operation": ..., "problems": [[pointer, kind], ...]}, sorted. Kinds are required,
unknown-member, type, enum, range, length and pattern. It reads botocore's own model (pip install the version that
rules/model/imagebuilder.json names) and rules/model/amendments.json, and shares no code with what it is compared to.

Decisions: patterns match whole strings; lengths count Unicode scalars; a boolean is not an integer, nor is 60.0; null is of no
type; a missing idempotency token is filled in by clients; a missing member's pointer is where it would stand; a time is a
string or a number.
"""
import gzip
import importlib.util
import json
import pathlib
import sys

from ecma import matches

MODEL = pathlib.Path(__file__).resolve().parents[2] / "rules/model"

PYTHON_TYPES = {
    "structure": dict, "map": dict, "list": list, "string": str, "boolean": bool,
    "integer": int, "long": int, "timestamp": (str, int, float),
}


def service_model() -> dict:
    """The installed botocore's model of the service, with the amendments."""
    spec = importlib.util.find_spec("botocore")
    if spec is None:
        raise SystemExit("structure: botocore is not installed; see Tools/oracle/requirements.txt")
    folder = pathlib.Path(spec.origin).parent
    pinned = json.loads((MODEL / "imagebuilder.json").read_text(encoding="utf-8"))["source"]
    if not any(f"botocore {path.name.split('-')[1].removesuffix('.dist')}" == pinned
               for path in folder.parent.glob("botocore-*.dist-info")):
        raise SystemExit(f"structure: the model comes from {pinned}, but another version is installed")
    data = max((folder / "data/imagebuilder").glob("*/service-2.json.gz"))
    model = json.loads(gzip.decompress(data.read_bytes()))
    amend(model)
    return model


def amend(model: dict) -> None:
    """Applies the project's amendments to a model, botocore's or the pinned one."""
    for amendment in json.loads((MODEL / "amendments.json").read_text(encoding="utf-8")):
        shape = model["shapes"][amendment["shape"]]
        for key, value in amendment.get("set", {}).items():
            shape[key] = value
            if value is None:
                del shape[key]
        if "addEnum" in amendment:
            shape["enum"] = shape.get("enum", []) + amendment["addEnum"]


def escaped(token: str) -> str:
    """A JSON pointer's token."""
    return token.replace("~", "~0").replace("/", "~1")


class Reading:
    """Walks one request and gathers its problems."""

    def __init__(self, shapes: dict):
        self.shapes = shapes
        self.problems: set[tuple[str, str]] = set()

    def value(self, value, name: str, pointer: str) -> None:
        shape = self.shapes[name]
        kind = shape["type"]
        is_boolean = isinstance(value, bool)
        if not isinstance(value, PYTHON_TYPES[kind]) or (is_boolean and kind != "boolean"):
            self.problems.add((pointer, "type"))
        elif kind == "structure":
            self.structure(value, shape, pointer)
        elif kind == "list":
            self.bounds(len(value), shape, pointer, "length")
            for index, item in enumerate(value):
                self.value(item, shape["member"]["shape"], f"{pointer}/{index}")
        elif kind == "map":
            self.bounds(len(value), shape, pointer, "length")
            for key, item in value.items():
                self.value(key, shape["key"]["shape"], f"{pointer}/{escaped(key)}")
                self.value(item, shape["value"]["shape"], f"{pointer}/{escaped(key)}")
        elif kind == "string":
            self.string(value, shape, pointer)
        elif kind in ("integer", "long"):
            self.bounds(value, shape, pointer, "range")

    def structure(self, value: dict, shape: dict, pointer: str) -> None:
        members = shape["members"]
        for name in shape.get("required", []):
            if name not in value and not members[name].get("idempotencyToken"):
                self.problems.add((f"{pointer}/{escaped(name)}", "required"))
        for name, item in value.items():
            if name in members:
                self.value(item, members[name]["shape"], f"{pointer}/{escaped(name)}")
            else:
                self.problems.add((f"{pointer}/{escaped(name)}", "unknown-member"))

    def string(self, value: str, shape: dict, pointer: str) -> None:
        self.bounds(len(value), shape, pointer, "length")
        if shape.get("enum") and value not in shape["enum"]:
            self.problems.add((pointer, "enum"))
        if "pattern" in shape and not matches(shape["pattern"], value):
            self.problems.add((pointer, "pattern"))

    def bounds(self, size: int, shape: dict, pointer: str, kind: str) -> None:
        if size < shape.get("min", size) or size > shape.get("max", size):
            self.problems.add((pointer, kind))


def problems(model: dict, operation: str, request: dict) -> list[tuple[str, str]]:
    """What one request breaks, sorted."""
    reading = Reading(model["shapes"])
    reading.value(request, model["operations"][operation]["input"]["shape"], "")
    return sorted(reading.problems)


if __name__ == "__main__":
    service = service_model()
    for number, entry in enumerate(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))):
        found = problems(service, entry["operation"], entry["request"])
        print(json.dumps({"index": number, "operation": entry["operation"], "problems": found}))
