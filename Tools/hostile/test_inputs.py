"""Every hostile input ends as it should: with its exit code and its diagnostic, and within its time and memory."""
import pathlib
import tempfile
import unittest

from inputs import INPUTS
from program import PROGRAM, run, write


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class InputTests(unittest.TestCase):
    def test_inputs(self):
        with tempfile.TemporaryDirectory(prefix="imagebuilder-lint-hostile-") as folder:
            for case in INPUTS:
                with self.subTest(case.name):
                    path = pathlib.Path(folder, case.file)
                    write(path, case.pieces())
                    options = ["--operation", case.operation] if case.operation else []
                    outcome = run("check", *options, path.name, cwd=folder, seconds=case.seconds)
                    path.unlink()
                    self.assertEqual(outcome.exit, case.exit, outcome.text[-2_000:])
                    self.assert_says(outcome.output, case)
                    self.assertLess(outcome.megabytes, case.megabytes)

    def assert_says(self, output: bytes, case) -> None:
        """The diagnostic is there, and the line behind it says where."""
        start = output.find(case.says.encode())
        self.assertGreaterEqual(start, 0, f"{case.says!r} is not said: {output[:2_000]!r}")
        if case.at:
            arrow = output.find(b"--> ", start)
            self.assertTrue(output[arrow:].startswith(f"--> {case.file}:{case.at}".encode()), output[arrow:arrow + 80])


if __name__ == "__main__":
    unittest.main()
