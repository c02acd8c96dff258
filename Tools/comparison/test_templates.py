"""Every finding of another tool in the corpus's templates is one of this linter's, or explained."""
import importlib.util
import pathlib
import unittest

BINARY = pathlib.Path(__file__).parent.parent.parent / ".build/release/imagebuilder-lint"
HAS_TOOLS = importlib.util.find_spec("cloudformation_validate") is not None and importlib.util.find_spec("cfnlint") is not None


@unittest.skipUnless(BINARY.exists(), "the program is not built: `make build`")
@unittest.skipUnless(HAS_TOOLS, "the other tools are not installed: Tools/comparison/requirements.txt")
class TemplateComparison(unittest.TestCase):
    def test_other_tools_report_nothing_unexplained(self):
        import compare_templates

        theirs, only_ours = compare_templates.compare(str(BINARY))
        unexplained = {(tool, rule): files for (tool, rule, reason), files in theirs.items() if reason is None}
        self.assertEqual(unexplained, {})
        for rule in ("schedule/five-fields", "arn/wrong-kind", "workflow/execution-role", "timezone/unknown"):
            self.assertIn(rule, only_ours)


if __name__ == "__main__":
    unittest.main()
