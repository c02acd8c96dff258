"""Writes rules/model/imagebuilder.json: the shapes of every request of the imagebuilder service, and of the responses that
tell what a resource is like now, as facts without prose.

Usage: model.py BOTOCORE_FOLDER OUTPUT, where BOTOCORE_FOLDER is the unpacked wheel of a pinned botocore version.
"""
import gzip
import json
import pathlib
import sys

KEPT = ("type", "required", "min", "max", "pattern", "enum", "box")
KEPT_OF_MEMBERS = ("shape", "idempotencyToken", "location", "locationName", "box")
# The operations whose responses are compared with updates; rules/model/states.json says how.
READ = ("GetImagePipeline",)


def service_model(botocore: pathlib.Path) -> dict:
    """The newest model of the service in the wheel."""
    folder = max((botocore / "botocore/data/imagebuilder").iterdir())
    return json.loads(gzip.decompress((folder / "service-2.json.gz").read_bytes()))


def version(botocore: pathlib.Path) -> str:
    """The wheel's version, from its metadata folder."""
    return next(botocore.glob("botocore-*.dist-info")).name.split("-")[1].removesuffix(".dist")


def reachable(shapes: dict, roots: list[str]) -> set[str]:
    """The shapes that the roots can hold."""
    seen, queue = set(), list(roots)
    while queue:
        name = queue.pop()
        if name in seen:
            continue
        seen.add(name)
        shape = shapes[name]
        queue += [member["shape"] for member in shape.get("members", {}).values()]
        queue += [shape[key]["shape"] for key in ("key", "value") if key in shape]
        if "member" in shape:
            queue.append(shape["member"]["shape"])
    return seen


def facts(shape: dict) -> dict:
    """A shape without its documentation."""
    result = {key: shape[key] for key in KEPT if key in shape}
    if shape["type"] == "structure":
        result["members"] = {
            name: {key: member[key] for key in KEPT_OF_MEMBERS if key in member}
            for name, member in shape.get("members", {}).items()
        }
    for key in ("member", "key", "value"):
        if key in shape:
            result[key] = shape[key]["shape"]
    return result


def render(botocore: pathlib.Path) -> str:
    """The whole file: one operation or shape a line."""
    model = service_model(botocore)
    shapes = model["shapes"]
    operations = {
        name: operation.get("input", {}).get("shape")
        for name, operation in sorted(model["operations"].items())
    }
    outputs = {name: model["operations"][name]["output"]["shape"] for name in READ}
    roots = [shape for shape in operations.values() if shape] + list(outputs.values())
    used = sorted(reachable(shapes, roots))

    def lines(entries: dict) -> str:
        return ",\n".join(
            f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in entries.items()
        )

    head = {
        "service": "imagebuilder",
        "source": f"botocore {version(botocore)}",
        "apiVersion": model["metadata"]["apiVersion"],
    }
    parts = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    parts.append(f' "operations": {{\n{lines(operations)}\n }}')
    parts.append(f' "outputs": {{\n{lines(outputs)}\n }}')
    parts.append(f' "shapes": {{\n{lines({name: facts(shapes[name]) for name in used})}\n }}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    pathlib.Path(sys.argv[2]).write_text(render(pathlib.Path(sys.argv[1])))
