"""Checks that the files in rules/model make sense. Needs no package and no network: python3 -m unittest discover Tools/facts"""
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODEL = ROOT / "rules/model"
sys.path.insert(0, str(ROOT / "Tools/oracle"))

from ecma import compiled  # noqa: E402


def rows(name: str) -> list[list[str]]:
    """The rows of a table, without its comment."""
    lines = (MODEL / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


class CheckTests(unittest.TestCase):
    def test_has_an_exit_code_of_its_own_where_nothing_can_be_downloaded(self):
        result = subprocess.run(
            [sys.executable, str(ROOT / "Tools/facts/facts.py"), "--check"],
            env=os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}, capture_output=True, text=True)
        self.assertEqual(result.returncode, 75, result.stderr)


class ModelTests(unittest.TestCase):
    def setUp(self):
        self.model = json.loads((MODEL / "imagebuilder.json").read_text(encoding="utf-8"))
        self.shapes = self.model["shapes"]

    def test_holds_every_operation(self):
        self.assertEqual(len(self.model["operations"]), 77)
        self.assertEqual(list(self.model["operations"]), sorted(self.model["operations"]))
        for operation, shape in self.model["operations"].items():
            if shape is not None:
                self.assertEqual(self.shapes[shape]["type"], "structure", operation)

    def test_references_lead_to_shapes_and_reach_all(self):
        seen, queue = set(), [shape for shape in self.model["operations"].values() if shape]
        queue += self.model["outputs"].values()
        while queue:
            name = queue.pop()
            if name in seen:
                continue
            seen.add(name)
            self.assertIn(name, self.shapes)
            shape = self.shapes[name]
            queue += [member["shape"] for member in shape.get("members", {}).values()]
            queue += [shape[key] for key in ("member", "key", "value") if key in shape]
        self.assertEqual(seen, set(self.shapes))

    def test_requires_only_members_it_has(self):
        for name, shape in self.shapes.items():
            self.assertLessEqual(set(shape.get("required", [])), set(shape.get("members", {})), name)

    def test_ranges_are_ranges(self):
        for name, shape in self.shapes.items():
            if "min" in shape and "max" in shape:
                self.assertLessEqual(shape["min"], shape["max"], name)

    def test_patterns_compile(self):
        for name, shape in self.shapes.items():
            if "pattern" in shape:
                with self.subTest(name):
                    compiled(shape["pattern"])

    def test_holds_no_prose(self):
        known = {"type", "required", "members", "member", "key", "value", "min", "max", "pattern", "enum", "box"}
        for name, shape in self.shapes.items():
            self.assertLessEqual(set(shape), known, name)

    def test_amendments_say_why(self):
        for amendment in json.loads((MODEL / "amendments.json").read_text(encoding="utf-8")):
            shape = self.shapes[amendment["shape"]]
            self.assertTrue(amendment["reason"].endswith("."))
            self.assertRegex(amendment["source"], "^https://")
            self.assertTrue("set" in amendment or "addEnum" in amendment)
            for key, value in amendment.get("set", {}).items():
                self.assertIn(key, ("min", "max", "pattern"))
                self.assertNotEqual(shape.get(key), value, "the model says so already; drop the amendment")
            self.assertTrue(set(amendment.get("addEnum", [])).isdisjoint(shape.get("enum", [])))

    def test_markers_name_members(self):
        for marker in json.loads((MODEL / "markers.json").read_text(encoding="utf-8")):
            members = self.shapes[self.model["operations"][marker["operation"]]]["members"]
            self.assertLessEqual(set(marker["all"] + marker["any"]), set(members), marker)

    def test_states_hold_what_updates_take(self):
        for state in json.loads((MODEL / "states.json").read_text(encoding="utf-8")):
            request = self.shapes[self.model["operations"][state["operation"]]]
            response = self.shapes[self.model["outputs"][state["read"]]]
            resource = self.shapes[response["members"][state["member"]]["shape"]]
            names = {state["identity"]["request"]: state["identity"]["state"]}
            for name, member in request["members"].items():
                if member.get("idempotencyToken"):
                    continue
                with self.subTest(name):
                    same = resource["members"][names.get(name, name)]
                    one, other = self.shapes[member["shape"]], self.shapes[same["shape"]]
                    self.assertEqual(one["type"], other["type"])
                    if one["type"] not in ("string", "integer", "boolean"):
                        self.assertEqual(member["shape"], same["shape"], "the state is read with the request's shapes")

    def test_defaults_are_values_of_members(self):
        for key, text in rows("defaults.tsv"):
            with self.subTest(key):
                shape, member = key.split(".")
                target = self.shapes[self.shapes[shape]["members"][member]["shape"]]
                values = json.loads(text)
                types = {"string": str, "integer": int, "boolean": bool, "list": list, "structure": dict}
                self.assertIs(type(values[0]), types[target["type"]])
                if "enum" in target:
                    self.assertLessEqual(set(values), set(target["enum"]))


