"""Writes the tables of time zones: zones.tsv and windows-zones.tsv.

Usage: zones.py TZDATA_FOLDER TZLOCAL_FOLDER OUTPUT_FOLDER, with the unpacked wheels of pinned tzdata and tzlocal versions.
"""
import ast
import pathlib
import sys


def zones(tzdata: pathlib.Path) -> tuple[str, dict[str, str]]:
    """The release, and every name with the zone that it stands for (`=` for a zone itself)."""
    release, names, links = "", {}, {}
    for line in (tzdata / "tzdata/zoneinfo/tzdata.zi").read_text().splitlines():
        if line.startswith("# version "):
            release = line.split()[2]
        elif line.startswith("Z "):
            names[line.split()[1]] = "="
        elif line.startswith("L "):
            _, target, name = line.split()
            links[name] = target
    for name in links:
        target = name
        while target in links:
            target = links[target]
        names[name] = target
    return release, names


def windows(tzlocal: pathlib.Path) -> dict[str, str]:
    """Windows' names with the IANA name that CLDR gives them, as tzlocal carries them."""
    tree = ast.parse((tzlocal / "tzlocal/windows_tz.py").read_text())
    for node in ast.walk(tree):
        targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
        if any(getattr(target, "id", "") == "win_tz" for target in targets):
            return ast.literal_eval(node.value)
    raise SystemExit("tzlocal holds no table win_tz")


def table(head: str, rows: dict[str, str]) -> str:
    """A comment with the source, then sorted `key<TAB>value` lines."""
    ordered = sorted(rows.items(), key=lambda row: row[0].encode())
    return f"# {head}\n" + "".join(f"{key}\t{value}\n" for key, value in ordered)


def write(tzdata: pathlib.Path, tzlocal: pathlib.Path, output: pathlib.Path) -> None:
    """Writes both tables."""
    release, names = zones(tzdata)
    (output / "zones.tsv").write_text(table(f"tzdata {release}", names), encoding="utf-8")
    version = next(tzlocal.glob("tzlocal-*.dist-info")).name.split("-")[1].removesuffix(".dist")
    (output / "windows-zones.tsv").write_text(table(f"tzlocal {version}", windows(tzlocal)), encoding="utf-8")


if __name__ == "__main__":
    write(*(pathlib.Path(argument) for argument in sys.argv[1:4]))
