"""Compares the instructions that runs take with those kept in Benchmarks/instructions.tsv, so that a change shows without a clock.

Usage: instructions.py PROGRAM GENERATOR

A count that differs from the kept one by more than TOLERANCE fails, also where it got better: the kept one would leave room for
a regression. With BLESS=1 the counts are written instead.
"""
import os
import pathlib
import sys

from counting import Counter
from peers import reads_streams
from workloads import Workshop

KEPT = pathlib.Path(__file__).resolve().parents[2] / "Benchmarks/instructions.tsv"
TOLERANCE = 0.03
HEAD = "# Instructions of whole runs, counted by valgrind. `make bench-instructions` compares, with BLESS=1 it writes.\n"


def measured(counter: Counter, shop: Workshop) -> dict[str, int]:
    """The runs that are kept, by name; --jobs 1 where there is more than one file to judge."""
    (counter.folder / "empty.json").write_text("[]\n", encoding="utf-8")
    shop.request_list(counter.folder / "one.json", 1)
    shop.request_list(counter.folder / "good.json", 10_000)
    shop.request_list(counter.folder / "bad.json", 1000, mistake_every=1)
    for number in range(100):
        (counter.folder / f"file-{number:03}.json").write_bytes((counter.folder / "one.json").read_bytes())
    shop.template_file(counter.folder / "template.yaml", 200)
    counts = {
        "version": counter.count("--version"),
        "empty list": counter.count("check", "empty.json"),
        "one request": counter.count("check", "one.json"),
        "100 files with a request": counter.count("check", "--jobs", "1", *[f"file-{number:03}.json" for number in range(100)]),
        "10,000 requests": counter.count("check", "good.json"),
        "1,000 requests with mistakes": counter.count("check", "bad.json"),
        "template of 200 pipelines, YAML": counter.count("check", "template.yaml"),
    }
    if reads_streams(counter.program, counter.folder):
        shop.request_stream(counter.folder / "good.ndjson", 10_000)
        counts["10,000 requests, NDJSON"] = counter.count("check", "--jobs", "1", "good.ndjson")
    return counts


def kept() -> dict[str, int]:
    if not KEPT.exists():
        return {}
    rows = [line.split("\t") for line in KEPT.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name: int(count.replace(",", "")) for name, count in rows}


def verdict(before: int | None, now: int) -> tuple[str, bool]:
    """What there is to say of a count, and whether it may stay."""
    if before is None:
        return "is not kept yet: run `make bench-instructions BLESS=1`", False
    change = now / before - 1
    text = f"{change:+.1%}"
    if change > TOLERANCE:
        return f"{text}, more than {TOLERANCE:.0%} above what is kept: find out why, or bless it if it is worth it", False
    if change < -TOLERANCE:
        return f"{text}, better than what is kept: run `make bench-instructions BLESS=1`, so that it stays so", False
    return text, True


def main() -> int:
    program, generator = map(pathlib.Path, sys.argv[1:])
    with Counter(program) as counter:
        counts = measured(counter, Workshop(generator, counter.folder))
    if os.environ.get("BLESS") == "1":
        KEPT.write_text(HEAD + "".join(f"{name}\t{count:,}\n" for name, count in counts.items()), encoding="utf-8")
        print(f"{KEPT.name} is written.")
        return 0
    before, failed = kept(), 0
    for name, count in counts.items():
        text, is_kept = verdict(before.get(name), count)
        failed += not is_kept
        print(f"{name}: {count:,} instructions, {text}")
    for name in before.keys() - counts.keys():
        failed += 1
        print(f"{name}: is kept and not measured any more: run `make bench-instructions BLESS=1`")
    print(f"instructions: {len(counts) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
