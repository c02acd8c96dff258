"""Which requests of a list does botocore's own parameter validator refuse, and why?

Usage: botocore_validate.py REQUESTS.json, where the file holds a list of {"operation": ..., "request": {...}}.
Prints one JSON line a refused request: {"index": 0, "operation": ..., "kinds": [...], "refusals": [...]}.
The validator is lenient: of bounds it knows minima only, and none of maps; it knows no patterns and no enums; a boolean passes
as an integer. Idempotency tokens are filled in before, as a client does it.
"""
import json
import pathlib
import sys

from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

KINDS = {
    "missing required field": "required", "unknown field": "unknown-member", "invalid type": "type",
    "invalid range": "range", "invalid length": "length",
}


class Validator:
    def __init__(self):
        self.model = ServiceModel(Loader().load_service_model("imagebuilder", "service-2"))

    def refusals(self, operation: str, request: dict) -> tuple[list[str], list[str]]:
        """The kinds, in the words of this folder, and botocore's own sentences."""
        shape = self.model.operation_model(operation).input_shape
        tokens = {name: "token" for name, member in shape.members.items() if member.metadata.get("idempotencyToken")}
        report = ParamValidator().validate(tokens | request, shape)
        if not report.has_errors():
            return [], []
        return sorted({KINDS[error[0]] for error in report._errors}), report.generate_report().split("\n")


if __name__ == "__main__":
    validator = Validator()
    for number, entry in enumerate(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))):
        kinds, sentences = validator.refusals(entry["operation"], entry["request"])
        if kinds:
            print(json.dumps({"index": number, "operation": entry["operation"], "kinds": kinds, "refusals": sentences}))
