"""Judges the Image Builder calls of a data set of CloudTrail records, and counts what is found by rule.

    spark-submit lint_cloudtrail.py --linter ./imagebuilder-lint s3a://trail-bucket/AWSLogs/111122223333/CloudTrail/

Each partition is piped through a process of `imagebuilder-lint check -`, which reads a JSON value a line: an event, or
the `Records` of a log file as CloudTrail delivers it.
"""
from __future__ import annotations

import argparse
import json
import os
import shlex
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pyspark import RDD
from pyspark.sql import SparkSession

SEVERITIES = ("error", "warning", "info", "notice")
COLUMNS = "severity string, rule string, findings long, message string, event string"


class Subject(NamedTuple):
    """What is counted: findings of a rule, notices of a kind (severity `notice`), or a number of the summary (`summary`)."""

    severity: str
    name: str


class Tally(NamedTuple):
    count: int
    message: str
    event: str
    """The identity and the operation of the event that the message is an example from."""


class Row(NamedTuple):
    """A line of the result; the members are COLUMNS."""

    severity: str
    rule: str
    findings: int
    message: str
    event: str


class Result(NamedTuple):
    rows: list[Row]
    requests: int


def read_lines(spark: SparkSession, paths: list[str]) -> RDD[str]:
    """The lines of files and of folders at any depth; what ends in `.gz` is decompressed.

    The reader puts many small files into one partition, and cuts large ones that are not compressed into several.
    """
    # JSON may hold a CR, which is no end of a line to the linter.
    reader = spark.read.option("recursiveFileLookup", True).option("lineSep", "\n")
    return reader.text(paths).rdd.map(lambda row: row.value)


def lint_lines(lines: RDD[str], linter: str, check_options: list[str]) -> RDD[str]:
    """Pipes each partition through a linter of its own.

    The exit code is not checked (`checkCode`), because a broken line among millions makes it 3, and findings make it 1.
    A report says itself whether it is complete: see `tally_report`. A missing linter is an error of the task all the same.
    """
    # Partitions share the machine already, so each linter takes one worker.
    command = [linter, "check", "-", "--input-format", "ndjson", "--format", "ndjson", "--jobs", "1", *check_options]
    # Without an environment of its own a piped program has none, and is not found on PATH.
    environment = {"PATH": os.environ.get("PATH", os.defpath)}
    return lines.pipe(shlex.join(command), environment)


def tally_report(report: Iterable[str]) -> Iterator[tuple[Subject, Tally]]:
    """Counts what the report of one partition says.

    Raises:
        RuntimeError: it does not end with a summary, so the linter was called in a wrong way, or stopped halfway.
    """
    tallies: dict[Subject, Tally] = {}
    last_type = None
    for line in report:
        entry = json.loads(line)
        last_type = entry["type"]
        for subject, tally in tallies_of(entry):
            tallies[subject] = add(tallies[subject], tally) if subject in tallies else tally
    if last_type != "summary":
        raise RuntimeError(
            "The report of imagebuilder-lint has no summary, so it is not complete: the linter was given an option that it "
            "does not know, or was stopped. What it said is in the standard error of this executor.")
    yield from tallies.items()


def tallies_of(entry: dict[str, Any]) -> Iterator[tuple[Subject, Tally]]:
    """What one line of a report counts for."""
    if entry["type"] == "diagnostic":
        yield Subject(entry["severity"], entry["rule"]), Tally(1, entry["message"], entry.get("resource", ""))
    elif entry["type"] == "summary":
        yield Subject("summary", "requests"), Tally(entry["requests"], "", "")
    elif not is_about_partition(entry):
        yield Subject("notice", entry["kind"]), Tally(1, entry["message"], "")


def is_about_partition(notice: dict[str, Any]) -> bool:
    """Whether a notice says that no line of the partition holds a request, which is how most partitions are."""
    return notice["kind"] == "no-request" and "range" not in notice


def add(one: Tally, other: Tally) -> Tally:
    """Keeps the example that sorts first, so that the result does not depend on how the data is partitioned."""
    _, message, event = min(one, other, key=lambda tally: (tally.message, tally.event))
    return Tally(one.count + other.count, message, event)


def lint(spark: SparkSession, paths: list[str], linter: str, check_options: list[str]) -> Result:
    report = lint_lines(read_lines(spark, paths), linter, check_options)
    tallies = dict(report.mapPartitions(tally_report).reduceByKey(add).collect())
    summary = tallies.pop(Subject("summary", "requests"), Tally(0, "", ""))
    rows = [Row(subject.severity, subject.name, *tally) for subject, tally in tallies.items()]
    rows.sort(key=lambda row: (SEVERITIES.index(row.severity), -row.findings, row.rule))
    return Result(rows, summary.count)


def table(result: Result) -> str:
    lines = [f"{'severity':8}  {'findings':>10}  {'rule':28}  example"]
    for row in result.rows:
        event = f"  [{row.event}]" if row.event else ""
        lines.append(f"{row.severity:8}  {row.findings:10}  {row.rule:28}  {row.message}{event}")
    lines.append(f"Judged {result.requests} requests.")
    return "\n".join(lines)


def write(spark: SparkSession, result: Result, path: str, form: str) -> None:
    spark.createDataFrame(result.rows, COLUMNS).coalesce(1).write.format(form).save(path)


def parse_arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Judges the Image Builder calls of CloudTrail records, and counts what is found by rule.")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders that Spark can read: s3a://..., hdfs://..., /...")
    parser.add_argument(
        "--linter", default="imagebuilder-lint", metavar="PROGRAM",
        help="the program, as executors find it: a name on PATH, or a path (default: %(default)s)")
    parser.add_argument(
        "--check-options", type=shlex.split, default=[], metavar="OPTIONS",
        help="more options of `imagebuilder-lint check` in one word, such as --check-options='--ignore name/'")
    parser.add_argument("--output", metavar="PATH", help="also write the table to this new folder")
    parser.add_argument(
        "--output-format", choices=("parquet", "json"), default="parquet", help="how to write it (default: %(default)s)")
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> None:
    arguments = parse_arguments(words)
    spark = SparkSession.builder.appName("imagebuilder-lint").getOrCreate()
    result = lint(spark, arguments.paths, arguments.linter, arguments.check_options)
    print(table(result))
    if arguments.output:
        write(spark, result, arguments.output, arguments.output_format)
    spark.stop()


if __name__ == "__main__":
    main()
