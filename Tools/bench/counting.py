"""Counts the instructions of a run with valgrind's callgrind: the same on a busy machine as on a quiet one.

What differs between runs is kept out: Swift's hashes are seeded alike, the environment is empty, and valgrind lays memory out
by itself. What is left is about 0.05 % (the kernel's random bytes for malloc and the stack protector). valgrind shows a
processor of its own to the program, with AVX2 where the machine has it and never with AVX-512, so glibc chooses the same memcpy
on every x86-64 machine since 2015, and PCRE2 writes the same code.
"""
import pathlib
import re
import subprocess
import tempfile

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "SWIFT_DETERMINISTIC_HASHING": "1"}
CALLGRIND = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]


class Counter:
    """Counts for one program. Use it as a context: it keeps a copy, as valgrind can't read what Swift says for debuggers."""

    def __init__(self, program: pathlib.Path):
        self.program = program

    def __enter__(self) -> "Counter":
        self._folder = tempfile.TemporaryDirectory(prefix="imagebuilder-lint-count-")
        self.folder = pathlib.Path(self._folder.name)
        self._copy = self.folder / "imagebuilder-lint"
        subprocess.run(["strip", "--strip-debug", "-o", self._copy, self.program], check=True)
        return self

    def __exit__(self, *_) -> None:
        self._folder.cleanup()

    def count(self, *arguments: str) -> int:
        """The instructions of one run in self.folder, whatever the linter finds there."""
        done = subprocess.run(
            [*CALLGRIND, self._copy, *arguments], cwd=self.folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        found = re.search(r"^==\d+== Collected : (\d+)$", done.stderr, re.MULTILINE)
        if done.returncode not in (0, 1, 3) or found is None:
            raise RuntimeError(f"{' '.join(arguments)} ends with {done.returncode}: {done.stderr[-2000:]}")
        return int(found[1])
