"""What an enemy can write into a report by names and values, and what a report of very much costs.

Whatever the form of a report, it is UTF-8, a reader of its form can read it, and it has neither a character that a terminal
acts upon nor a line that a CI service takes for a command.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

from inputs import FULL
from program import PROGRAM, run

FORMATS = ("text", "json", "ndjson", "sarif")
NAMES = [
    "\n::error file=x::boo", "\x1b[31m\x1b]0;title\x07", "\r##[error]boo", "##vso[task.setvariable]boo", "\"quoted' \\ `tick` $(x) ${{ x }} <b>",
    "\u202egnirts\u2028\u2029\x9b31m\x7f", "%0A::warning::x", " ::error::x", "::stop-commands::x", "\t", "\ufeff\u200b\U000e0041", "x" * 240,
]
COMMAND = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)
HIDDEN = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co"}


def assert_parses(form: str, text: str) -> None:
    if form != "text":
        for piece in text.splitlines() if form == "ndjson" else [text]:
            json.loads(piece)


# What a big report holds: how many findings and notices, and the last notice. Another process reads it, because the memory of
# this one would count as the program's.
COUNT = """
import json, sys
report = json.load(open(sys.argv[1]))
if "runs" in report:
    found, noted = report["runs"][0]["results"], report["runs"][0]["invocations"][0]["toolExecutionNotifications"]
else:
    found, noted = report["diagnostics"], report["notices"]
