"""Brings the facts of the pinned PyPI packages (requirements.txt) into rules/model.

facts.py            writes the files anew
facts.py --check    says which file is stale, and exits with 1 where one is; with 2 where PyPI is out of reach
"""
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import abbreviations
import model
import regions
import zones

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent.parent / "rules/model"


def wheels(folder: pathlib.Path) -> dict[str, pathlib.Path]:
    """Downloads and unpacks the pinned wheels."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--dest", str(folder), "-r", str(HERE / "requirements.txt")]
    if subprocess.run(command).returncode != 0:
        print("facts: the pinned packages could not be downloaded; is PyPI within reach?", file=sys.stderr)
        sys.exit(2)
    unpacked = {}
    for wheel in folder.glob("*.whl"):
        target = folder / wheel.name.split("-")[0]
        zipfile.ZipFile(wheel).extractall(target)
        unpacked[target.name] = target
    return unpacked


def write(output: pathlib.Path) -> None:
    """Writes every generated file into a folder."""
    with tempfile.TemporaryDirectory() as temporary:
        packages = wheels(pathlib.Path(temporary))
        (output / "imagebuilder.json").write_text(model.render(packages["botocore"]), encoding="utf-8")
        zones.write(packages["tzdata"], packages["tzlocal"], output)
        abbreviations.write(packages["tzdata"], output)
        regions.write(packages["botocore"], output, model.version(packages["botocore"]))


def stale() -> list[str]:
    """The generated files that differ from what the pinned packages give."""
    with tempfile.TemporaryDirectory() as temporary:
        fresh = pathlib.Path(temporary)
        write(fresh)
        return [
            file.name
            for file in sorted(fresh.iterdir())
            if not (TARGET / file.name).exists() or (TARGET / file.name).read_bytes() != file.read_bytes()
        ]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        names = stale()
        for name in names:
            print(f"facts: rules/model/{name} is stale; run Tools/facts/facts.py")
        sys.exit(1 if names else 0)
    write(TARGET)
