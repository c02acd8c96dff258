"""Rule folders that an enemy made: patterns that never end, pages that are none, and very much of everything."""
import json
import os
import pathlib
import tempfile
import unittest

from program import PROGRAM, run

PAGE = r"""---
severity: warning
evidence: accepted
on: UpdateImagePipelineRequest.description
check: pattern
problem: mismatch
pattern: "PATTERN"
sources: [a test]
message: "{value} is odd."
---
# A page

Prose.

## Rejected
```json UpdateImagePipeline
{"description": "!"}
                 ^ ! is odd.
```

## Accepted
```json UpdateImagePipeline
{"description": "a"}
```
"""
NO_JIT = "(*NO_JIT)(*LIMIT_HEAP=4000000)(*LIMIT_DEPTH=4000000)(*LIMIT_MATCH=4000000000)"


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class RuleTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="imagebuilder-lint-hostile-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.pages = self.folder / "rules" / "team"
        self.pages.mkdir(parents=True)
        self.request("a" * 60 + "!")

    def request(self, *descriptions: str) -> None:
        with (self.folder / "a.ndjson").open("w") as file:
            for description in descriptions:
                file.write(json.dumps({"operation": "UpdateImagePipeline", "request": {"description": description}}) + "\n")

    def page(self, pattern: str = "^a*$", name: str = "page.md", more: str = "") -> None:
        (self.pages / name).write_text(PAGE.replace("PATTERN", pattern) + more)

    def check(self, seconds: int = 10, megabytes: int = 200):
        outcome = run("check", "--rules", "rules", "--select", "team/", "a.ndjson", cwd=self.folder, seconds=seconds)
        self.assertLess(outcome.megabytes, megabytes)
        return outcome

    def refused(self, *texts: str, **limits) -> None:
        outcome = self.check(**limits)
        self.assertEqual(outcome.exit, 2, outcome.text[:1_000])
        for text in texts:
            self.assertIn(text, outcome.text[:10_000])

    def test_patterns_that_take_too_long(self):
        """The pattern can't lift the limits that it is matched with."""
        for pattern in ("^(a+)+$", "^(a|aa)+$", "^(a|a?)+$", "^(?:a*)*a*a*a*a*a*$", NO_JIT + "^(a+)+$", "(*LIMIT_MATCH=4000000000)^(a+)+$"):
            with self.subTest(pattern):
                self.page(pattern)
                self.request("a" * 60 + "!")
                outcome = self.check()
                self.assertEqual(outcome.exit, 3, outcome.text)
                self.assertIn("because matching it takes too long", outcome.text)
                self.assertIn("--> a.ndjson:1:", outcome.text)

    def test_a_pattern_that_takes_too_long_on_many_values(self):
        """It is given up on for a file after a while, which is said."""
        self.page("^(a+)+$")
        with (self.folder / "a.ndjson").open("w") as file:
            file.write(json.dumps([
                {"operation": "UpdateImagePipeline", "request": {"description": "a" * 60 + f"!{number}"}} for number in range(20_000)]) + "\n")
        outcome = self.check(seconds=20)
        self.assertEqual(outcome.exit, 3)
        self.assertIn("because matching it takes too long", outcome.text)

    def test_patterns_that_do_not_compile(self):
        for pattern, words in {
            "(" * 300 + "a" + ")" * 300: "parentheses are too deeply nested", "a|" * 200_000: "regular expression is too large",
            "^(((((a{1,999}){1,999}){1,999}){1,999}){1,999})$": "regular expression is too large", "^\\C$": "using \\C is disabled", "(?C1)(": "missing closing",
        }.items():
            with self.subTest(words=words):
                self.page(pattern)
                self.refused("rules/team/page.md:7: The pattern does not compile", words)

    def test_what_is_no_page(self):
        os.mkfifo(self.pages / "pipe.md")
        (self.pages / "self.md").symlink_to("self.md")
        (self.pages / "up.md").symlink_to("..")
        (self.pages / "up").symlink_to("..")
        (self.pages / "zeros.md").symlink_to("/dev/zero")
        (self.pages / "latin.md").write_bytes(PAGE.encode() + b"\xff")
        (self.pages / "empty.md").touch()
        self.refused(
            "pipe.md:1: This is a named pipe", "self.md:1: The file can't be read: Too many levels", "up.md:1: This is a folder",
            "zeros.md:1: This is a device", "latin.md:1: The page is not UTF-8")

    def test_control_characters(self):
        """Those in names and in pages reach no terminal."""
        self.page(name="\x1b[31m\n::error::x.md", more="\x1b[2J\x00")
        outcome = run("explain", "--rules", "rules", "team/\x1b[31m\n::error::x", cwd=self.folder)
        for outcome in (outcome, self.check()):
            self.assertNotRegex(outcome.text, "[\x00-\x09\x0b-\x1f]")
            self.assertNotRegex(outcome.text, "(?m)^ *::")

    def test_a_giant_page(self):
        self.page(more="x" * (1 << 20))
        self.refused("rules/team/page.md:1: The file has", "files over 1048576 bytes are not read")

    def test_many_pages(self):
        for number in range(10_001):
            (self.pages / f"{number}.md").touch()
        self.refused("The rule folder `rules` has more than 10000 pages")

    def test_much_in_one_page(self):
        """As much as a page may have of each of its parts."""
        example = PAGE[PAGE.index("```json"):PAGE.index("## Accepted")]
        for name, text in {
            "examples": PAGE + example * (900_000 // len(example)),
            "keys": PAGE.replace("severity", "".join(f"k{n}: 1\n" for n in range(80_000)) + "severity"),
            "places": PAGE.replace("on: UpdateImagePipelineRequest.description", "on: [" + "Schedule.timezone, " * 50_000 + "Schedule.timezone]"),
            "a text without an end": PAGE.replace("a test", '"' * 900_000),
            "marks": PAGE.replace("                 ^ ! is odd.\n", "                 ^ ! is odd.\n" * 30_000),
            "fences": PAGE + "```\n" * 250_000,
            "lines": PAGE + "\n" * 900_000,
            "brackets": PAGE.replace("a test", "[" * 900_000),
        }.items():
            with self.subTest(name):
                (self.pages / "page.md").write_text(text.replace("PATTERN", "^a*$"))
                outcome = self.check(seconds=30, megabytes=600)
                self.assertIn(outcome.exit, (0, 2), outcome.text[:500])
                self.assertRegex(outcome.text, r"^(warning\[team/page\]|error: rules/team/page\.md:\d+): ")


if __name__ == "__main__":
    unittest.main()
