"""Inputs that an enemy might write: what each is, how it ends, and what it may cost.

The time is of one processor and leaves room for a slow one; the memory is the peak. `measure.py` prints what they take.
"""
import dataclasses
import gzip
import json
import os
from collections.abc import Callable, Iterable, Iterator

MEGABYTE = 1_000_000


@dataclasses.dataclass
class Input:
    name: str
    file: str
    pieces: Callable[[], Iterable[bytes]]
    exit: int
    """1: findings; 3: something could not be read or judged."""
    says: str
    """Part of the diagnostic."""
    at: str = ""
    """`line:column` of the diagnostic, where the limit has a place."""
    seconds: int = 10
    megabytes: int = 300
    operation: str | None = "UpdateImagePipeline"


def repeated(piece: bytes, times: int) -> Iterator[bytes]:
    """A piece so many times, in blocks."""
    block = max(1, MEGABYTE // max(1, len(piece)))
    for start in range(0, times, block):
        yield piece * min(block, times - start)


def joined(pieces: Iterable[bytes], separator: bytes = b",") -> Iterator[bytes]:
    for number, piece in enumerate(pieces):
        yield (separator if number else b"") + piece


ARN = "arn:aws:imagebuilder:us-west-2:123456789012:"
REQUEST = json.dumps({
    "imagePipelineArn": ARN + "image-pipeline/a-name", "imageRecipeArn": ARN + "image-recipe/a-name/1.0.0",
    "infrastructureConfigurationArn": ARN + "infrastructure-configuration/a-name"}).encode()


def request(*members: Iterable[bytes] | bytes) -> Iterator[bytes]:
    """A good request with more members."""
    yield REQUEST[:-1] + b","
    for member in members:
        yield from [member] if isinstance(member, bytes) else member
    yield b"}"


# Gzip

ZEROS = gzip.compress(bytes(100 * MEGABYTE))
NAME_WITHOUT_END = bytes([31, 139, 8, 8]) + bytes(6)


# CloudFormation

def resource(**properties) -> dict:
    return {"Type": "AWS::ImageBuilder::ImagePipeline", "Properties": {
        "Name": "a-name", "InfrastructureConfigurationArn": {"Ref": "I"}, "ImageRecipeArn": {"Ref": "R"}, **properties}}


def template(count: int, properties: Callable[[int], dict], **sections) -> Callable[[], Iterable[bytes]]:
    return lambda: [json.dumps(
        {"Resources": {f"P{number}": resource(**properties(number)) for number in range(count)}, **sections}).encode()]


def text_parameter(**more) -> dict:
    return {"P": {"Type": "String", **more}}


def nested_substitution(depth: int, times: int):
    value = "x"
    for _ in range(depth):
        value = {"Fn::Sub": ["${a}" * times, {"a": value}]}
    return value


def conditions(depth: int, times: int) -> dict:
    """Each asks the next one so many times."""
    result = {f"C{number}": {"Fn::Or": [{"Condition": f"C{number + 1}"}] * times} for number in range(depth)}
    return {**result, f"C{depth}": {"Fn::Equals": [{"Ref": "Q"}, "x"]}}


def alternatives(depth: int):
    value = "x"
    for _ in range(depth):
        value = {"Fn::If": ["C", value, value]}
    return value


# Terraform

def configuration(description: str, more: str = "") -> Callable[[], Iterable[bytes]]:
    """A pipeline, and what comes behind it."""
    return lambda: [(
        'resource "aws_imagebuilder_image_pipeline" "p" {\n  name = "a-name"\n'
        "  image_recipe_arn = aws_imagebuilder_image_recipe.r.arn\n"
        "  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.c.arn\n"
        f"  description = {description}\n}}\n{more}").encode()]


def locals_of_locals(depth: int, times: int) -> str:
    lines = [f'  l{number} = "' + f"${{local.l{number + 1}}}" * times + '"' for number in range(depth)]
    return "locals {\n" + "\n".join(lines) + f'\n  l{depth} = "xxxxxxxxxx"\n}}\n'


def aliases(depth: int, first: str, level: str) -> bytes:
    lines = [f"a0: &a0 {first}"]
    lines += [f"a{n}: &a{n} {level.format(', '.join([f'*a{n - 1}'] * 10))}" for n in range(1, depth)]
    return "\n".join(lines).encode()


TOO_DEEP = "nested more than 128 deep"
TOO_MANY_FINDINGS = "More than 100000 findings in one file"
TOO_LONG = "expressions of this file are taken as unknown"
TOO_MANY_VALUES = "more values than are judged at once"
FULL = os.environ.get("IMAGEBUILDER_LINT_HOSTILE") == "full"
LINE = 1_000 if FULL else 200

INPUTS = [
    # JSON
    Input("100 MB of [", "a.json", lambda: repeated(b"[", 100 * MEGABYTE), 3, TOO_DEEP, "1:129"),
    Input('100 MB of {"a":', "a.json", lambda: repeated(b'{"a":', 20 * MEGABYTE), 3, TOO_DEEP, "1:641"),
    Input(f"a line of {LINE} MB", "a.json", lambda: request(b'"description":"', repeated(b"x", LINE * MEGABYTE), b'"'),
          1, "characters; the service takes 1 to 1024", "1:", seconds=30, megabytes=100 + 3 * LINE),
    Input("33 million escapes", "a.json", lambda: request(b'"description":"', repeated(rb"\u0041", 33 * MEGABYTE), b'"'),
          1, "has 33000000 characters", megabytes=600),
    Input("a million unknown keys", "a.json", lambda: request(*[joined(b'"k%d":1' % n for n in range(MEGABYTE))]),
          3, TOO_MANY_FINDINGS, seconds=30, megabytes=600),
    Input("a million times one key", "a.json", lambda: request(joined(repeated_items(b'"description":"x"', MEGABYTE))),
          3, TOO_MANY_FINDINGS, seconds=20, megabytes=500),
    Input("a million keys of a map", "a.json", lambda: [
        b'{"name":"a-name","tags":{', *joined(b'"k%d":"v"' % n for n in range(MEGABYTE)), b"}}"],
        1, "has 1000000 entries", operation="CreateInfrastructureConfiguration"),
    Input("a million findings", "a.json", lambda: [b"[", *joined(repeated_items(b'{"imagePipelineArn":1}', MEGABYTE)), b"]"],
          3, TOO_MANY_FINDINGS, seconds=30, megabytes=500),
    Input("50 million zeros", "a.json", lambda: request(b'"workflows":[', repeated(b"0,", 50 * MEGABYTE), b"0]"),
          3, "more than 33554432 values and keys", seconds=30, megabytes=2_000),
    Input("20 million empty objects", "a.json", lambda: request(b'"workflows":[', repeated(b"{},", 20 * MEGABYTE), b"{}]"),
          3, TOO_MANY_VALUES, seconds=30, megabytes=1_500),
    Input("a key of 50 MB", "a.json", lambda: request(b'"', repeated(b"k", 50 * MEGABYTE), b'":1'),
          1, "is not a member", seconds=20, megabytes=800),
    Input("a number of a million digits", "a.json",
          lambda: request(b'"schedule":{"autoDisablePolicy":{"failureCount":', b"9" * MEGABYTE, b"}}"), 1, "the service takes 1 to 10"),
    Input("a number beyond all numbers", "a.json",
          lambda: request(b'"schedule":{"autoDisablePolicy":{"failureCount":1e999999}}'), 1, "is the number 1e999999"),
    Input("a lone surrogate", "a.json", lambda: request(rb'"description":"a\ud800b"'), 3, "half of a surrogate pair", "1:"),
    Input("a lone surrogate in a key", "a.json", lambda: request(rb'"a\udc00b":1'), 3, "half of a surrogate pair"),
    Input("a raw NUL", "a.json", lambda: request(b'"description":"a\0b"'), 3, "the byte 0x00"),
    Input("a byte that is not UTF-8", "a.json", lambda: request(b'"description":"a\xffb"'), 3, "0xFF is no part of a UTF-8 character"),
    *[Input(f"{encoding}{' with a mark' if mark else ''}", "a.json", lambda encoding=encoding, mark=mark: [
        ((chr(0xFEFF) if mark else "") + REQUEST.decode()).encode(encoding)], 3, "The file is in UTF-16 or UTF-32", "1:1")
      for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be") for mark in (False, True)],
    # UTF-16 elsewhere
    *[Input(f"{encoding} in {file}", file, lambda encoding=encoding, text=text: [text.encode(encoding)], 3, "is in UTF-16 or UTF-32", "1:1")
      for encoding in ("utf-16", "utf-16-le", "utf-16-be") for file, text in (
          ("a.yaml", "imagePipelineArn: x\n"), ("a.tf", 'resource "aws_imagebuilder_component" "x" {}\n'), ("a.ndjson", REQUEST.decode() + "\n"))],
    # Gzip
    Input("20 GB of zeros in 20 MB of gzip", "a.json.gz", lambda: [ZEROS] * 200, 3, "more than 1073741824 bytes once it is decompressed", seconds=20),
    Input("a gzip in a gzip", "a.json.gz", lambda: [gzip.compress(ZEROS)], 3, "the byte 0x1F"),
    Input("a million empty gzip members", "a.json.gz", lambda: [gzip.compress(b"")] * MEGABYTE, 3, "The file is empty"),
    Input("a gzip whose name never ends", "a.json.gz", lambda: [NAME_WITHOUT_END, b"x" * 100 * MEGABYTE], 3, "The compressed file ends too early"),
    Input("a stream of gzip whose line of 2 GB never ends", "a.ndjson.gz", lambda: [gzip.compress(b'{"imagePipelineArn":1}\n')] + [ZEROS] * 20,
          3, "67108864", "2:1", seconds=20),
    # YAML
    Input("100 MB of [ in YAML", "a.yaml", lambda: repeated(b"[", 100 * MEGABYTE), 3, TOO_DEEP, "1:129"),
    Input("5 million hyphens", "a.yaml", lambda: repeated(b"- ", 5 * MEGABYTE), 3, TOO_DEEP, "1:257"),
    Input("nested blocks", "a.yaml", lambda: (b" " * n + b"a:\n" for n in range(4_000)), 3, TOO_DEEP, "129:129"),
    Input("a billion laughs", "a.yaml", lambda: [aliases(40, "[x, x]", "[{}]")], 3, "Aliases add more than 100000 values"),
    Input("merged laughs", "a.yaml", lambda: [aliases(40, "{x: 1}", "{{<<: [{}], k: 1}}")], 1, "is not a member"),
    Input("300,000 documents", "a.yaml", lambda: repeated(b"---\na: 1\n", 300_000), 3, TOO_MANY_FINDINGS, seconds=20, megabytes=500),
    Input("2 million keys of a flow mapping", "a.yaml", lambda: [b"{", *repeated(b"a,", 2 * MEGABYTE), b"}"], 3, TOO_MANY_FINDINGS,
          seconds=30, megabytes=900),
    Input("20 MB of text in a block", "a.yaml", lambda: [b"description: |\n", *repeated(b"  abcdef\n", 2 * MEGABYTE)], 1, "characters"),
    Input("a NUL in YAML", "a.yaml", lambda: [b"a: b\0c"], 3, "the byte 0x00", "1:5"),
    # CloudFormation
    Input("half a million ${ without an end", "a.json", template(1, lambda _: {"Description": {"Fn::Sub": "${" * 500_000}}),
          1, "characters", operation=None),
    Input("a megabyte, put in 100,000 times", "a.json", template(
        1, lambda _: {"Description": {"Fn::Sub": "${P}" * 100_000}}, Parameters=text_parameter(Default="x" * MEGABYTE)),
        3, TOO_LONG, "1:", operation=None),
    Input("substitutions in substitutions", "a.json", template(1, lambda _: {"Description": nested_substitution(20, 10)}),
          3, TOO_LONG, operation=None),
    Input("a megabyte, referred to 10,000 times", "a.json", template(
        10_000, lambda _: {"Description": {"Ref": "P"}}, Parameters=text_parameter(Default="x" * MEGABYTE)),
        3, TOO_LONG, seconds=20, operation=None),
    Input("a list of 10,000, mapped 3,000 times", "a.json", template(
        3_000, lambda _: {"Workflows": {"Fn::FindInMap": ["M", "k", "v"]}},
        Mappings={"M": {"k": {"v": [{"WorkflowArn": "x"}] * 10_000}}}), 3, TOO_MANY_FINDINGS, seconds=60, megabytes=800, operation=None),
    Input("conditions that ask each other 10^13 times", "a.json", template(
        1, lambda _: {"Description": {"Fn::If": ["C0", {"Ref": "P"}, "y"]}}, Parameters=text_parameter(Default=""),
        Conditions=conditions(13, 10)), 0, "1 request: 0 errors", operation=None),
    Input("conditions in a circle", "a.json", template(
        1, lambda _: {"Description": {"Fn::If": ["A", {"Ref": "P"}, "y"]}}, Parameters=text_parameter(Default="a"),
        Conditions={"A": {"Fn::Not": [{"Condition": "B"}]}, "B": {"Fn::Not": [{"Condition": "A"}]}}), 0, "0 errors", operation=None),
    Input("a parameter that is itself", "a.json", template(
        1, lambda _: {"Description": {"Ref": "P"}}, Parameters=text_parameter(Default={"Ref": "P"})), 0, "0 errors", operation=None),
    Input("16,384 alternatives of a text", "a.json", template(
        1, lambda _: {"Description": {"Fn::Sub": ["${a}${a}", {"a": {"Fn::Join": ["", [alternatives(14), alternatives(14)]]}}]}}),
        0, "0 errors", operation=None),
    Input("20,000 parameters, 20,000 references", "a.json", template(
        20_000, lambda n: {"Description": {"Ref": f"Q{n}"}},
        Parameters={f"Q{n}": {"Type": "String", "Default": "a"} for n in range(20_000)}), 3, TOO_LONG, seconds=20, operation=None),
    Input("300,000 resources of no known type", "a.json", lambda: [json.dumps(
        {"Resources": {f"P{n}": {"Type": "AWS::ImageBuilder::Nope"} for n in range(300_000)}}).encode()],
        3, "More than 1000 notes on one file", megabytes=600, operation=None),
    # Terraform
    Input("locals of locals", "a.tf", configuration("local.l0", locals_of_locals(8, 10)), 3, TOO_LONG, operation=None),
    Input("a chain of 15 locals", "a.tf", configuration("local.l0", locals_of_locals(15, 1)), 0, "0 errors", operation=None),
    Input("locals in a circle", "a.tf", configuration(
        "local.a", 'locals {\n  a = "${local.b}${local.b}"\n  b = "${local.a}${local.a}"\n}\n'), 0, "0 errors", operation=None),
    Input("half a million ${ in HCL", "a.tf", configuration('"' + "${" * 500_000 + '"'), 3, "Expected a value, found `$`", "5:20", operation=None),
    Input("10 MB of [ in HCL", "a.tf", configuration("[" * 10_000_000), 3, TOO_DEEP, "5:", operation=None),
    Input("half a million blocks in blocks", "a.tf", configuration('"x"\n' + "workflow {\n" * 500_000), 3, "This block is never closed", operation=None),
    Input("100,000 unknown arguments", "a.tf", configuration('"x"\n' + "".join(f"k{n} = 1\n" for n in range(100_000))),
          1, "is not a", seconds=60, megabytes=500, operation=None),
    Input("a heredoc of 100 MB", "a.tf", lambda: [
        *configuration("<<EOT\n" + "abcdef\n" * 14_000_000 + "EOT")()], 1, "characters", seconds=20, megabytes=900, operation=None),
]


def repeated_items(piece: bytes, times: int) -> Iterator[bytes]:
    for _ in range(times):
        yield piece