print(json.dumps([len(found), len(noted), noted[-1:]]))
"""


def counted(report: pathlib.Path) -> tuple[int, int, str]:
    found, noted, last = json.loads(subprocess.run([sys.executable, "-c", COUNT, report], capture_output=True, check=True).stdout)
    return found, noted, json.dumps(last)


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class ReportTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="imagebuilder-lint-hostile-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name: str | bytes, text: str) -> None:
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text.encode())

    def assert_harmless(self, output: bytes) -> str:
        text = output.decode("utf-8")
        self.assertEqual({char for char in text if char != "\n" and unicodedata.category(char) in HIDDEN}, set())
        self.assertEqual(COMMAND.findall(text), [])
        return text

    def write_hostile(self) -> None:
        """For each hostile text a folder and files of that name, and requests, a template and a stream that have it as keys and values."""
        for number, bad in enumerate(NAMES):
            name = f"{number}/{bad}/{bad}"
            request = {
                "imagePipelineArn": bad, "description": bad * 20, "status": bad, bad: bad, "schedule": {
                    "scheduleExpression": f"cron({bad})", "timezone": bad, bad: 1}, "imageTags": {bad: bad, "aws:" + bad: 1}}
            document = {"operation": "UpdateImagePipeline", "request": request}
            self.write(name + ".json", json.dumps(document, ensure_ascii=number % 2 == 0))
            self.write(name + "raw.json", json.dumps(document)[:-2] + f', "{bad}": "{bad}"}}}}')
            self.write(name + ".yaml", json.dumps(document) + f"\n{bad}: [broken\n")
            self.write(name + ".ndjson", json.dumps(document) + "\n" + f"{{{bad}\n")
            self.write(name + ".template", json.dumps({"Resources": {bad: {
                "Type": "AWS::ImageBuilder::ImagePipeline", "Properties": {"Name": bad, bad: bad, "Status": {"Ref": bad}}}}}))
            self.write(name + ".tf", f'resource "aws_imagebuilder_image_pipeline" {json.dumps(bad)} {{\n  status = {json.dumps(bad)}\n  x = {bad}\n}}\n')

    def test_names_and_values(self):
        self.write_hostile()
        for form in FORMATS:
            with self.subTest(form):
                outcome = run("check", "--verbose", "--format", form, ".", cwd=self.folder)
                self.assertEqual(outcome.exit, 3)
                assert_parses(form, self.assert_harmless(outcome.output))
                self.assertGreater(len(outcome.output), 100_000)
                self.assertEqual(outcome.errors, b"")

    def test_words_of_the_command_line(self):
        """What is wrong with a word is said on standard error, with the word in it."""
        self.write("good.json", "{}")
        for bad in NAMES:
            for words in (
                [bad], ["check", "--" + bad], ["check", "--select", bad], ["check", "--format", bad], ["check", "--format", f"json={bad}/x"],
                ["check", "--stdin-filename", bad, "-"], ["check", "--rules", bad, "good.json"], ["check", "--current", bad, "good.json"],
                ["check", bad], ["explain", bad], ["schedule", bad], ["schedule", "rate(1 day)", "--timezone", bad], ["plan", "--current", bad, bad],
            ):
                with self.subTest(words=words):
                    outcome = run(*words, cwd=self.folder)
                    self.assertIn(outcome.exit, (0, 1, 2, 3))
                    self.assert_harmless(outcome.output)
                    self.assert_harmless(outcome.errors)

    def test_names_that_are_not_utf8(self):
        """Each file is judged, under a name in which every wrong byte is U+FFFD."""
        for end in (b"\xff", b"\xfe", b"\xc3"):
            self.write(b"caf" + end + b".json", '{"operation": "UpdateImagePipeline", "request": {"status": "on"}}')
        for form in FORMATS:
            outcome = run("check", "--select", "shape/enum", "--format", form, ".", cwd=self.folder)
            self.assertEqual(outcome.exit, 1)
            text = self.assert_harmless(outcome.output)
            self.assertEqual(text.count("caf%EF%BF%BD.json" if form == "sarif" else "caf\ufffd.json"), 3)

    def test_a_million_findings_and_a_million_broken_lines(self):
        """A stream has no limit on findings; memory does not grow with it, but for what JSON and SARIF have to know to the end."""
        count = 1_000_000 if FULL else 120_000
        lines = {"findings": (b'{"imagePipelineArn":%d}\n', 1), "broken": (b'{"imagePipelineArn":"%d"\n', 3)}
        for name, (line, code) in lines.items():
            with (self.folder / f"{name}.ndjson").open("wb") as file:
                file.writelines(line % number for number in range(count))
            for form in FORMATS:
                with self.subTest(name=name, form=form):
                    report = self.folder / "report"
                    with report.open("wb") as output:
                        outcome = run(
                            "check", "--operation", "UpdateImagePipeline", "--select", "shape/type", "--jobs", "1", "--format", form, f"{name}.ndjson",
                            cwd=self.folder, output=output, seconds=60)
                    self.assertEqual(outcome.exit, code)
                    self.assertLess(outcome.megabytes, 250 if form in ("json", "sarif") else 150)
                    self.check_length(form, report, name, count)

    def check_length(self, form: str, report: pathlib.Path, name: str, count: int) -> None:
        if form in ("text", "ndjson"):
            word = {"text": rb"^(error\[|unreadable:)", "ndjson": rb'^\{"type": "(diagnostic|notice)"'}[form]
            with report.open("rb") as file:
                self.assertEqual(sum(re.match(word, line) is not None for line in file), count)
            return
        found, noted, last = counted(report)
        if name == "findings":
            self.assertEqual((found, noted), (count, 0))
        else:
            self.assertEqual(noted, 100_001)
            self.assertIn(f"{count - 100_000} more notices", last)

    def test_a_million_keys(self):
        """One file has a limit on findings, in every form."""
        with (self.folder / "a.json").open("wb") as file:
            file.write(b'{"imagePipelineArn":"x"')
            file.writelines(b',"k%d":1' % number for number in range(1_000_000))
            file.write(b"}")
        for form in FORMATS:
            with self.subTest(form):
                report = self.folder / "report"
                with report.open("wb") as output:
                    outcome = run(
                        "check", "--operation", "UpdateImagePipeline", "--select", "shape/unknown-member", "--format", form, "a.json",
                        cwd=self.folder, output=output, seconds=60)
                self.assertEqual(outcome.exit, 3)
                self.assertLess(outcome.megabytes, 900)
                with report.open("rb") as file:
                    self.assertTrue(any(b"More than 100000 findings in one file" in line for line in file))
                if form in ("json", "sarif"):
                    self.assertEqual(counted(report)[:2], (100_000, 1))


if __name__ == "__main__":
    unittest.main()
