"""The Spark job on a generated data set: what it counts by rule is what was put in.

IMAGEBUILDER_LINT is the program (default: .build/release/imagebuilder-lint). Where Spark or Java is not to be had, the
tests are skipped; `make test-spark` installs both.
"""
import collections
import gzip
import json
import os
import pathlib
import shutil
import tempfile
import unittest

try:
    from pyspark.sql import SparkSession
except ImportError:
    SparkSession = None

from generate_events import generate

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("IMAGEBUILDER_LINT", ROOT / ".build/release/imagebuilder-lint")).resolve()
IS_CI = os.environ.get("CI") == "true"


@unittest.skipIf(SparkSession is None and not IS_CI, "pyspark is not installed; `make test-spark` installs it")
@unittest.skipIf(shutil.which("java") is None and not IS_CI, "there is no Java; `make test-spark` installs it")
@unittest.skipUnless(PROGRAM.exists() or IS_CI, f"{PROGRAM} is not built")
class JobTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = (
            SparkSession.builder.master("local[2]").appName("test").config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.files.maxPartitionBytes", "100000").getOrCreate())
        cls.spark.sparkContext.setLogLevel("OFF")
        cls.addClassCleanup(cls.spark.stop)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="imagebuilder-lint-spark-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def lint(self, linter=PROGRAM, options=()):
        import lint_cloudtrail

        return lint_cloudtrail.lint(self.spark, [str(self.folder)], str(linter), list(options))

    def found(self, result) -> dict[str, int]:
        return {row.rule: row.findings for row in result.rows}

    def test_counts_by_rule(self):
        events = list(generate(2_000, seed=7))
        (self.folder / "events.json").write_text("".join(json.dumps(entry.event) + "\n" for entry in events))
        self.assertGreater(self.spark.read.text(str(self.folder)).rdd.getNumPartitions(), 2)
        result = self.lint()
        self.assertEqual(self.found(result), dict(collections.Counter(entry.mistake for entry in events if entry.mistake)))
        self.assertEqual(result.requests, sum(entry.event["eventSource"] == "imagebuilder.amazonaws.com" for entry in events))
        example = next(row for row in result.rows if row.rule == "schedule/five-fields")
        self.assertIn("has 5 fields", example.message)
        self.assertIn("UpdateImagePipeline", example.event)

    def test_log_files_as_delivered(self):
        events = list(generate(300, seed=8))
        for number in range(3):
            part = [entry.event for entry in events[number::3]]
            with gzip.open(self.folder / f"log-{number}.json.gz", "wt") as file:
                json.dump({"Records": part}, file, separators=(",", ":"))
        self.assertEqual(
            self.found(self.lint()), dict(collections.Counter(entry.mistake for entry in events if entry.mistake)))

    def test_broken_line(self):
        events = [json.dumps(entry.event) for entry in generate(50, seed=9)]
        (self.folder / "events.json").write_text("\n".join(events[:25] + ['{"eventSource": "imagebuilder.amazonaws.com",'] + events[25:]))
        found = self.found(self.lint())
        self.assertEqual(found["syntax"], 1)
        self.assertEqual(
            sum(count for rule, count in found.items() if rule != "syntax"),
            sum(entry.mistake is not None for entry in generate(50, seed=9)))

    def test_foreign_events_alone(self):
        foreign = [entry for entry in generate(500, seed=10) if entry.event["eventSource"] != "imagebuilder.amazonaws.com"]
        (self.folder / "events.json").write_text("".join(json.dumps(entry.event) + "\n" for entry in foreign))
        result = self.lint()
        self.assertEqual((result.rows, result.requests), ([], 0))

    def test_linter_that_is_killed(self):
        killed = self.folder / ".killed"  # Spark reads no hidden files.
        killed.write_text(f'#!/bin/sh\n"{PROGRAM}" "$@" | head -n 1\nkill -9 $$\n')
        killed.chmod(0o755)
        (self.folder / "events.json").write_text("".join(json.dumps(entry.event) + "\n" for entry in generate(100, seed=11)))
        with self.assertRaisesRegex(Exception, "no summary"):
            self.lint(linter=killed)

    def test_damaged_file(self):
        whole = gzip.compress(json.dumps({"Records": [entry.event for entry in generate(500, seed=12)]}).encode())
        (self.folder / "cut.json.gz").write_bytes(whole[:len(whole) // 2])
        with self.assertRaisesRegex(Exception, "Unexpected end of input stream"):
            self.lint()

    def test_output(self):
        import lint_cloudtrail

        (self.folder / "events.json").write_text("".join(json.dumps(entry.event) + "\n" for entry in generate(300, seed=13)))
        result = self.lint()
        for form in ("parquet", "json"):
            path = str(self.folder / f"out.{form}")
            lint_cloudtrail.write(self.spark, result, path, form)
            written = self.spark.read.format(form).load(path).select(*lint_cloudtrail.Row._fields).collect()
            self.assertEqual({tuple(row) for row in written}, {tuple(row) for row in result.rows})

    def test_missing_linter(self):
        (self.folder / "events.json").write_text(json.dumps(next(generate(1, seed=1)).event) + "\n")
        with self.assertRaisesRegex(Exception, "no-such-linter"):
            self.lint(linter=self.folder / "no-such-linter")

    def test_wrong_option(self):
        (self.folder / "events.json").write_text(json.dumps(next(generate(1, seed=1)).event) + "\n")
        with self.assertRaisesRegex(Exception, "no summary"):
            self.lint(options=["--no-such-option"])


if __name__ == "__main__":
    unittest.main()
