"""Prints what each hostile input takes, as a table."""
import pathlib
import tempfile

from inputs import INPUTS
from program import run, write

print("| input | size | exit | time | memory |\n| --- | --- | --- | --- | --- |")
with tempfile.TemporaryDirectory(prefix="imagebuilder-lint-hostile-") as folder:
    for case in INPUTS:
        path = pathlib.Path(folder, case.file)
        size = write(path, case.pieces())
        options = ["--operation", case.operation] if case.operation else []
        outcome = run("check", *options, path.name, cwd=folder, seconds=200)
        path.unlink()
        print(
            f"| {case.name} | {size / 1e6:.2f} MB | {outcome.exit} | {outcome.seconds:.2f} s | {outcome.megabytes:.0f} MB |",
            flush=True)
