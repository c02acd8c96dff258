"""What lies in a folder beside files, and what happens to files while they are read: each ends with a diagnostic, none stops the run."""
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import unittest

from program import PROGRAM, run

GOOD = b'{"operation": "ListImages", "request": {"owner": "Self"}}'
BAD = b'{"operation": "ListImages", "request": {"owner": "Nobody"}}'
NOBODY = 65534


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class FileTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="imagebuilder-lint-hostile-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name, "work")
        self.folder.mkdir()
        # A test that gives up root's rights has to come in.
        pathlib.Path(folder.name).chmod(0o755)

    def git(self, *words: str) -> None:
        subprocess.run(["git", *words], cwd=self.folder, check=True, capture_output=True)

    def assert_said(self, outcome, code: int, *texts: str) -> None:
        self.assertEqual(outcome.exit, code, outcome.text[:2_000])
        for text in texts:
            self.assertIn(text, outcome.text)

    def test_what_is_no_regular_file(self):
        (self.folder / "bad.json").write_bytes(BAD)
        os.mkfifo(self.folder / "pipe.json")
        os.mkfifo(self.folder / "pipe.ndjson")
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(os.path.relpath(self.folder / "socket.yaml"))
            (self.folder / "device.json").symlink_to("/dev/zero")
            (self.folder / "terminal.json").symlink_to("/dev/tty")
            for words in ([], ["--format", "sarif"], ["--format", "ndjson"]):
                self.assert_said(
                    run("check", *words, ".", cwd=self.folder), 3, "shape/enum", "a named pipe", "a socket", "a device", "pipe.ndjson")
            self.assert_said(run("check", "--current", "pipe.json", "bad.json", cwd=self.folder), 2, "a named pipe")

    def test_links(self):
        """Links to files are followed, wherever they lead, and links to folders are not, so that a walk ends."""
        outside = self.folder.parent / "outside"
        outside.mkdir()
        (outside / "bad.json").write_bytes(BAD)
        (self.folder / "file.json").symlink_to(outside / "bad.json")
        (self.folder / "folder.json").symlink_to(outside)
        (self.folder / "up").symlink_to("..")
        (self.folder / "one.json").symlink_to("two.json")
        (self.folder / "two.json").symlink_to("one.json")
        (self.folder / "gone.json").symlink_to("nowhere")
        for prepare in (lambda: None, lambda: self.git("init", "--quiet", "."), lambda: self.git("add", ".")):
            prepare()
            outcome = run("check", ".", cwd=self.folder)
            self.assert_said(outcome, 3, "Too many levels of symbolic links", "leads to nothing", "Checked 4 files, 1 request: 1 error")

    @unittest.skipUnless(os.getuid() == 0, "only root can give up its rights")
    def test_what_may_not_be_read(self):
        """Root may read all, so the run is another user's; in a work tree of git as outside of one."""
        for path in ("closed/a.json", "closed.json", "closed.ndjson", "open/bad.json", "it's\nclosed/b.json"):
            file = self.folder / path
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(BAD)
        for path in ("closed", "closed.json", "closed.ndjson", "it's\nclosed"):
            (self.folder / path).chmod(0)
        program = self.folder.parent / "imagebuilder-lint"
        shutil.copy(PROGRAM, program)
        trusting = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
        for is_work_tree in (False, True):
            if is_work_tree:
                self.git("init", "--quiet", ".")
            with self.subTest(is_work_tree=is_work_tree):
                outcome = subprocess.run(
                    [program, "check", "."], cwd=self.folder, user=NOBODY, group=NOBODY, extra_groups=[], capture_output=True, timeout=60,
                    env={**trusting, "PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "de_DE.UTF-8"})
                text = outcome.stdout.decode()
                self.assertEqual(outcome.returncode, 3, text)
                self.assertIn("shape/enum", text)
                self.assertEqual(text.count("The folder can't be listed: Permission denied"), 2, text)
                self.assertEqual(text.count("The file can't be read: Permission denied"), 2, text)
                self.assertIn("--> closed\n", text)

    def test_a_git_that_waits(self):
        """A named pipe where git expects a file stops git for ever, and must not stop the run."""
        self.git("init", "--quiet", ".")
        (self.folder / "bad.json").write_bytes(BAD)
        os.mkfifo(self.folder / ".gitignore")
        self.assert_said(
            run("check", ".", cwd=self.folder), 1, "git did not list this folder (it said nothing for 30 seconds and was ended)", "shape/enum")

    def test_files_that_vanish(self):
        """What was listed and is gone was deleted, and is no mistake."""
        for number in range(3_000):
            (self.folder / f"{number:04}.json").write_bytes(GOOD)
        (self.folder / "zzzz.json").write_bytes(BAD)

        def delete():
            for number in reversed(range(3_000)):
                (self.folder / f"{number:04}.json").unlink()

        thread = threading.Thread(target=delete)
        thread.start()
        outcome = run("check", ".", cwd=self.folder)
        thread.join()
        self.assert_said(outcome, 1, "shape/enum")
        self.assertNotIn("unreadable", outcome.text)

    def test_files_that_change_while_they_are_read(self):
        """Each is judged as it was when it was read, or reported; a file that grows without end is one that is too big."""
        path = self.folder / "a.json"
        isDone = threading.Event()

        def change():
            while not isDone.is_set():
                path.write_bytes(GOOD[:-2] + b"," + b" " * 2_000_000 + b'"owner":"Self"}}')
                path.write_bytes(GOOD)

        thread = threading.Thread(target=change)
        thread.start()
        try:
            time.sleep(0.05)
            for _ in range(50):
                outcome = run("check", "a.json", cwd=self.folder)
                self.assertIn(outcome.exit, (0, 1, 3), outcome.text)
                self.assertEqual(outcome.errors, b"")
        finally:
            isDone.set()
            thread.join()

    def test_input_without_an_end(self):
        """Standard input is read up to the limit on files, and as much memory is taken."""
        with open("/dev/zero", "rb") as zeros:
            outcome = run("check", "-", stdin=zeros, seconds=60)
        self.assert_said(outcome, 3, "more than 1073741824 bytes", "<stdin>")
        self.assertLess(outcome.megabytes, 3_000)

    def test_folders_in_folders(self):
        """Deeper than a path may be long; what can't be entered is reported."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        name = "d" * 250
        for _ in range(40):
            os.mkdir(name, dir_fd=descriptor)
            inner = os.open(name, os.O_RDONLY, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        os.close(descriptor)
        (self.folder / "bad.json").write_bytes(BAD)
        self.assert_said(run("check", ".", cwd=self.folder), 3, "shape/enum", "File name too long")
        subprocess.run(["rm", "-rf", name], cwd=self.folder, check=True)

    def test_more_files_than_may_be_open(self):
        """Files are read one after the other, so that a few descriptors are enough."""
        for number in range(500):
            (self.folder / f"{number}.json").write_bytes(BAD)
        outcome = subprocess.run(
            ["bash", "-c", 'ulimit -n 12; exec "$0" check --jobs 4 .', PROGRAM], cwd=self.folder, capture_output=True, timeout=60)
        self.assertEqual(outcome.returncode, 1)
        self.assertIn(b"500 errors", outcome.stdout)

    def test_reports_where_there_is_no_room(self):
        (self.folder / "bad.json").write_bytes(BAD)
        for form in ("text", "json", "ndjson", "sarif"):
            with self.subTest(form), open("/dev/full", "wb") as full:
                self.assert_said(run("check", "--format", form, "bad.json", cwd=self.folder, output=full), 2, "No space left on device")
                self.assert_said(run("check", "--format", f"{form}=/dev/full", "bad.json", cwd=self.folder), 2, "No space left on device")

    def test_readers_that_go_away(self):
        """The exit code is that of the run, and nothing is said of the pipe."""
        with (self.folder / "a.ndjson").open("wb") as file:
            file.writelines([BAD + b"\n"] * 20_000)
        for form in ("text", "json", "ndjson", "sarif"):
            for lines in (0, 1):
                with self.subTest(form=form, lines=lines):
                    outcome = subprocess.run(
                        ["bash", "-c", f'"$0" check --format {form} a.ndjson | head -n {lines}; exit ${{PIPESTATUS[0]}}', PROGRAM],
                        cwd=self.folder, capture_output=True, timeout=60)
                    self.assertEqual((outcome.returncode, outcome.stderr), (1, b""))


if __name__ == "__main__":
    unittest.main()
