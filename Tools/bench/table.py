"""Writes what was measured as Markdown: Benchmarks/peers.md, and its first table into README.md."""
import dataclasses
import pathlib
import platform
import re
import shlex
import subprocess

import measuring
from cases import FASTEST_PEER, QUANTITIES, Case, Gate
from measuring import Measured
from peers import HERE, Bench
from workloads import Workload

START, END = "<!-- make bench writes what follows -->\n", "<!-- make bench wrote what precedes -->\n"
ALONE = {"peak": "peak memory", "rate": "(for orientation)"}
MET, WITHIN, MISSED, UNKNOWN = "target met", "within the gate", "beyond the gate", "not measured"


@dataclasses.dataclass(frozen=True)
class Section:
    """A case with what was measured."""
    case: Case
    work: Workload
    results: list[Measured]

    @property
    def title(self) -> str:
        return f"{self.case.title} ({size(self.work.size)})"


def size(count: int) -> str:
    for unit, name in ((1e6, "MB"), (1e3, "KB")):
        if count >= unit:
            return f"{count / unit:.3g} {name}"
    return f"{count} bytes"


def figure(value: float) -> str:
    """Three digits that say something."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def standing(gate: Gate, results: list[Measured]) -> str:
    value = gate.value(results)
    if value is None:
        return UNKNOWN
    return MET if gate.is_within(value, gate.target) else WITHIN if gate.is_within(value, gate.limit) else MISSED


def gates_table(sections: list[Section]) -> str:
    """The short table: each gate with what was measured."""
    rows = ["| case | beside | measured | target | gate | |", "| --- | --- | --- | --- | --- | --- |"]
    for section in sections:
        title = section.title
        for gate in section.case.gates:
            value = gate.value(section.results)
            measured = pattern(gate).format(figure(value)) if value is not None else "-"
            rows.append(f"| {title} | {against(gate, section.results)} | {measured} | {gate.target:g} | {gate.limit:g} "
                        f"| {standing(gate, section.results)} |")
            title = ""
    return "\n".join(rows) + "\n"


def pattern(gate: Gate) -> str:
    """How the value is written, with the options that this linter runs with, if any."""
    options = gate.ours.partition(" ")[2]
    return QUANTITIES[gate.quantity].pattern + (f", `{options}`" if options else "")


def against(gate: Gate, results: list[Measured]) -> str:
    if gate.against == FASTEST_PEER:
        peers = [result for result in results if result.command.kind == "peer" and not result.problem]
        return f"{gate.against}, {min(peers, key=lambda result: result.median('wall')).command.name}" if peers else gate.against
    if not gate.against:
        return ALONE[gate.quantity]
    return gate.against + (", without reading" if gate.quantity.endswith("own clock") else "")


def results_table(section: Section) -> str:
    """One case: each command with its figures."""
    ours = next((result for result in section.results if result.command.kind == "ours"), None)
    rows = ["| command | wall, ms | min - max | own clock, ms | cpu, ms | peak, MiB | MB/s | times ours | runs | refused | errors |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for result in sorted(section.results, key=lambda result: result.median("wall")):
        wall, (least, most) = result.median("wall"), result.spread("wall")
        judges = result.command.sees != "nothing"
        name = f"**{result.command.name}**" if result.command.kind == "ours" else result.command.name
        remark = f" ({result.command.note})" if result.command.note else ""
        cells = [
            name + remark, figure(wall), f"{figure(least)} - {figure(most)}",
            figure(result.median("own")) if result.command.has_own_clock else "", figure(result.median("cpu")),
            figure(result.spread("peak")[1]), figure(section.work.size / wall / 1e3) if section.work.size > 1e5 else "",
            figure(measuring.ratio(result, ours)) if ours else "", str(len(result.runs)),
            (f"{result.refused:,}" if judges else "") + (f" WRONG: {result.problem}" if result.problem else ""),
            f"{result.errors:,}" if judges and result.errors is not None else "",
        ]
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def command_lines(section: Section, bench: Bench) -> str:
    """What was typed, with the places left out."""
    lines = []
    for result in section.results:
        words = [re.sub(r"^.*/(?=[^/]+$)", "", word) if word.startswith("/") and word != "/bin/true" else word for word in result.argv]
        if len(section.work.paths) > 1:
            words = [word for word in words if word not in section.work.paths[1:]]
            words = [word if word != section.work.paths[0] else "request-*.json" for word in words]
        lines.append("    " + shlex.join(words).replace("'request-*.json'", "request-*.json"))
    return "\n".join(lines) + "\n"


def expectation(work: Workload) -> str:
    kinds = {kind: len(numbers) for kind, numbers in work.expected.items()}
    return (f"{kinds['all']:,} of {work.requests:,} requests carry mistakes; {kinds['structural']:,} break the API's structure, "
            f"which is what a JSON Schema can say; botocore, which looks at no maximum, enum or pattern, can see {kinds['botocore']:,}. "
            "Each command was held to refuse exactly these.\n")


def machine(program: pathlib.Path) -> str:
    processor = re.search(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    system = re.search(r'^PRETTY_NAME="(.*)"$', pathlib.Path("/etc/os-release").read_text(), re.MULTILINE)
    cores = pathlib.Path("/proc/cpuinfo").read_text().count("processor\t")
    compiler = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    swift = re.search(r"Swift version (\S+)", compiler)
    own = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    return (f"{processor[1] if processor else platform.machine()}, {cores} cores, {system[1] if system else platform.system()}, "
            f"Linux {platform.release().split('-')[0]}, Python {platform.python_version()}, Swift {swift[1] if swift else '?'}; {own}, release build.")


def packages() -> str:
    shown = ["libsimdjson-dev", "libyaml-dev"]
    run = subprocess.run(["dpkg-query", "--show", "--showformat", "${Package} ${Version}\n", *shown], capture_output=True, text=True)
    return ", ".join(run.stdout.split("\n")[:-1])


def short(sections: list[Section], bench: Bench) -> str:
    """What README.md shows."""
    return f"{gates_table(sections)}\n{machine(bench.program)}\n"


def page(sections: list[Section], bench: Bench) -> str:
    """Benchmarks/peers.md."""
    parts = [
        "# Beside other tools\n", "`make bench` writes this page; [README.md](README.md) says what is measured and how.\n",
        short(sections, bench), "Versions: " + ", ".join(f"{name} {number}" for name, number in bench.versions().items())
        + (f"; {packages()}" if packages() else "") + ".\n",
    ]
    for section in sections:
        parts += [f"## {section.title}\n", expectation(section.work) if section.work.requests > 1 else "", results_table(section),
                  command_lines(section, bench)]
    return "\n".join(part for part in parts if part)


def write(root: pathlib.Path, sections: list[Section], bench: Bench) -> None:
    (root / "Benchmarks/peers.md").write_text(page(sections, bench), encoding="utf-8")
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(START)
    readme.write_text(before + START + "\n" + short(sections, bench) + "\n" + END + rest.split(END)[1], encoding="utf-8")