class ZoneTests(unittest.TestCase):
    def setUp(self):
        self.zones = dict(rows("zones.tsv"))

    def test_knows_zones_and_links(self):
        self.assertEqual(self.zones["Europe/Berlin"], "=")
        self.assertEqual(self.zones["US/Eastern"], "America/New_York")

    def test_links_lead_to_zones(self):
        for name, target in self.zones.items():
            if target != "=":
                self.assertEqual(self.zones[target], "=", name)

    def test_windows_names_lead_to_names(self):
        for name, target in rows("windows-zones.tsv"):
            self.assertIn(target, self.zones, name)

    def test_abbreviations_are_no_names_and_lead_to_zones(self):
        for abbreviation, targets in rows("zone-abbreviations.tsv"):
            self.assertNotIn(abbreviation, self.zones)
            for target in targets.split(", "):
                self.assertEqual(self.zones.get(target), "=", abbreviation)

    def test_ambiguity_is_kept(self):
        meanings = dict(rows("zone-abbreviations.tsv"))
        self.assertEqual(meanings["JST"], "Asia/Tokyo")
        self.assertEqual(
            set(meanings["IST"].split(", ")), {"Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"})
        self.assertIn("America/Los_Angeles", meanings["PST"])


class RegionTests(unittest.TestCase):
    def test_regions_match_their_partition_only(self):
        patterns = {partition: re.compile(pattern) for partition, pattern in rows("partitions.tsv")}
        for region, partition in rows("regions.tsv"):
            matching = [name for name, pattern in patterns.items() if pattern.search(region)]
            self.assertEqual(matching, [partition], region)

    def test_holds_no_pseudo_regions(self):
        self.assertFalse([region for region, _ in rows("regions.tsv") if "global" in region])


class TableTests(unittest.TestCase):
    def test_tables_are_sorted_by_bytes_and_unique(self):
        for path in sorted(MODEL.glob("*.tsv")):
            with self.subTest(path.name):
                keys = [row[0].encode() for row in rows(path.name)]
                self.assertEqual(keys, sorted(set(keys)))
                self.assertTrue(all(len(row) == 2 for row in rows(path.name)))
                self.assertTrue(path.read_text(encoding="utf-8").startswith("# "))


class FormTests(unittest.TestCase):
    """The tables of names in other forms speak of shapes and members that there are."""

    def setUp(self):
        self.shapes = json.loads((MODEL / "imagebuilder.json").read_text(encoding="utf-8"))["shapes"]

    def members(self, shape: str) -> dict:
        self.assertIn(shape, self.shapes)
        return self.shapes[shape].get("members", {})

    def test_terraform(self):
        table = dict(row if len(row) == 2 else [row[0], ""] for row in rows("terraform.tsv"))
        for key, value in table.items():
            with self.subTest(key):
                shape, name = re.split("[./]", key, maxsplit=1)
                if "/" in key:
                    self.assertIn(name, self.members(shape))
                    continue
                self.assertRegex(name, "^[a-z0-9]+(_[a-z0-9]+)*$")
                for step in filter(None, value.removesuffix("[]").split(".")):
                    self.assertIn(step, self.members(shape))
                    shape = self.members(shape)[step]["shape"]
                if value.endswith("[]"):
                    self.assertEqual(self.shapes[shape]["type"], "list")
        self.assertEqual(table["CreateImagePipelineRequest.workflow"], "workflows")
        self.assertIn("Schedule/autoDisablePolicy", table)


class CloudFormationTests(unittest.TestCase):
    """Where properties differ from the API's members."""

    def setUp(self):
        self.shapes = json.loads((MODEL / "imagebuilder.json").read_text(encoding="utf-8"))["shapes"]

    def test_names_what_the_model_has(self):
        for key, value in rows("cloudformation.tsv"):
            shape, kind, name = re.fullmatch(r"(\w+)([./=])(.+)", key).groups()
            members = self.shapes[shape].get("members", {})
            if kind == "/":
                self.assertIn(name, members, key)
            elif kind == "=":
                self.assertNotIn(name, self.shapes[shape]["enum"], key)
            else:
                self.assertNotIn(name[0].lower() + name[1:], members, key)
                self.assertTrue(value == "" or value in members, key)

    def test_versions_have_one_name(self):
        renamed = {key: value for key, value in rows("cloudformation.tsv") if value}
        self.assertEqual(set(renamed.values()), {"semanticVersion", "launchPermission"})
        self.assertEqual(sum(value == "semanticVersion" for value in renamed.values()), 4)


if __name__ == "__main__":
    unittest.main()
