"""Writes the JSON Schema of one operation's requests, made from the project's own model, for validators that know nothing of it.

Usage: schema.py OPERATION > SCHEMA.json

Draft 7, which every validator reads. Members that clients fill in (idempotency tokens) are not required, as this linter does
not require them. Patterns stay as they are: Smithy's and JSON Schema's are both ECMA-262. The service matches the whole text,
JSON Schema searches in it, so a pattern that is not anchored at both ends gets anchors.
"""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "oracle"))
import structure  # noqa: E402

MODEL = pathlib.Path(__file__).resolve().parents[2] / "rules/model"
TYPES = {"string": "string", "boolean": "boolean", "integer": "integer", "long": "integer"}


def shapes_and_operations() -> tuple[dict, dict]:
    """The model's shapes with the amendments, and the shape of each operation's request."""
    model = json.loads((MODEL / "imagebuilder.json").read_text(encoding="utf-8"))
    structure.amend(model)
    return model["shapes"], model["operations"]


def anchored(pattern: str) -> str:
    """The pattern that, searched for, finds what the given one matches as a whole."""
    # An alternative outside of groups would be anchored at one end only.
    is_anchored = pattern.startswith("^") and pattern.endswith("$") and not pattern.endswith(r"\$")
    return pattern if is_anchored and "|" not in outside_of_groups(pattern) else f"^(?:{pattern})$"


def outside_of_groups(pattern: str) -> str:
    """What stands in no group and no class."""
    result, depth, in_class, at = [], 0, False, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif depth == 0:
            result.append(sign)
        at += 1
    return "".join(result)


def reference(name: str) -> dict:
    return {"$ref": f"#/definitions/{name}"}


def definition(shape: dict) -> dict:
    """The schema of one shape; other shapes are referred to."""
    kind = shape["type"]
    bounds = {key: shape[key] for key in ("min", "max") if key in shape}
    if kind == "structure":
        members = shape.get("members", {})
        required = [name for name in shape.get("required", []) if not members[name].get("idempotencyToken")]
        return {
            "type": "object", "properties": {name: reference(member["shape"]) for name, member in members.items()},
            "additionalProperties": False, **({"required": required} if required else {}),
        }
    if kind == "list":
        return {"type": "array", "items": reference(shape["member"]), **{key + "Items": size for key, size in bounds.items()}}
    if kind == "map":
        return {
            "type": "object", "propertyNames": reference(shape["key"]), "additionalProperties": reference(shape["value"]),
            **{key + "Properties": size for key, size in bounds.items()},
        }
    if kind == "timestamp":
        return {"type": ["string", "number"]}
    if kind == "string":
        result = {"type": "string", **{key + "Length": size for key, size in bounds.items()}}
        if "pattern" in shape:
            result["pattern"] = anchored(shape["pattern"])
        if "enum" in shape:
            result["enum"] = shape["enum"]
        return result
    names = {"min": "minimum", "max": "maximum"}
    return {"type": TYPES[kind], **{names[key]: size for key, size in bounds.items()}}


def used(shapes: dict, name: str, found: set[str]) -> set[str]:
    """The names of the shapes that one reaches."""
    if name not in found:
        found.add(name)
        shape = shapes[name]
        for member in shape.get("members", {}).values():
            used(shapes, member["shape"], found)
        for key in ("member", "key", "value"):
            if key in shape:
                used(shapes, shape[key], found)
    return found


def schema(operation: str) -> dict:
    """The JSON Schema of one operation's requests."""
    shapes, operations = shapes_and_operations()
    root = operations[operation]
    definitions = {name: definition(shapes[name]) for name in sorted(used(shapes, root, set())) if name != root}
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": operation, **definition(shapes[root]), "definitions": definitions}


def text(operation: str) -> str:
    return json.dumps(schema(operation), indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text(sys.argv[1]))
