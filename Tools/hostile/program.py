"""Runs the built program on hostile input, and measures what it takes.

IMAGEBUILDER_LINT is the program (default: .build/release/imagebuilder-lint). A run that takes more processor time than it
may is ended by the system; one that takes more memory fails its test. Processor time is the same on a busy machine.
"""
import dataclasses
import os
import pathlib
import resource
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("IMAGEBUILDER_LINT", ROOT / ".build/release/imagebuilder-lint")).resolve()


@dataclasses.dataclass
class Outcome:
    exit: int
    output: bytes
    errors: bytes
    seconds: float
    """Of processor time."""
    megabytes: float
    """Resident at the peak; at least what this script takes itself, because it is the program until the program starts."""

    @property
    def text(self) -> str:
        return (self.output + self.errors).decode(errors="backslashreplace")


def run(*words, cwd=None, stdin=subprocess.DEVNULL, seconds: int = 20, output=None) -> Outcome:
    """Runs the program with these words.

    - output: where its standard output goes; None: into the outcome.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [PROGRAM, *words], cwd=cwd, stdin=stdin, stdout=output or out, stderr=errors,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        return Outcome(
            process.returncode, out.read(), errors.read(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def write(path: pathlib.Path, pieces) -> int:
    """Writes pieces of bytes one after the other, so that a file of a gigabyte takes no memory here; returns its size."""
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)
        return file.tell()
