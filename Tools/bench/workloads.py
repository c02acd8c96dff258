"""What the tools are given: requests and templates of the project's own generator; a seed names them.

Written once into .build/bench/ and written again when the generator or a number here changes.
"""
import dataclasses
import hashlib
import json
import pathlib
import subprocess

import verdicts

SEED = 1


@dataclasses.dataclass(frozen=True)
class Workload:
    """Files in one folder, and the numbers of the requests in them that each kind of tool has to refuse."""
    folder: pathlib.Path
    paths: list[str]
    requests: int
    size: int
    expected: dict[str, list[int]]


class Workshop:
    """Makes workloads with one generator below one folder."""

    def __init__(self, generator: pathlib.Path, folder: pathlib.Path):
        self.generator = generator
        self.folder = folder
        self.digest = hashlib.sha256(generator.read_bytes()).hexdigest()

    def one_request(self) -> Workload:
        return self._make("one", self._write_files, 1, 0)

    def one_bad_request(self) -> Workload:
        return self._make("one-bad", self._write_files, 1, 1)

    def files(self, count: int = 2000) -> Workload:
        return self._make("files", self._write_files, count, 10)

    def stream(self, count: int = 100_000) -> Workload:
        return self._make("stream", self._write_stream, count, 10)

    def template(self, pipelines: int = 200) -> Workload:
        return self._make("template", self._write_template, pipelines, 0)

    def bad_template(self, pipelines: int = 200) -> Workload:
        return self._make("template-bad", self._write_template, pipelines, 1)

    def request_list(self, path: pathlib.Path, count: int, mistake_every: int = 0) -> None:
        """One file with a list of requests."""
        path.write_bytes(self._generate(count, "--mistake-every", mistake_every))

    def request_stream(self, path: pathlib.Path, count: int, mistake_every: int = 0) -> None:
        """One file with a request on each line."""
        path.write_bytes(self._generate(count, "--mistake-every", mistake_every, "--ndjson"))

    def template_file(self, path: pathlib.Path, pipelines: int) -> None:
        """One template in YAML."""
        path.write_bytes(self._generate(pipelines, "--template", "yaml"))

    def _generate(self, *arguments) -> bytes:
        command = [str(self.generator), *map(str, arguments), "--seed", str(SEED)]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout

    def _make(self, name: str, write, count: int, mistake_every: int) -> Workload:
        folder = self.folder / name
        index = folder / "workload.json"
        key = f"{self.digest} {count} {mistake_every} {SEED}"
        kept = json.loads(index.read_text(encoding="utf-8")) if index.exists() else {}
        if kept.get("key") != key:
            folder.mkdir(parents=True, exist_ok=True)
            paths, expected = write(folder, count, mistake_every)
            size = sum((folder / path).stat().st_size for path in paths)
            kept = {"key": key, "paths": paths, "requests": count, "size": size, "expected": expected}
            index.write_text(json.dumps(kept), encoding="utf-8")
        return Workload(folder, kept["paths"], kept["requests"], kept["size"], kept["expected"])

    def _write_files(self, folder: pathlib.Path, count: int, mistake_every: int):
        requests = json.loads(self._generate(count, "--mistake-every", mistake_every))
        texts = [json.dumps(request, indent=2) + "\n" for request in requests]
        paths = [f"request-{number:04}.json" for number in range(count)]
        for path, text in zip(paths, texts, strict=True):
            (folder / path).write_text(text, encoding="utf-8")
        return paths, verdicts.expectations(texts, mistake_every)

    def _write_stream(self, folder: pathlib.Path, count: int, mistake_every: int):
        path = folder / "requests.ndjson"
        self.request_stream(path, count, mistake_every)
        # Under this name sourcemeta's validator reads a stream; it looks where a link leads, so it gets a file of its own.
        (folder / "requests.jsonl").unlink(missing_ok=True)
        (folder / "requests.jsonl").hardlink_to(path)
        with path.open("rb") as lines:
            return [path.name], verdicts.expectations(lines, mistake_every)

    def _write_template(self, folder: pathlib.Path, count: int, mistake_every: int):
        text = self._generate(count, "--template", "yaml").decode()
        if mistake_every:
            # The greatest number that the service takes is 10.
            before, _, after = text.partition("FailureCount: ")
            text = f"{before}FailureCount: 11{after[after.index(chr(10)):]}"
        (folder / "template.yaml").write_text(text, encoding="utf-8")
        # A template counts as one request, since its tools name resources in ways of their own.
        bad = [0] if mistake_every else []
        return ["template.yaml"], {"all": bad, "structural": bad, "botocore": bad, "nothing": []}
