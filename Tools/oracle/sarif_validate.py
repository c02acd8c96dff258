"""Says whether a SARIF file is valid, by the schemas given and by what code scanning asks beyond them.

Usage: python3 Tools/oracle/sarif_validate.py FILE SCHEMA...   (needs PyPI's jsonschema)
Prints one line a mistake and ends with 1 where there is any.
"""

import json
import sys

import jsonschema


def schema_mistakes(report, path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)(schema)
    for error in validator.iter_errors(report):
        yield f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def scanning_mistakes(report):
    for run in report["runs"]:
        if "results" not in run:
            yield "a run has no results"
        driver = run["tool"]["driver"]
        rules = driver.get("rules", [])
        notifications = {item["id"] for item in driver.get("notifications", [])}
        ids = [rule["id"] for rule in rules]
        if len(set(ids)) != len(ids):
            yield "two rules have the same id"
        for rule in rules:
            for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"]):
                if not text.strip():
                    yield f"{rule['id']}: an empty text"
        bases = run.get("originalUriBaseIds", {})
        fingerprints = set()
        for number, result in enumerate(run.get("results", [])):
            place = f"result {number}"
            if not result["message"]["text"].strip():
                yield f"{place}: an empty message"
            index = result.get("ruleIndex")
            if index is not None and rules[index]["id"] != result["ruleId"]:
                yield f"{place}: ruleIndex {index} is another rule"
            if not result.get("locations"):
                yield f"{place}: no location"
            places = result.get("locations", []) + result.get("relatedLocations", [])
            for location in places:
                physical = location["physicalLocation"]
                artifact = physical["artifactLocation"]
                if not artifact.get("uri"):
                    yield f"{place}: no uri"
                if artifact.get("uriBaseId") not in (None, *bases):
                    yield f"{place}: unknown uriBaseId"
                region = physical["region"]
                start = (region["startLine"], region["startColumn"])
                if (region["endLine"], region["endColumn"]) < start or min(start) < 1:
                    yield f"{place}: a region that ends before it starts"
            uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for name, value in result["partialFingerprints"].items():
                if (uri, name, value) in fingerprints:
                    yield f"{place}: its fingerprint occurs twice in its file"
                fingerprints.add((uri, name, value))
        for invocation in run.get("invocations", []):
            for notification in invocation.get("toolExecutionNotifications", []):
                if notification["descriptor"]["id"] not in notifications:
                    yield f"unknown notification {notification['descriptor']['id']}"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        report = json.load(file)
    mistakes = [line for path in sys.argv[2:] for line in schema_mistakes(report, path)]
    if not mistakes:
        mistakes = list(scanning_mistakes(report))
    for mistake in mistakes:
        print(mistake)
    sys.exit(1 if mistakes else 0)


main()
