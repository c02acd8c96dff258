"""The commands that stand side by side: this linter, its peers from PyPI, and the limits in limits/.

Each is called as its users call it, as a whole process, with the same files in the same order.
"""
import dataclasses
import pathlib
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from importlib.metadata import version

import schema
import verdicts
from workloads import Workload

HERE = pathlib.Path(__file__).resolve().parent
OURS = "imagebuilder-lint"
# What each C or C++ helper is linked with. Static, as this linter is, where Debian has a static library.
HELPERS = {
    "stopwatch.c": ["-static"], "read_files.c": ["-static"], "yaml_events.c": ["-static", "-lyaml"],
    "parse_json.cpp": ["-lsimdjson"],
}


@dataclasses.dataclass(frozen=True)
class Command:
    """A program on a workload: what is typed, and how its answer is read."""
    name: str
    kind: str  # ours, peer or limit
    sees: str  # a key of Workload.expected
    arguments: Callable[[Workload], list[str]]
    reads: Callable = verdicts.nothing
    note: str = ""

    @property
    def has_own_clock(self) -> bool:
        return self.kind == "limit" and self.name in ("simdjson, parse and walk", "libyaml, events")


def reads_streams(program: pathlib.Path, folder: pathlib.Path) -> bool:
    """Whether a build of this linter judges the lines of an NDJSON file."""
    path = folder / "two.ndjson"
    path.write_text('{"operation": "GetImage", "request": {"imageBuildVersionArn": 1}}\n' * 2, encoding="utf-8")
    run = subprocess.run([program, "check", path], capture_output=True, text=True)
    return run.returncode == 1 and "two.ndjson:2:" in run.stdout


class Bench:
    """The folder of what is built for measuring, and every command that uses it."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path):
        self.program = program
        self.folder = folder
        self.schema = folder / "UpdateImagePipeline.schema.json"
        self.scripts = pathlib.Path(sysconfig.get_path("scripts"))

    def prepare(self) -> None:
        """Compiles the helpers and writes the JSON Schema."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.schema.write_text(schema.text("UpdateImagePipeline"), encoding="utf-8")
        (self.folder / "small.py").write_text('"""Says hello."""\n\n\ndef main() -> None:\n    print("hello")\n', encoding="utf-8")
        for source, libraries in HELPERS.items():
            path = HERE / "limits" / source
            binary = self.helper(path.stem)
            if not binary.exists() or binary.stat().st_mtime < path.stat().st_mtime:
                compiler = ["g++", "-std=c++17"] if path.suffix == ".cpp" else ["cc"]
                subprocess.run([*compiler, "-O2", "-Wall", "-Wextra", "-o", binary, path, *libraries], check=True)

    def helper(self, name: str) -> pathlib.Path:
        return self.folder / name

    def reads_streams(self) -> bool:
        return reads_streams(self.program, self.folder)

    # This linter, and limits

    def ours(self, *options: str) -> Command:
        return Command(
            " ".join([OURS, *options]), "ours", "all",
            lambda work: [str(self.program), "check", *options, *work.paths], verdicts.own_text)

    def true(self) -> Command:
        return Command("/bin/true", "limit", "nothing", lambda _: ["/bin/true"])

    def read(self) -> Command:
        return Command("open, read, close (C)", "limit", "nothing", lambda work: [str(self.helper("read_files")), *work.paths])

    def simdjson(self) -> Command:
        return Command(
            "simdjson, parse and walk", "limit", "nothing", lambda work: [str(self.helper("parse_json")), *work.paths])

    def libyaml(self) -> Command:
        return Command("libyaml, events", "limit", "nothing", lambda work: [str(self.helper("yaml_events")), *work.paths])

    # Peers

    def ruff(self) -> Command:
        return Command(
            "ruff", "peer", "nothing",
            lambda _: [str(self.scripts / "ruff"), "check", "--no-cache", "--isolated", str(self.folder / "small.py")],
            note="start-up only: checks a Python file of 5 lines")

    def library(self, name: str, label: str, sees: str, note: str) -> Command:
        return Command(
            label, "peer", sees,
            lambda work: [sys.executable, str(HERE / "validate.py"), name, str(self.schema), *work.paths], verdicts.numbers, note)

    def jsonschema_rs(self) -> Command:
        return self.library("jsonschema-rs", "jsonschema-rs + orjson", "structural", "in Python; all errors, counted")

    def jsonschema_rs_first(self) -> Command:
        return self.library("jsonschema-rs-first", "jsonschema-rs + orjson, yes or no", "structural", "in Python; no errors, yes or no")

    def fastjsonschema(self) -> Command:
        return self.library("fastjsonschema", "fastjsonschema + orjson", "structural", "in Python; first error only")

    def botocore(self) -> Command:
        return self.library("botocore", "botocore ParamValidator", "botocore", "in Python; all errors that it can see, counted")

    def check_jsonschema(self) -> Command:
        return Command(
            "check-jsonschema", "peer", "structural",
            lambda work: [str(self.scripts / "check-jsonschema"), "--schemafile", str(self.schema), *work.paths],
            verdicts.check_jsonschema_text, "best errors with pointers")

    def sourcemeta(self, *options: str) -> Command:
        # The package's script starts Python only to start this; and other packages have a script of the same name.
        binary = pathlib.Path(sysconfig.get_path("purelib"), "sourcemeta_jsonschema", "jsonschema-linux-x86_64")

        def arguments(work: Workload) -> list[str]:
            binary.chmod(0o755)
            paths = [path.replace(".ndjson", ".jsonl") for path in work.paths]
            return [str(binary), "validate", str(self.schema), *paths, "--continue", *options]
        return Command(" ".join(["sourcemeta jsonschema", *options]), "peer", "structural", arguments, verdicts.sourcemeta_text)

    def cfn_lint(self) -> Command:
        return Command(
            "cfn-lint", "peer", "structural",
            lambda work: [str(self.scripts / "cfn-lint"), "--format", "parseable", "--regions", "us-east-1", "--", *work.paths],
            verdicts.cfn_lint_parseable)

    def cloudformation_validate(self) -> Command:
        return Command(
            "cloudformation-validate", "peer", "structural",
            lambda work: [sys.executable, str(HERE / "validate_template.py"), *work.paths], verdicts.lines, "a library, in Python")

    def versions(self) -> dict[str, str]:
        """Of everything that is measured."""
        names = (HERE / "requirements.txt").read_text(encoding="utf-8").split()
        return {name.split("==")[0]: version(name.split("==")[0]) for name in names}
