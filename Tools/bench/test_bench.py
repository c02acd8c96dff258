"""Tests of the benchmarks' own parts: the schema, the verdicts, the arithmetic, and that the README shows what was measured."""
import json
import pathlib
import statistics
import sys
import tempfile
import unittest
import unittest.mock

import fastjsonschema
import jsonschema_rs

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tools/oracle"))

import cases  # noqa: E402
import instructions  # noqa: E402
import linearity  # noqa: E402
import measuring  # noqa: E402
import schema  # noqa: E402
import structure  # noqa: E402
import table  # noqa: E402
import verdicts  # noqa: E402
from measuring import Measured, Run, ratio  # noqa: E402
from peers import Bench, Command  # noqa: E402
from workloads import Workload  # noqa: E402

GOOD = linearity.GOOD


def measured(name: str, kind: str, walls: list[float], own: list[float] | None = None, rounds=None) -> Measured:
    command = Command(name, kind, "all", lambda _: [])
    runs = {number: Run(wall, wall, 1, 0, own[index] if own else None)
            for index, (number, wall) in enumerate(zip(rounds or range(len(walls)), walls, strict=True))}
    return Measured(command, [], 10_000_000, runs=runs)


class Schema(unittest.TestCase):
    def test_says_what_the_oracle_says(self):
        """Of a request with each kind of structural mistake, and of the samples of two operations in the corpus."""
        service = structure.service_model()
        for operation in ("UpdateImagePipeline", "CreateImagePipeline"):
            validator = jsonschema_rs.validator_for(schema.schema(operation))
            validate = fastjsonschema.compile(schema.schema(operation))
            requests = [*MISTAKES, *corpus_requests()]
            self.assertGreater(len(requests), 30)
            for request in requests:
                is_good = not structure.problems(service, operation, request)
                self.assertEqual(validator.is_valid(request), is_good, (operation, request))
                self.assertEqual(is_valid(validate, request), is_good, (operation, request))

    def test_every_operation_has_one(self):
        _, operations = schema.shapes_and_operations()
        for operation in operations:
            jsonschema_rs.validator_for(schema.schema(operation))

    def test_patterns_match_whole_texts(self):
        self.assertEqual(schema.anchored("[^x]+"), "^(?:[^x]+)$")
        self.assertEqual(schema.anchored("^a|b$"), "^(?:^a|b$)$")
        self.assertEqual(schema.anchored("^(?:a|b)[|]$"), "^(?:a|b)[|]$")
        self.assertEqual(schema.anchored(r"^a\$"), r"^(?:^a\$)$")


MISTAKES = [
    GOOD, GOOD | {"status": "enabled"}, GOOD | {"statuss": "ENABLED"}, GOOD | {"imageTags": {}}, GOOD | {"imageTags": {"aws:x": "y"}},
    GOOD | {"imageTestsConfiguration": {"timeoutMinutes": 30}}, GOOD | {"imageTestsConfiguration": {"timeoutMinutes": 60.5}},
    GOOD | {"imageTestsConfiguration": {"imageTestsEnabled": "true"}}, GOOD | {"schedule": {"autoDisablePolicy": {}}},
    GOOD | {"schedule": {"timezone": "x"}}, GOOD | {"description": ""}, GOOD | {"description": "\u00e4" * 1024},
    GOOD | {"description": "\u00e4" * 1025}, GOOD | {"imageRecipeArn": GOOD["imageRecipeArn"] + "\n"}, GOOD | {"workflows": [{}]},
    {}, {"name": "nightly", "infrastructureConfigurationArn": GOOD["infrastructureConfigurationArn"]},
]


def corpus_requests() -> list[dict]:
    """The pipelines' requests that the corpus has in plain JSON."""
    paths = [path for kind in ("accepted/pipeline", "rejected/*") for path in sorted((ROOT / "corpus").glob(kind + "/*.json"))]
    found = []
    for path in paths:
        try:
            value = json.loads(path.read_bytes())
        except ValueError:
            continue
        if isinstance(value, dict) and "infrastructureConfigurationArn" in value:
            found.append(value)
    return found


def is_valid(validate, request) -> bool:
    try:
        validate(request)
    except fastjsonschema.JsonSchemaException:
        return False
    return True


class Verdicts(unittest.TestCase):
    def test_own_report(self):
        text = ("warning[a/b]: ...\n --> b.json:1:1  /x\n\nerror[c/d]: ...\n  --> b.json:12:3  /y\n\n"
                "error[c/d]: ...\n  --> a.json:1:3  /y\n")
        self.assertEqual(verdicts.own_text(text, ["a.json", "b.json"]), ({0, 1}, 2))
        self.assertEqual(verdicts.own_text(text.replace("json", "ndjson"), ["b.ndjson"]), ({11, 0}, 2))

    def test_other_reports(self):
        self.assertEqual(verdicts.numbers("3 2\n7 1\n", []), ({3, 7}, 3))
        self.assertEqual(verdicts.check_jsonschema_text("Errors:\n  b.json::$.status: 'x'\n  b.json::$: y\n", ["a.json", "b.json"]), ({1}, 2))
        self.assertEqual(verdicts.sourcemeta_text("fail: /tmp/b.json\nerror: x\n", ["a.json", "b.json"])[0], {1})
        self.assertEqual(verdicts.sourcemeta_text("fail: /tmp/r.jsonl (entry #2)\n", ["r.ndjson"])[0], {1})
        self.assertEqual(verdicts.cfn_lint_parseable("t.yaml:36:11:36:23:E3034:11 is greater\n", ["t.yaml"]), ({0}, 1))
        self.assertEqual(verdicts.cfn_lint_parseable("t.yaml:36:11:36:23:W3034:11 is greater\n", ["t.yaml"]), (set(), 0))

    def test_botocore_looks_at_minimums_only(self):
        oracle = verdicts.Oracle()
        below, above = ({**GOOD, "imageTestsConfiguration": {"timeoutMinutes": minutes}} for minutes in (30, 3000))
        self.assertTrue(oracle.refuses(below, verdicts.BotocoreReading))
        self.assertFalse(oracle.refuses(above, verdicts.BotocoreReading))
        self.assertTrue(oracle.refuses(above, structure.Reading))


