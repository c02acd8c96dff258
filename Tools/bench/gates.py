"""Holds the gates that CI holds (HELD_IN_CI in cases.py), or all of them.

Usage: gates.py PROGRAM GENERATOR [--all]

Runs only what these gates compare. A gate that is missed gets two more chances, each with more rounds than the one before and
judged with those before: a busy moment goes away with more rounds, a slower program does not. Exits with 1 where one is still
missed, or a command is wrong about its workload.
"""
import argparse
import pathlib
import sys

import bench
import cases
import measuring
import table
from peers import Bench
from workloads import Workshop

SECONDS_EACH = 4.0
CHANCES = 2


def failing(gates: list[cases.Gate], results: list[measuring.Measured]) -> list[cases.Gate]:
    """The gates that are missed. One that can't be measured is: whoever holds it wants it measured."""
    return [gate for gate in gates if table.standing(gate, results) in (table.MISSED, table.UNKNOWN)]


def hold(case: cases.Case, gates: list[cases.Gate], commands, tools: Bench, shop: Workshop) -> list[cases.Gate]:
    """Measures what the gates of a case compare, and returns those that are missed."""
    section = bench.measure(case, commands, tools, shop, SECONDS_EACH)
    rounds = case.rounds
    for _ in range(CHANCES):
        # More rounds make a command no less wrong.
        if not failing(gates, section.results) or any(result.problem for result in section.results):
            break
        rounds *= 2
        measuring.add_rounds(tools, section.results, section.work, rounds, SECONDS_EACH * 2)
    for gate in gates:
        value = gate.value(section.results)
        print(f"{gate.key}: {table.figure(value) if value is not None else '-'}, gate {gate.limit:g}, {table.standing(gate, section.results)}")
    for result in section.results:
        if result.problem:
            print(f"{result.command.name} on {case.key}: {result.problem}")
    return failing(gates, section.results)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("generator", type=pathlib.Path)
    options.add_argument("--all", action="store_true")
    arguments = options.parse_args()

    tools = Bench(arguments.program.resolve(), bench.FOLDER)
    tools.prepare()
    shop = Workshop(arguments.generator, bench.FOLDER)
    held = missed = 0
    for case in cases.CASES:
        gates = [gate for gate in case.gates if arguments.all or gate.key in cases.HELD_IN_CI]
        if gates:
            held += len(gates)
            missed += len(hold(case, gates, case.needed(gates, tools), tools, shop))
    print(f"gates: {held - missed} passed, {missed} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
