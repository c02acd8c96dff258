"""Tests of the oracle itself (needs botocore, see requirements.txt): python -m unittest discover Tools/oracle"""
import json
import random
import unittest

import yaml

import botocore_validate
import compare
import differential
import ecma
import generate
import spellings
import structure

TYPES = {"required", "unknown-member", "type"}


class PatternTests(unittest.TestCase):
    def test_matches_whole_strings(self):
        self.assertTrue(ecma.matches("optional|required", "required"))
        self.assertFalse(ecma.matches("optional|required", "required "))
        self.assertFalse(ecma.matches("^a$", "a\n"))

    def test_reads_classes_as_ecma_262_does(self):
        self.assertTrue(ecma.matches(r"^\s[\s]$", "\u00a0\ufeff"))
        self.assertFalse(ecma.matches(r"^\s$", "\u0085"))
        self.assertFalse(ecma.matches(r"^\w$", "\u00e9"))
        self.assertFalse(ecma.matches(r"^\d$", "\u0663"))
        self.assertFalse(ecma.matches("^.$", "\u2028"))


class StructureTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.model = structure.service_model()
        cls.validator = botocore_validate.Validator()

    def problems(self, operation, request):
        return structure.problems(self.model, operation, request)

    def test_finds_each_kind_at_its_place(self):
        request = {
            "imagePipelineArn": "arn:aws:imagebuilder:us-east-1:111122223333:image-pipeline/A",
            "status": "enabled", "Schedule": {}, "description": "", "imageTags": {"aws:a/b": "x"},
            "imageTestsConfiguration": {"timeoutMinutes": 59, "imageTestsEnabled": "true"},
            "schedule": {"autoDisablePolicy": {}, "timezone": None},
        }
        self.assertEqual(self.problems("UpdateImagePipeline", request), [
            ("/Schedule", "unknown-member"), ("/description", "length"), ("/imagePipelineArn", "pattern"),
            ("/imageTags/aws:a~1b", "pattern"), ("/imageTestsConfiguration/imageTestsEnabled", "type"),
            ("/imageTestsConfiguration/timeoutMinutes", "range"), ("/infrastructureConfigurationArn", "required"),
            ("/schedule/autoDisablePolicy/failureCount", "required"), ("/schedule/timezone", "type"),
            ("/status", "enum"),
        ])

    def test_numbers_are_told_apart(self):
        for value, kinds in [(60, set()), (60.0, {"type"}), (True, {"type"}), ("60", {"type"}), (1441, {"range"})]:
            request = {"imageTestsConfiguration": {"timeoutMinutes": value}}
            found = {kind for pointer, kind in self.problems("CreateImage", request) if "timeout" in pointer}
            self.assertEqual(found, kinds, value)

    def test_lengths_count_scalars(self):
        for count, kinds in [(1024, set()), (1025, {"length"})]:
            request = {"description": "\U0001f600" * count}
            found = {kind for pointer, kind in self.problems("UpdateImagePipeline", request) if pointer == "/description"}
            self.assertEqual(found, kinds, count)

    def test_valid_requests_break_nothing(self):
        for entry in generate.entries(1000, 7, is_valid=True):
            self.assertEqual(self.problems(entry["operation"], entry["request"]), [], entry)

    def test_mutations_reach_every_kind(self):
        kinds = {kind for entry in generate.entries(1000, 3) for _, kind in self.problems(entry["operation"], entry["request"])}
        self.assertEqual(kinds, compare.KINDS)

    def test_agrees_with_botocore_where_that_looks(self):
        for entry in generate.entries(3000, 5):
            operation, request = entry["operation"], entry["request"]
            ours = {kind for _, kind in self.problems(operation, request)}
            theirs, sentences = self.validator.refusals(operation, request)
            # Amended: a recipe may have no components.
            theirs = set(theirs) - ({"length"} if any("components, value: 0" in line for line in sentences) else set())
            has_boolean = has_boolean_for_number(self.model["shapes"], request, operation, self.model)
            # botocore takes false for 0, and may find that out of range.
            self.assertLessEqual(theirs - ({"range"} if has_boolean else set()), ours, entry)
            if not has_boolean:
                self.assertEqual(ours & TYPES, theirs & TYPES, entry)

    def test_the_same_seed_gives_the_same_list(self):
        self.assertEqual(list(generate.entries(50, 9)), list(generate.entries(50, 9)))


def has_boolean_for_number(shapes, request, operation, model) -> bool:
    """Whether a boolean stands where an integer or a time belongs: botocore lets it pass."""
    def search(value, name):
        shape = shapes[name]
        if isinstance(value, bool):
            return shape["type"] in ("integer", "long", "timestamp")
        if isinstance(value, dict) and shape["type"] == "structure":
            return any(search(item, shape["members"][key]["shape"]) for key, item in value.items() if key in shape["members"])
        if isinstance(value, list) and shape["type"] == "list":
            return any(search(item, shape["member"]["shape"]) for item in value)
        return False
    return search(request, model["operations"][operation]["input"]["shape"])


class CompareTests(unittest.TestCase):
    def test_names_what_differs(self):
        model = structure.service_model()
        entries = [{"operation": "GetImagePipeline", "request": {}}, {"operation": "ListImages", "request": {"maxResults": 0}}]
        report = {"notices": [], "summary": {"requests": 2}, "diagnostics": [
            {"rule": "shape/required", "pointer": "/0/request", "requestPointer": "/imagePipelineArn"},
            {"rule": "shape/type", "pointer": "/1/request/maxResults", "requestPointer": "/maxResults"},
        ]}
        self.assertEqual(list(compare.disagreements(model, entries, report)), [
            "1 ListImages /maxResults range: missed by the linter: 0",
            "1 ListImages /maxResults type: only the linter reports it: 0",
        ])


class SpellingTests(unittest.TestCase):
    def test_odd_json_is_the_same_value(self):
        entries = list(generate.entries(300, 11))
        for seed in range(5):
            self.assertEqual(json.loads(spellings.json_text(entries, random.Random(seed))), entries)

    def test_yaml_is_the_same_value(self):
        entries = list(generate.entries(300, 11))
        text = spellings.yaml_text(entries, 2)
        self.assertEqual(list(yaml.load_all(text, Loader=yaml.CSafeLoader)), entries)
        self.assertIn("&id001", text)

    def test_texts_stay_texts_in_yaml_1_2(self):
        text = spellings.yaml_text([{"a": "1e5", "b": "0o17", "c": "on"}], 1)
        for quoted in ("'1e5'", "'0o17'", "'on'"):
            self.assertIn(quoted, text.replace('"', "'"))

    def test_names_what_one_spelling_lacks(self):
        entries = [{"operation": "ListImages", "request": {}}, {"operation": "ListImages", "request": {"maxResults": "7"}}]
        facts = {"rule": "shape/type", "severity": "error", "requestPointer": "/maxResults"}
        plain = {"notices": [], "diagnostics": [facts | {"pointer": "/1/request/maxResults", "document": 0, "message": "is the text"}]}
        stream = {"notices": [], "diagnostics": [facts | {"pointer": "/request/maxResults", "document": 1, "message": "is the text"}]}
        self.assertEqual(list(differential.respelled(entries, plain, stream, "yaml")), [])
        stream["diagnostics"][0]["document"] = 0
        self.assertEqual(list(differential.respelled(entries, plain, stream, "yaml")), [
            "0 ListImages /maxResults shape/type: only in yaml: is the text",
            "1 ListImages /maxResults shape/type: only in JSON: is the text",
        ])


if __name__ == "__main__":
    unittest.main()
