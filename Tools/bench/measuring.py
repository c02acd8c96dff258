"""Runs commands in turn and keeps what each run took.

A shared machine drifts: single times by half, the ratio of two programs that run one after the other by little. So commands
run in rounds, each once a round and in another order each time, and what is compared is the ratio within a round.
"""
import dataclasses
import os
import pathlib
import random
import re
import statistics
import subprocess

from peers import Bench, Command
from workloads import Workload

# The little that programs need. Their own settings must not come from whoever measures.
ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/nonexistent", "NO_COLOR": "1"}
# Slow commands take part in fewer rounds: so many seconds each, and at least MINIMUM rounds.
SECONDS_EACH = 10.0
MINIMUM = 3


@dataclasses.dataclass(frozen=True)
class Run:
    """One run of a whole process."""
    wall: float  # milliseconds
    cpu: float  # milliseconds, user and system
    peak: float  # MiB
    code: int
    own: float | None = None  # milliseconds by the program's own clock, where it has one


class Failure(Exception):
    """A command that did not do what it should."""


@dataclasses.dataclass
class Measured:
    """A command's runs by round, and its verdict on the workload."""
    command: Command
    argv: list[str]
    size: int  # bytes of the workload
    code: int = 0  # its exit status
    runs: dict[int, Run] = dataclasses.field(default_factory=dict)
    refused: int = 0
    errors: int | None = None
    problem: str = ""  # why its figures don't count

    def median(self, what: str) -> float:
        return statistics.median(getattr(run, what) for run in self.runs.values())

    def spread(self, what: str) -> tuple[float, float]:
        values = [getattr(run, what) for run in self.runs.values()]
        return min(values), max(values)


def ratio(one: Measured, other: Measured, own_clock: bool = False) -> float:
    """The median, over the rounds that both took part in, of one's time by the other's."""
    shared = one.runs.keys() & other.runs.keys()
    return statistics.median(
        one.runs[number].wall / ((other.runs[number].own if own_clock else None) or other.runs[number].wall) for number in shared)


def run(bench: Bench, argv: list[str], folder: pathlib.Path, output: str = "/dev/null") -> tuple[Run, str]:
    """Runs a command once; returns what it took, and its standard error."""
    done = subprocess.run(
        [bench.helper("stopwatch"), output, *argv], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise Failure(f"{argv[0]}: {done.stderr.strip()}")
    wall, cpu, peak, code = map(int, done.stdout.split())
    return Run(wall / 1e6, cpu / 1e6, peak / 1024, code), done.stderr


def judged(bench: Bench, command: Command, work: Workload) -> Measured:
    """Runs a command once, untimed, and compares the requests that it refuses with those that it has to refuse."""
    argv = command.arguments(work)
    output = bench.folder / "output.txt"
    first, error = run(bench, argv, work.folder, str(output))
    # sourcemeta's validator says it on standard error.
    text = output.read_text(encoding="utf-8", errors="replace") + error
    refused, errors = command.reads(text, work.paths)
    # A crash, or a report that is not understood.
    if first.code not in (0, 1, 2) or (first.code != 0) != bool(refused):
        raise Failure(f"{command.name} ends with {first.code} and refuses {len(refused)}: {error[-2000:]}")
    expected = set(work.expected[command.sees])
    problem = f"{len(expected - refused)} requests not refused, {len(refused - expected)} refused wrongly" if refused != expected else ""
    return Measured(command, argv, work.size, first.code, refused=len(refused), errors=errors, problem=problem)


def add_rounds(bench: Bench, results: list[Measured], work: Workload, rounds: int, seconds: float = SECONDS_EACH) -> None:
    """Runs all of them in turn, further rounds if some were run."""
    start = 1 + max((number for result in results for number in result.runs), default=-1)
    order = random.Random(start)
    for number in range(start, start + rounds):
        for result in order.sample(results, len(results)):
            spent = sum(run.wall for key, run in result.runs.items() if key >= start) / 1e3
            if spent < seconds or number - start < MINIMUM:
                result.runs[number] = timed(bench, result, work)


def timed(bench: Bench, result: Measured, work: Workload) -> Run:
    output = bench.folder / "clock.txt"
    once, error = run(bench, result.argv, work.folder, str(output) if result.command.has_own_clock else "/dev/null")
    if once.code != result.code:
        raise Failure(f"{result.command.name} ends with {once.code}, and before with {result.code}: {error[-2000:]}")
    if result.command.has_own_clock:
        own = re.search(r"^own ([\d.]+) ms$", output.read_text(encoding="utf-8"), re.MULTILINE)
        once = dataclasses.replace(once, own=float(own[1]) if own else None)
    return once
