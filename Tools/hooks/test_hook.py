"""The hooks under the real pre-commit: a bad request stops a commit, a good one passes.

IMAGEBUILDER_LINT is the program (default: .build/release/imagebuilder-lint). The hook that pre-commit builds itself takes
minutes, so it is tried only where IMAGEBUILDER_LINT_HOOK_BUILD is set, and then as it stands in the last commit.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("IMAGEBUILDER_LINT", ROOT / ".build/release/imagebuilder-lint")).resolve()

BAD = '{"imagePipelineArn": "arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/nightly", "schedule": {"rate": 1}}\n'
GOOD = """imagePipelineArn: arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/nightly
imageRecipeArn: arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/base/1.0.0
infrastructureConfigurationArn: arn:aws:imagebuilder:eu-west-1:123456789012:infrastructure-configuration/build
clientToken: ${TOKEN}
"""


class Hooks:
    """What both hooks have to do; each test class says which one it is and where it comes from."""

    hook = ""

    def hook_repository(self, folder: pathlib.Path) -> pathlib.Path:
        raise NotImplementedError

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="imagebuilder-lint-hooks-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        # Where git or pre-commit runs this test, its own variables must not reach the repository below.
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        self.environment |= {
            "PRE_COMMIT_HOME": str(self.folder / "cache"),
            "PATH": os.pathsep.join([str(PROGRAM.parent), str(pathlib.Path(sys.executable).parent), os.environ["PATH"]]),
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com",
        }
        hooks = self.hook_repository(self.folder)
        revision = self.run_in(hooks, "git", "rev-parse", "HEAD").stdout.strip()
        self.project = self.repository("project")
        self.write(".pre-commit-config.yaml", f"""repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: {self.hook}
""")
        self.run_in(self.project, sys.executable, "-m", "pre_commit", "install")

    def run_in(self, folder: pathlib.Path, *command: str, is_tried: bool = False) -> subprocess.CompletedProcess:
        result = subprocess.run(
            command, cwd=folder, env=self.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if result.returncode != 0 and not is_tried:
            self.fail(f"{' '.join(command)}:\n{result.stdout}")
        return result

    def repository(self, name: str) -> pathlib.Path:
        folder = self.folder / name
        folder.mkdir()
        self.run_in(folder, "git", "init", "--quiet")
        return folder

    def write(self, name: str, text: str):
        file = self.project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self) -> subprocess.CompletedProcess:
        self.run_in(self.project, "git", "add", "--all")
        return self.run_in(self.project, "git", "commit", "--message", "a change", is_tried=True)

    def test_commits(self):
        self.write("pipelines/nightly.yaml", GOOD)
        self.write("package.json", '{"name": "foreign", "description": "", "tags": {}}\n')
        self.write("tsconfig.json", "{\n  // a comment, which is no JSON\n}\n")
        self.write("launch.json", '{\n  // an operation\n  "configurations": [{"request": "launch"}]\n}\n')
        self.write("charts/hook.yaml", "a:\n  {{- if .Values.on }}\n  operations: [CREATE]\n  {{- end }}\nrequests: {}\n")
        passed = self.commit()
        self.assertEqual(passed.returncode, 0, passed.stdout)
        self.assertIn("Passed", passed.stdout)

        self.write("pipelines/broken.json", BAD)
        stopped = self.commit()
        self.assertNotEqual(stopped.returncode, 0, stopped.stdout)
        for text in [
            "hook id: " + self.hook, "exit code: 1", "error[shape/unknown-member]: `rate`",
            "--> pipelines/broken.json:1:", " ^^^^\n",
        ]:
            self.assertIn(text, stopped.stdout)
        self.assertNotIn("package.json", stopped.stdout)

        self.write("pipelines/broken.json", '{"imagePipelineArn": "cut short')
        unreadable = self.commit()
        self.assertNotEqual(unreadable.returncode, 0, unreadable.stdout)
        self.assertIn("exit code: 3", unreadable.stdout)

        (self.project / "pipelines/broken.json").unlink()
        self.write("docs/notes.txt", "no request\n")
        skipped = self.commit()
        self.assertEqual(skipped.returncode, 0, skipped.stdout)


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class SystemHook(Hooks, unittest.TestCase):
    hook = "imagebuilder-lint-system"

    def hook_repository(self, folder):
        """The hooks file as it is now, committed or not."""
        hooks = self.repository("hooks")
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
        self.run_in(hooks, "git", "add", "--all")
        self.run_in(hooks, "git", "commit", "--quiet", "--message", "hooks")
        return hooks


@unittest.skipUnless(os.environ.get("IMAGEBUILDER_LINT_HOOK_BUILD"), "IMAGEBUILDER_LINT_HOOK_BUILD is not set")
class SwiftHook(Hooks, unittest.TestCase):
    hook = "imagebuilder-lint"

    def hook_repository(self, folder):
        return ROOT


if __name__ == "__main__":
    unittest.main()
