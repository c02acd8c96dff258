"""The program's JSON, NDJSON and SARIF reports against their schemas, over the requests of the corpus and of the recorded runs.

IMAGEBUILDER_LINT is the program (default: .build/release/imagebuilder-lint). SARIF's schemas lie in the folder `shared`
beside the checkout, or where IMAGEBUILDER_LINT_SHARED says; without them its test is skipped.
"""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema
import referencing

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("IMAGEBUILDER_LINT", ROOT / ".build/release/imagebuilder-lint")).resolve()
SHARED = pathlib.Path(os.environ.get("IMAGEBUILDER_LINT_SHARED", ROOT.parent / "shared"))
SCHEMAS = [SHARED / "suites/sarif" / name for name in ("oasis-sarif-schema-2.1.0.json", "github-sarif-schema-2.1.0.json")]


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class ReportTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="imagebuilder-lint-reports-")
        cls.addClassCleanup(folder.cleanup)
        cls.json = pathlib.Path(folder.name, "report.json")
        cls.ndjson = pathlib.Path(folder.name, "report.ndjson")
        cls.sarif = pathlib.Path(folder.name, "report.sarif")
        paths = [path for path in ["corpus", "Tests/CommandLineTests/Cases"] if (ROOT / path).exists()]
        # Rules that are off by default are reported too, so that every form of a diagnostic is seen.
        rules = json.loads(subprocess.run([PROGRAM, "rules", "--format", "json"], stdout=subprocess.PIPE, check=True).stdout)
        cls.categories = {rule["rule"].split("/")[0] + "/" for rule in rules}
        result = subprocess.run(
            [PROGRAM, "check", "--select", ",".join(sorted(cls.categories)), "--format", f"json={cls.json}",
             "--format", f"ndjson={cls.ndjson}", "--format", f"sarif={cls.sarif}", *paths, "no such file.json"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if result.returncode != 3 or result.stdout:
            raise AssertionError(f"the run ended with {result.returncode}: {result.stdout}")

    def check_schema(self, name: str, report: dict) -> None:
        self.assertEqual(self.mistakes(self.validator(name), report), [])

    @staticmethod
    def validator(name: str):
        schemas = {path.name: json.loads(path.read_bytes()) for path in (ROOT / "docs").glob("*.schema.json")}
        registry = referencing.Registry().with_resources(
            (schema["$id"], referencing.Resource.from_contents(schema)) for schema in schemas.values())
        return jsonschema.validators.validator_for(schemas[name])(schemas[name], registry=registry)

    @staticmethod
    def mistakes(validator, report: dict) -> list[str]:
        return [
            f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
            for error in validator.iter_errors(report)
        ]

    def test_plan(self):
        for case in ("plan-json", "plan-unreadable"):
            folder = ROOT / "Tests/CommandLineTests/Cases" / case / "input"
            for request in (path for path in folder.iterdir() if path.name != "state.json"):
                with self.subTest(request=request):
                    result = subprocess.run(
                        [PROGRAM, "plan", "--current", folder / "state.json", "--format", "json", request],
                        stdout=subprocess.PIPE)
                    self.assertIn(result.returncode, (0, 3))
                    self.check_schema("plan.schema.json", json.loads(result.stdout))

    def test_schedule(self):
        expressions = [
            "cron(30 2 * * ? *)\tEurope/Berlin\t2027-03-27", "cron(30 1 ? 11 SUN#1 *)\tAmerica/New_York\t2027-11-01", "rate(7 days)",
            "rate(7 days)\tEurope/Berlin", "cron(0 0 30 2 ? *)", "cron(0 10 ? * 1-5 *)\tAsia/Kolkata", "cron(0 0 * * *)", "", "no \"schedule\\",
            "cron(0 0 * * ? *)\tEurope/Berlni", "cron(0 0 * * ? *)\tAustralia/Lord_Howe\t2027-04-01T00:00+11:00",
        ]
        result = subprocess.run(
            [PROGRAM, "schedule", "-", "--from", "2026-11-23"], input="\n".join(expressions), stdout=subprocess.PIPE, text=True)
        self.assertEqual(result.returncode, 1)
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual([answer["expression"] for answer in answers], [line.split("\t")[0] for line in expressions])
        for answer in answers:
            with self.subTest(answer=answer["expression"]):
                self.check_schema("schedule.schema.json", answer)
                for run in answer["next"]:
                    if run["utc"]:
                        zoned = datetime.datetime.fromisoformat(run["local"] + run["offset"])
                        self.assertEqual(zoned, datetime.datetime.fromisoformat(run["utc"].replace("Z", "+00:00")))
                    else:
                        self.assertTrue(run["note"])

    def test_json(self):
        report = json.loads(self.json.read_bytes())
        self.check_schema("report.schema.json", report)
        self.assertGreater(len(report["diagnostics"]), 20)
        places = [(d["file"], d["range"]["start"]["offset"], d["rule"]) for d in report["diagnostics"]]
        self.assertEqual(places, sorted(places, key=lambda place: (place[0].encode(), *place[1:])))

    def test_ndjson(self):
        validator = self.validator("report-lines.schema.json")
        lines = [json.loads(line) for line in self.ndjson.read_bytes().splitlines()]
        for number, line in enumerate(lines):
            self.assertEqual(self.mistakes(validator, line), [], f"line {number + 1}")
        types = [line["type"] for line in lines]
        self.assertEqual(types.index("summary"), len(lines) - 1)
        # What no line may be.
        for change in ({"type": "other"}, {"rule": 1}, {"more": 1}):
            self.assertNotEqual(self.mistakes(validator, lines[0] | change), [])

    def test_ndjson_says_the_same(self):
        report = json.loads(self.json.read_bytes())
        lines = [json.loads(line) for line in self.ndjson.read_bytes().splitlines()]
        for kind in ("diagnostic", "notice"):
            found = [{name: value for name, value in line.items() if name != "type"} for line in lines if line["type"] == kind]
            self.assertEqual(found, report[kind + "s"])
        self.assertEqual(lines[-1], {"type": "summary", "schema": "imagebuilder-lint/report-lines/v1", "tool": report["tool"]} | report["summary"])

    def test_sarif(self):
        schemas = [path for path in SCHEMAS if path.exists()]
        if not schemas:
            self.skipTest(f"{SHARED} has no SARIF schemas")
        checked = subprocess.run(
            [sys.executable, ROOT / "Tools/oracle/sarif_validate.py", self.sarif, *schemas],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_both_say_the_same(self):
        report = json.loads(self.json.read_bytes())
        run = json.loads(self.sarif.read_bytes())["runs"][0]
        self.assertEqual(
            [d["rule"] for d in report["diagnostics"]], [result["ruleId"] for result in run["results"]])
        self.assertEqual(len(report["notices"]), len(run["invocations"][0]["toolExecutionNotifications"]))


if __name__ == "__main__":
    unittest.main()
