"""Prints how long the next run of a schedule takes here and in croniter, as a Markdown table.

Usage: next_runs.py NEXT-RUNS

NEXT-RUNS is the program of that name in Benchmarks. Both find the same number of runs after the same start, one from the
other; where the last ones differ, the script fails.
"""
import datetime
import subprocess
import sys
import time
from importlib.metadata import version

from croniter import croniter

START = datetime.datetime(2026, 11, 23)
# The rarest of the expressions runs so often before 2200.
COUNT = 600

# Expressions that both understand, as each spells them: croniter has five fields, counts weekdays from 0, and takes no `?`.
EXPRESSIONS = [
    ("cron(0 10 * * ? *)", "0 10 * * *"),
    ("cron(0 2 ? * SUN *)", "0 2 * * sun"),
    ("cron(0 10 ? * 2-6 *)", "0 10 * * 1-5"),
    ("cron(0 8 1 * ? *)", "0 8 1 * *"),
    ("cron(*/15 8-17 ? * MON-FRI *)", "*/15 8-17 * * mon-fri"),
    ("cron(0 6 L * ? *)", "0 6 l * *"),
    ("cron(30 22 ? * tue#2 *)", "30 22 * * tue#2"),
    ("cron(0 3 ? * friL *)", "0 3 * * L5"),
    ("cron(0 0 1 1,4,7,10 ? *)", "0 0 1 1,4,7,10 *"),
]


def by_croniter(expression, count):
    runs = croniter(expression, START)
    begin = time.perf_counter()
    for _ in range(count):
        last = runs.get_next(datetime.datetime)
    return (time.perf_counter() - begin) * 1e9 / count, last.strftime("%Y-%m-%dT%H:%M")


def by_schedules(program, count):
    arguments = [program, str(count), START.strftime("%Y-%m-%dT%H:%M")] + [ours for ours, _ in EXPRESSIONS]
    lines = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout.splitlines()
    return [(float(line.split("\t")[0]), line.split("\t")[1]) for line in lines]


def main():
    program = sys.argv[1]
    print(f"| expression | Schedules, ns a run | croniter {version('croniter')}, ns a run | times |")
    print("| --- | --- | --- | --- |")
    for (ours, theirs), (here, last) in zip(EXPRESSIONS, by_schedules(program, COUNT)):
        there, their_last = by_croniter(theirs, COUNT)
        if last != their_last:
            sys.exit(f"{ours}: run {COUNT} is at {last} here and at {their_last} in croniter")
        print(f"| `{ours}` | {here:.0f} | {there:,.0f} | {there / here:,.0f} |")


if __name__ == "__main__":
    main()
