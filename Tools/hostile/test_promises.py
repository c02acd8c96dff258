"""What SECURITY.md promises that the program never does, seen by the system calls that it makes."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from program import PROGRAM, ROOT

IS_CI = os.environ.get("CI") == "true"


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
@unittest.skipIf(shutil.which("strace") is None and not IS_CI, "strace is not installed")
class PromiseTests(unittest.TestCase):
    def calls(self, *words) -> list[str]:
        """The system calls that a run and the programs it starts make, but for those of git."""
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, "calls")
            subprocess.run(
                ["strace", "--follow-forks", f"--output={log}", "--trace=network,openat,open,creat,unlink,unlinkat,rename,renameat2,mkdir,execve",
                 PROGRAM, *words],
                cwd=ROOT / "corpus", capture_output=True, timeout=120, check=False)
            return log.read_text(errors="replace").splitlines()

    def test_no_network_and_no_writes(self):
        # A folder outside a work tree of git, so that git is not asked.
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "corpus", folder, dirs_exist_ok=True)
            calls = self.calls("check", folder)
        self.assertTrue(any("openat" in call for call in calls))
        self.assertEqual([call for call in calls if re.search(r"\b(socket|connect|bind|sendto)\(", call)], [])
        self.assertEqual([call for call in calls if re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(|unlink|rename|mkdir", call)], [])
        self.assertEqual(sum("execve(" in call and "ENOENT" not in call for call in calls), 1, calls[:3])

    def test_writes_the_report_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder, "report.json")
            calls = self.calls("check", "rejected/recipe", "--format", f"json={report}")
            self.assertTrue(report.exists())
        written = [call for call in calls if re.search(r"O_WRONLY|O_RDWR|O_CREAT", call) and "/dev/null" not in call]
        self.assertTrue(written)
        self.assertEqual([call for call in written if str(report) not in call], [])


if __name__ == "__main__":
    unittest.main()
