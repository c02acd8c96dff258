"""Writes regions.tsv (region and partition) and partitions.tsv (partition and the pattern of its regions).

Usage: regions.py BOTOCORE_FOLDER OUTPUT_FOLDER, with the unpacked wheel of a pinned botocore version.
"""
import json
import pathlib
import sys

from zones import table


def write(botocore: pathlib.Path, output: pathlib.Path, version: str) -> None:
    """Writes both tables."""
    partitions = json.loads((botocore / "botocore/data/partitions.json").read_text())["partitions"]
    regions = {
        region: partition["id"]
        for partition in partitions
        for region in partition["regions"]
        if not region.endswith("-global")
    }
    patterns = {partition["id"]: partition["regionRegex"] for partition in partitions}
    (output / "regions.tsv").write_text(table(f"botocore {version}", regions), encoding="utf-8")
    (output / "partitions.tsv").write_text(table(f"botocore {version}", patterns), encoding="utf-8")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    name = next(folder.glob("botocore-*.dist-info")).name
    write(folder, pathlib.Path(sys.argv[2]), name.split("-")[1].removesuffix(".dist"))
