"""Compares imagebuilder-lint's JSON report with structure.py's reading of the same requests.

Usage: compare.py REQUESTS.json REPORT.json
REQUESTS.json is the one file that was linted (generate.py writes it), REPORT.json what `--format json` gave for it.
Prints one line a disagreement and exits with 1 where there is any. A pattern or length that another rule judges in the linter
(ARNs, time zones) counts as found where any error stands at its place; of an empty text that has to be longer, the linter
says nothing else, so its pattern counts as found. Rules beyond the shared kinds are passed over.
"""
import collections
import json
import pathlib
import sys

import structure

KINDS = {"required", "unknown-member", "type", "enum", "range", "length", "pattern"}


def reported(report: dict) -> tuple[dict[int, set], dict[int, set]]:
    """By request: the structural problems, and the places where any other rule speaks of an error."""
    structural, others = collections.defaultdict(set), collections.defaultdict(set)
    for diagnostic in report["diagnostics"]:
        index = int(diagnostic["pointer"].split("/")[1])
        category, name = diagnostic["rule"].split("/")
        if category == "shape" and name in KINDS:
            structural[index].add((diagnostic["requestPointer"], name))
        elif diagnostic["severity"] == "error":
            others[index].add(diagnostic["requestPointer"])
    return structural, others


def disagreements(model: dict, entries: list, report: dict):
    """One sentence each."""
    for notice in report["notices"]:
        yield f"notice {notice['kind']}: {notice['message']}"
    if report["summary"]["requests"] != len(entries):
        yield f"{len(entries)} requests were given, {report['summary']['requests']} were judged"
    structural, others = reported(report)
    for index, entry in enumerate(entries):
        expected = set(structure.problems(model, entry["operation"], entry["request"]))
        for pointer, kind in sorted(expected - structural[index]):
            is_empty = kind == "pattern" and shown(entry, pointer) == '""' and (pointer, "length") in structural[index]
            if not is_empty and (kind not in ("pattern", "length") or pointer not in others[index]):
                yield f"{index} {entry['operation']} {pointer or '/'} {kind}: missed by the linter: {shown(entry, pointer)}"
        for pointer, kind in sorted(structural[index] - expected):
            yield f"{index} {entry['operation']} {pointer or '/'} {kind}: only the linter reports it: {shown(entry, pointer)}"


def shown(entry: dict, pointer: str) -> str:
    """The value at a pointer, cut short."""
    value = entry["request"]
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list):
            value = value[int(token)]
        elif isinstance(value, dict) and token in value:
            value = value[token]
        else:
            return "absent"
    return json.dumps(value)[:160]


if __name__ == "__main__":
    requests, output = (json.loads(pathlib.Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
    lines = list(disagreements(structure.service_model(), requests, output))
    print("\n".join(lines[:200] + [f"{len(lines)} disagreements in {len(requests)} requests"]))
    sys.exit(1 if lines else 0)