class Judging(unittest.TestCase):
    def judged(self, output: str, code: int) -> Measured:
        """What is made of a command that prints this and ends so, where requests 3 and 7 are to be refused."""
        command = Command("peer", "peer", "structural", lambda work: ["peer", *work.paths], verdicts.numbers)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)

            def run(bench, argv, place, path="/dev/null"):
                pathlib.Path(path).write_text(output, encoding="utf-8")
                return Run(1, 1, 1, code), ""
            with unittest.mock.patch("measuring.run", run):
                work = Workload(folder, ["r.ndjson"], 10, 100, {"structural": [3, 7]})
                return measuring.judged(Bench(folder / "none", folder), command, work)

    def test_verdicts_are_compared(self):
        self.assertEqual(self.judged("3 1\n7 2\n", 1).problem, "")
        self.assertEqual(self.judged("3 1\n", 1).problem, "1 requests not refused, 0 refused wrongly")
        self.assertEqual(self.judged("3 1\n7 2\n8 1\n", 1).problem, "0 requests not refused, 1 refused wrongly")
        self.assertEqual(self.judged("", 0).problem, "2 requests not refused, 0 refused wrongly")

    def test_crashes_are_no_verdicts(self):
        for output, code in (("", 1), ("3 1\n", 0), ("3 1\n", -11), ("3 1\n", 127)):
            with self.assertRaises(measuring.Failure):
                self.judged(output, code)


class Arithmetic(unittest.TestCase):
    def test_ratio_is_within_rounds(self):
        """A machine that gets three times slower half-way changes nothing; rounds of one alone don't count."""
        slow, fast = measured("a", "peer", [10, 10, 30, 30]), measured("b", "peer", [5, 15], rounds=[1, 2])
        self.assertEqual(ratio(slow, fast), 2)

    def test_own_clock(self):
        self.assertEqual(ratio(measured("a", "ours", [10]), measured("b", "limit", [9], own=[5]), own_clock=True), 2)

    def test_gates(self):
        results = [measured("ours", "ours", [10]), measured("peer", "peer", [40]), measured("slow", "peer", [80])]
        gate = cases.Gate("x", "ours", cases.FASTEST_PEER, "time", 0.2, 0.3)
        self.assertEqual(gate.value(results), 0.25)
        self.assertEqual(table.standing(gate, results), table.WITHIN)
        results[1].problem = "wrong"
        self.assertEqual(gate.value(results), 0.125)
        self.assertEqual(cases.Gate("x", "ours", "", "rate", 1, 1).value(results), 1)  # 10 MB in 10 ms
        self.assertEqual(cases.Gate("x", "ours", "", "peak", 1, 1).value(results), 1)
        speed = cases.Gate("x", "ours", "slow", "speed", 10, 9)
        self.assertEqual(table.standing(speed, results), table.MISSED)
        self.assertEqual(table.standing(cases.Gate("x", "ours", "absent", "time", 1, 1), results), table.UNKNOWN)

    def test_held_gates_exist(self):
        keys = [gate.key for case in cases.CASES for gate in case.gates]
        self.assertEqual(len(keys), len(set(keys)))
        self.assertLessEqual(cases.HELD_IN_CI, set(keys))

    def test_growth(self):
        self.assertEqual(linearity.growth(10, 20, 40), 1)
        self.assertEqual(linearity.growth(100, 400, 1600), 2)
        self.assertTrue(linearity.verdict("files", 1.05)[1])
        self.assertFalse(linearity.verdict("files", 1.2)[1])

    def test_instructions(self):
        self.assertTrue(instructions.verdict(1000, 1020)[1])
        self.assertFalse(instructions.verdict(1000, 1040)[1])
        self.assertFalse(instructions.verdict(1000, 960)[1])
        self.assertFalse(instructions.verdict(None, 960)[1])
        self.assertGreater(statistics.median(instructions.kept().values()), 1e5)


class Pages(unittest.TestCase):
    def test_readme_shows_what_was_measured(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        shown = readme.split(table.START)[1].split(table.END)[0].strip()
        self.assertIn(shown, (ROOT / "Benchmarks/peers.md").read_text(encoding="utf-8"), "README.md differs from Benchmarks/peers.md: run `make bench`")
        rows = [line for line in shown.splitlines() if line.startswith("|")][2:]
        self.assertEqual(len(rows), sum(len(case.gates) for case in cases.CASES), "README.md lacks a gate: run `make bench`")


if __name__ == "__main__":
    unittest.main()
