"""Shows that cost grows in proportion to what is given: twice the input, the findings or the rules, twice the instructions.

Usage: linearity.py PROGRAM GENERATOR

Each way to grow is run at N, 2N and 4N. What the step from 2N to 4N costs has to be twice what the step from N to 2N costs,
within TOLERANCE; so the start of the process does not count, and anything quadratic shows as 2 in place of 1.
"""
import json
import pathlib
import sys

from counting import Counter
from peers import reads_streams
from workloads import Workshop

TOLERANCE = 0.10
ARN = "arn:aws:imagebuilder:eu-west-1:123456789012:"
GOOD = {
    "imagePipelineArn": ARN + "image-pipeline/nightly", "imageRecipeArn": ARN + "image-recipe/nightly/x.x.x",
    "infrastructureConfigurationArn": ARN + "infrastructure-configuration/nightly",
}


def one_of_many_rules(number: int) -> str:
    """A page of a user's own; what it looks for is found."""
    return f"""---
severity: warning
evidence: unknown
on: UpdateImagePipelineRequest.description
check: pattern
problem: mismatch
pattern: "Owner {number}: .*"
message: "{{value}} names no owner {number}. Name one."
sources: [a test]
---
# A description names owner {number}

Somebody has to answer for a pipeline.

## Rejected
```json UpdateImagePipeline
{{"description": "Nightly"}}
```

## Accepted
```json UpdateImagePipeline
{{"description": "Owner {number}: platform team"}}
```
"""


class Growth:
    """Ways to grow, each with its smallest size; they write into one folder and return the words of the command."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path, shop: Workshop):
        self.program = program
        self.folder = folder
        self.shop = shop

    def ways(self):
        """Name, smallest size, and what makes an input of a size."""
        yield "requests in a list", 500, self.requests
        if reads_streams(self.program, self.folder):
            yield "requests in a stream", 500, self.stream
        yield "files", 100, self.files
        yield "pipelines in a YAML template", 50, self.template
        for form in ("text", "json", "sarif"):
            yield f"findings, as {form}", 250, lambda size, form=form: self.findings(size, form)
        yield "findings in one line", 250, self.findings_in_one_line
        yield "findings in one object", 250, self.findings_in_one_object
        yield "findings in one list", 500, self.findings_in_one_list
        yield "rules of a user's own", 50, self.rules

    def write(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def requests(self, size: int) -> list[str]:
        self.shop.request_list(self.folder / "requests.json", size)
        return ["requests.json"]

    def stream(self, size: int) -> list[str]:
        self.shop.request_stream(self.folder / "requests.ndjson", size)
        return ["--jobs", "1", "requests.ndjson"]

    def files(self, size: int) -> list[str]:
        return ["--jobs", "1", *[self.write(f"file-{number:04}.json", json.dumps(GOOD, indent=2)) for number in range(size)]]

    def template(self, size: int) -> list[str]:
        self.shop.template_file(self.folder / "template.yaml", size)
        return ["template.yaml"]

    def findings(self, size: int, form: str) -> list[str]:
        # The same mistake again and again: what the mistakes of the generator cost differs.
        request = GOOD | {"status": "enabled", "description": "Somebody's."}
        return ["--format", form, self.write("findings.json", json.dumps([request] * size, indent=2))]

    def findings_in_one_line(self, size: int) -> list[str]:
        return [self.write("line.json", json.dumps([GOOD | {"status": "enabled"}] * size))]

    def findings_in_one_object(self, size: int) -> list[str]:
        unknown = {f"member{number:05}": number for number in range(size)}
        return [self.write("object.json", json.dumps(GOOD | unknown, indent=2))]

    def findings_in_one_list(self, size: int) -> list[str]:
        workflow = {"workflowArn": ARN + "workflow/test/smoke/1.0.x", "onFailure": "continue"}
        request = GOOD | {"executionRole": "build", "workflows": [workflow] * size}
        return [self.write("list.json", json.dumps(request, indent=2))]

    def rules(self, size: int) -> list[str]:
        folder = self.folder / "rules/team"
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(size):
            (folder / f"owner-{number:04}.md").write_text(one_of_many_rules(number), encoding="utf-8")
        return ["--rules", "rules", self.write("described.json", json.dumps(GOOD | {"description": "Nightly"}))]


def growth(small: int, middle: int, large: int) -> float:
    """1 where cost is linear, 2 where it is quadratic."""
    return (large - middle) / (2 * (middle - small))


def verdict(name: str, factor: float) -> tuple[str, bool]:
    """What there is to say of a way to grow, and whether it may stay."""
    is_linear = abs(factor - 1) <= TOLERANCE
    return ("", True) if is_linear else (f"beyond {TOLERANCE:.0%}", False)


def main() -> int:
    program, generator = map(pathlib.Path, sys.argv[1:])
    passed = failed = 0
    with Counter(program) as counter:
        for name, size, make in Growth(program, counter.folder, Workshop(generator, counter.folder)).ways():
            counts = [counter.count("check", *make(times * size)) for times in (1, 2, 4)]
            factor = growth(*counts)
            text, is_well = verdict(name, factor)
            passed, failed = passed + is_well, failed + (not is_well)
            each = (counts[2] - counts[1]) / (2 * size)
            print(f"{name}: {each:,.0f} instructions each at {size:,} to {4 * size:,}, {factor:.3f} of linear"
                  + (f": {text}" if text else ""), flush=True)
    print(f"linearity: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
