"""Runs the corpus's templates through this linter, cfn-lint and cloudformation-validate, and prints as Markdown what they
report and this linter does not, with the reason, and what it reports and they do not.

Usage: compare_templates.py BINARY

Exits with 1 where another tool reports something that nobody has explained in differences.py.
"""
import collections
import json
import pathlib
import subprocess
import sys
from importlib.metadata import version

import cloudformation_validate

import differences

TEMPLATES = pathlib.Path(__file__).parent.parent.parent / "corpus"
CFN_LINT = pathlib.Path(sys.executable).with_name("cfn-lint")


def templates() -> list[pathlib.Path]:
    return sorted(path for path in TEMPLATES.glob("*/cloudformation/*") if path.suffix in (".json", ".yaml"))


def by_linter(binary: str, path: pathlib.Path) -> set[str]:
    """Its rules, infos aside, and `notice` where something was not judged."""
    run = subprocess.run([binary, "check", "--format", "json", path], capture_output=True, text=True)
    report = json.loads(run.stdout)
    rules = {entry["rule"] for entry in report["diagnostics"] if entry["severity"] != "info"}
    return rules | ({"notice"} if report["notices"] else set())


def by_cfn_lint(paths: list[pathlib.Path]) -> dict[str, set[str]]:
    """Its rules by file; it takes a second to start, so it starts once."""
    run = subprocess.run(
        [CFN_LINT, "--format", "json", "--regions", "us-east-1", "--", *paths], capture_output=True, text=True)
    rules: dict[str, set[str]] = collections.defaultdict(set)
    for entry in json.loads(run.stdout or "[]"):
        rules[entry["Filename"]].add(entry["Rule"]["Id"])
    return rules


def by_validate(engine: cloudformation_validate.RegoEngine, path: pathlib.Path) -> set[str]:
    content = cloudformation_validate.TemplateContent(path.read_text(encoding="utf-8"), path.name)
    found = engine.validate_template(content).diagnostics
    # Its infos count resources and list what could be set.
    return {entry.rule_id for entry in found if not entry.rule_id.startswith("I")}


def compare(binary: str):
    """What they say and it does not, by tool, rule and reason; and the files in which only it reports a rule."""
    theirs: dict[tuple[str, str, str | None], list[str]] = collections.defaultdict(list)
    only_ours: dict[str, list[str]] = collections.defaultdict(list)
    cfn_lint = by_cfn_lint(templates())
    engine = cloudformation_validate.RegoEngine()
    for path in templates():
        ours = by_linter(binary, path)
        found = {"cfn-lint": cfn_lint[str(path)], "cloudformation-validate": by_validate(engine, path)}
        for tool, rules in found.items():
            for rule in rules:
                if not differences.is_same(rule, ours):
                    theirs[tool, rule, differences.reason(path.name, rule)].append(path.name)
        others = set().union(*found.values())
        for rule in ours - {"notice"}:
            if not any(differences.is_same(other, {rule}) for other in others):
                only_ours[rule].append(path.name)
    return theirs, only_ours


def main() -> int:
    theirs, only_ours = compare(sys.argv[1])
    print(f"{len(templates())} templates, cfn-lint {version('cfn-lint')}, cloudformation-validate {version('cloudformation-validate')}.\n")
    print("What they report and this linter does not:\n\n| tool | rule | templates | why |\n| --- | --- | --- | --- |")
    for (tool, rule, reason), files in sorted(theirs.items(), key=lambda item: (item[0][0], item[0][1], item[0][2] or "")):
        names = ", ".join(f"`{name}`" for name in sorted(files)[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")
        print(f"| {tool} | {rule} | {names} | {reason or 'NOT EXPLAINED'} |")
    print("\nWhat this linter reports and neither of them does:\n\n| rule | templates |\n| --- | --- |")
    for rule, files in sorted(only_ours.items()):
        print(f"| `{rule}` | {', '.join(f'`{name}`' for name in sorted(files))} |")
    return 1 if any(reason is None for _, _, reason in theirs) else 0


if __name__ == "__main__":
    sys.exit(main())
