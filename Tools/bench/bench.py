"""Runs this linter beside its peers and the limits, and writes the table.

Usage: bench.py PROGRAM GENERATOR [--only CASE]

PROGRAM is the release build of imagebuilder-lint, GENERATOR that of generate-requests. Writes Benchmarks/peers.md and the
short table between the marks in README.md. Exits with 1 where a tool is wrong about its workload or a gate is missed.
"""
import argparse
import pathlib
import sys

import cases
import measuring
import table
from peers import Bench, Command
from workloads import Workshop

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build/bench"


def measure(case: cases.Case, commands: list[Command], bench: Bench, shop: Workshop, seconds: float = measuring.SECONDS_EACH) -> table.Section:
    """Runs commands of a case on its workload, this linter only where it reads it."""
    work = case.work(shop)
    commands = [command for command in commands if command.kind != "ours" or case.is_read(bench)]
    results = [measuring.judged(bench, command, work) for command in commands]
    if case.also:
        other = case.also(shop)
        for result in results:
            again = measuring.judged(bench, result.command, other)
            result.problem = result.problem or again.problem
    measuring.add_rounds(bench, results, work, case.rounds, seconds)
    return table.Section(case, work, results)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("generator", type=pathlib.Path)
    options.add_argument("--only", choices=[case.key for case in cases.CASES])
    arguments = options.parse_args()

    bench = Bench(arguments.program.resolve(), FOLDER)
    bench.prepare()
    shop = Workshop(arguments.generator, FOLDER)
    sections = []
    for case in cases.CASES:
        if arguments.only in (None, case.key):
            print(f"{case.title} ...", file=sys.stderr, flush=True)
            sections.append(measure(case, case.commands(bench), bench, shop))
    if arguments.only:
        print(table.page(sections, bench))
    else:
        table.write(ROOT, sections, bench)
    wrong = [f"{result.command.name}: {result.problem}" for section in sections for result in section.results if result.problem]
    # A rate is about the machine: for orientation.
    missed = [gate.key for section in sections for gate in section.case.gates
              if gate.quantity != "rate" and table.standing(gate, section.results) == table.MISSED]
    print(*[f"wrong: {line}" for line in wrong], *[f"beyond its gate: {key}" for key in missed], sep="\n", file=sys.stderr)
    return 1 if wrong or missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except measuring.Failure as failure:
        sys.exit(f"bench: {failure}")
