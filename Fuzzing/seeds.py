"""Takes the seeds of the targets from corpus/ and rules/. Usage: seeds.py FOLDER, which gets FOLDER/<target>/<digest>."""
import hashlib
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What is bigger only slows the fuzzer down.
LIMIT = 8192
TARGETS = {
    ".json": ["json", "screening"], ".yaml": ["yaml"], ".yml": ["yaml"], ".tf": ["hcl"], ".hcl": ["hcl"], ".ndjson": ["lines"],
}
# The examples of a page, and the lines in them that mark what is reported.
EXAMPLE = re.compile(r"^```(json|yaml|hcl)\b.*\n((?:.*\n)*?)```$", re.MULTILINE)
MARK = re.compile(r"^(?:\s*(?:\^|~~~)|@ ).*\n", re.MULTILINE)
# Texts that are judged by themselves: schedules, ARNs, time zones.
SCHEDULE = re.compile(r"\b(?:cron|rate|at)\([^)\n]*\)")
OTHER_TEXT = re.compile(r"\barn:[^\s\"'`,]*|\b[A-Z]\w+/[A-Z]\w+")


def texts(folder: str, endings) -> dict[pathlib.Path, str]:
    return {path: path.read_bytes().decode(errors="surrogateescape")
            for path in sorted((ROOT / folder).rglob("*")) if path.suffix in endings}


def seeds():
    """Pairs of a target and the text of a seed."""
    files, pages = texts("corpus", TARGETS), texts("rules", [".md"])
    for path, text in files.items():
        for target in TARGETS[path.suffix]:
            yield target, text
    for page in pages.values():
        yield "pages", page
        for language, example in EXAMPLE.findall(page):
            for target in TARGETS[f".{language}"]:
                yield target, MARK.sub("", example)
    everything = "\n".join([*files.values(), *pages.values()])
    for text in SCHEDULE.findall(everything):
        yield "cron", text
        yield "text", text
    for text in OTHER_TEXT.findall(everything):
        yield "text", text


def main(folder: pathlib.Path) -> None:
    for target, text in seeds():
        data = text.encode(errors="surrogateescape")
        if len(data) <= LIMIT:
            (folder / target).mkdir(parents=True, exist_ok=True)
            (folder / target / hashlib.sha1(data).hexdigest()).write_bytes(data)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
