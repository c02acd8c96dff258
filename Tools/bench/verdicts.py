"""Which requests a tool has to refuse, and which ones it did.

A figure counts only where a tool refuses exactly the requests that it can see something in. What that is does not come from
any of the compared tools: the generator says into which requests it put mistakes, and the oracle (Tools/oracle/structure.py)
says which of them break the API's structure.

all         whatever the generator put in: schedules, time zones and pairs of members too
structural  required and unknown members, types, enums, ranges, lengths, patterns: what a JSON Schema can say
botocore    required and unknown members, types, and what is below a minimum; it looks at no maximum, enum or pattern
nothing     the tool only reads
"""
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "oracle"))
import structure  # noqa: E402


class BotocoreReading(structure.Reading):
    """The oracle with the eyes of botocore's ParamValidator."""

    def string(self, value: str, shape: dict, pointer: str) -> None:
        self.bounds(len(value), shape, pointer, "length")

    def bounds(self, size: int, shape: dict, pointer: str, kind: str) -> None:
        if size < shape.get("min", size):
            self.problems.add((pointer, kind))


class Oracle:
    """Tells by the API's model which requests of UpdateImagePipeline have something wrong."""

    def __init__(self):
        self.model = structure.service_model()
        self.root = self.model["operations"]["UpdateImagePipeline"]["input"]["shape"]

    def refuses(self, request: dict, reading: type[structure.Reading]) -> bool:
        walk = reading(self.model["shapes"])
        walk.value(request, self.root, "")
        return bool(walk.problems)


def expectations(texts, mistake_every: int) -> dict[str, list[int]]:
    """The numbers of the requests that each kind of tool has to refuse."""
    oracle = Oracle()
    result = {"all": [], "structural": [], "botocore": [], "nothing": []}
    for number, text in enumerate(texts):
        request = json.loads(text)
        if mistake_every and (number + 1) % mistake_every == 0:
            result["all"].append(number)
        if oracle.refuses(request, structure.Reading):
            result["structural"].append(number)
            if oracle.refuses(request, BotocoreReading):
                result["botocore"].append(number)
    return result


# What a command printed -> the numbers of the requests that it refused, and the number of its errors. `paths` are the files
# that it was given; where there is one stream, lines count.

def nothing(output: str, paths: list[str]):
    return set(), 0


def numbers(output: str, paths: list[str]):
    """validate.py's lines: a number and how many errors."""
    found = [line.split() for line in output.splitlines()]
    return {int(number) for number, _ in found}, sum(int(errors) for _, errors in found)


def own_text(output: str, paths: list[str]):
    """This linter's text report: an error's title, and its place on the next line."""
    places = re.findall(r"^error\[.*\n *--> (.+?):(\d+):\d+", output, re.MULTILINE)
    return indices(places, paths), len(places)


def check_jsonschema_text(output: str, paths: list[str]):
    """`  FILE::$.pointer: message`."""
    files = re.findall(r"^  (\S+?)::", output, re.MULTILINE)
    return indices([(file, 1) for file in files], paths), len(files)


def sourcemeta_text(output: str, paths: list[str]):
    """`fail: FILE` or `fail: FILE (entry #2)`; it may print more than one reason for one mistake, so errors are not counted."""
    found = re.findall(r"^fail: (.+?)(?: \(entry #(\d+)\))?$", output, re.MULTILINE)
    return indices([(file.rsplit("/", 1)[-1], entry or 1) for file, entry in found], paths), None


def cfn_lint_parseable(output: str, paths: list[str]):
    """`FILE:LINE:...:E3034:message`; a template is one request here."""
    errors = re.findall(r"^\S+?:\d+:\d+:\d+:\d+:E\d+:", output, re.MULTILINE)
    return ({0} if errors else set()), len(errors)


def lines(output: str, paths: list[str]):
    """An error on each line; a template is one request here."""
    count = len(output.splitlines())
    return ({0} if count else set()), count


def indices(places, paths: list[str]) -> set[int]:
    if paths[0].endswith(".ndjson"):
        return {int(line) - 1 for _, line in places}
    number = {path: index for index, path in enumerate(paths)}
    return {number[file] for file, _ in places}
