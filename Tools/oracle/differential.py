"""Compares imagebuilder-lint's structural rules with an independent reading of the model, over generated requests.

Usage: differential.py BINARY [--count 2000] [--seeds 1 2]
For each seed: the requests in plain JSON give what structure.py finds; in JSON of odd spelling, and in YAML, they give the same
diagnostics as in plain JSON. Prints the disagreements and exits with 1 where there is any. Needs requirements.txt.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import compare
import generate
import spellings
import structure

# Rules about the spelling itself, and not about what is spelled.
OF_SPELLING = {"shape/ambiguous-scalar"}
# Messages quote a number as it is written, and propose another way to write it.
NUMBER = re.compile(r"(?<=the number ).*")


def report(binary: str, file: pathlib.Path, text: str) -> dict:
    """What the linter reports for a file with this text. It exits with 1 where it finds something."""
    file.write_text(text, encoding="utf-8", newline="")
    run = subprocess.run([binary, "check", "--format", "json", str(file)], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"differential: {binary} exits with {run.returncode}: {run.stderr.decode()}{run.stdout.decode()[-2000:]}")
    return json.loads(run.stdout)


def found(result: dict, is_stream: bool) -> dict[int, collections.Counter]:
    """By request: what is reported, without where it stands in the file."""
    by_request = collections.defaultdict(collections.Counter)
    for diagnostic in result["diagnostics"]:
        index = diagnostic["document"] if is_stream else int(diagnostic["pointer"].split("/")[1])
        if diagnostic["rule"] not in OF_SPELLING:
            message = NUMBER.sub("", diagnostic["message"])
            by_request[index][diagnostic["rule"], diagnostic["requestPointer"], message] += 1
    return by_request


def respelled(entries: list, plain: dict, other: dict, spelling: str):
    """One sentence for each diagnostic that one spelling has and the other has not."""
    for notice in other["notices"]:
        yield f"{spelling}: notice {notice['kind']}: {notice['message']}"
    expected, actual = found(plain, False), found(other, spelling == "yaml")
    for index in sorted(set(expected) | set(actual)):
        for difference, side in [(expected[index] - actual[index], "JSON"), (actual[index] - expected[index], spelling)]:
            for rule, pointer, message in difference.elements():
                yield f"{index} {entries[index]['operation']} {pointer or '/'} {rule}: only in {side}: {message[:160]}"


def disagreements(binary: str, model: dict, count: int, seed: int, folder: pathlib.Path):
    entries = list(generate.entries(count, seed))
    plain = report(binary, folder / "plain.json", generate.rendered(entries, seed))
    yield from compare.disagreements(model, entries, plain)
    odd = report(binary, folder / "odd.json", spellings.json_text(entries, random.Random(seed)))
    yield from respelled(entries, plain, odd, "odd JSON")
    stream = report(binary, folder / "stream.yaml", spellings.yaml_text(entries, seed))
    yield from respelled(entries, plain, stream, "yaml")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--count", type=int, default=2000, help="requests a seed")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    model = structure.service_model()
    total = 0
    for seed in options.seeds:
        with tempfile.TemporaryDirectory() as folder:
            lines = list(disagreements(options.binary, model, options.count, seed, pathlib.Path(folder)))
        total += len(lines)
        lines = lines[:100] + [f"{options.count} requests in three spellings, {len(lines)} disagreements"]
        print("\n".join(f"seed {seed}: {line}" for line in lines), flush=True)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
