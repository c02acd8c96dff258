"""An independent reading of HCL: what values does a file hold, by python-hcl2's grammar?

Usage: hcl_compare.py generate SEED COUNT        makes up files, the same for the same seed
       hcl_compare.py read < TEXTS.json          reads a list of texts

Prints one JSON line a file: [text, value], where the value is null if python-hcl2 does not read the text. A value is
["map", [[key, value], ...]] (null for a key that is computed), ["list", [value, ...]], ["text", text],
["template", text with `${}` for each interpolation, or null where those are nested], ["number", number],
["literal", true, false or null], or ["unknown"] for an expression. Blocks of one type are one member, a list where there
are several, and labels are maps, as in Terraform's JSON syntax.

Where python-hcl2 stops short of HCL's specification, the rest is done here: it leaves `$${` and `%%{` in texts, and takes
the last line break from heredocs and doubles their backslashes, so that their lines are read here from its own tokens.
"""
import json
import random
import re
import sys

import hcl2
from hcl2 import SerializationOptions

RAW = SerializationOptions(with_comments=False)
PLAIN = SerializationOptions(with_comments=False, strip_string_quotes=True)
NUMBER = re.compile(r"\$\{(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)\}")
INTERPOLATION = re.compile(r"(?<!\$)\$\{[^{}]*\}")


# Reading.

HEREDOC = re.compile(r'"<<(-?)[^\r\n]+\r?\n(.*\n)?[ \t]*\S+"', re.S)


def heredoc(raw: str):
    """The lines of a heredoc, less the blanks that those with something in them have in common."""
    match = HEREDOC.fullmatch(raw)
    if not match:
        return None
    lines = (match[2] or "").splitlines(keepends=True)
    if match[1]:
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        lines = [line[indent:] if line.strip() else line for line in lines]
    return "".join(lines)


def text(raw: str, plain: str):
    """A text in quotes or a heredoc, which both outputs of python-hcl2 together tell from other things."""
    lines = heredoc(raw)
    if re.search(r"(?<!%)%\{", raw):
        return ["unknown"]
    bare = INTERPOLATION.sub("", raw)
    if re.search(r"(?<!\$)\$\{", bare):
        return ["template", None]
    if lines is None and re.fullmatch(r'"\$\{[^{}]*\}"', raw):
        return ["unknown"]  # `"${x}"` is `x`.
    value = INTERPOLATION.sub("\0", plain if lines is None else lines)
    value = value.replace("$${", "${").replace("%%{", "%{")
    return ["text", value] if bare == raw else ["template", value.replace("\0", "${}")]


def key(raw: str):
    if raw.startswith('"'):
        found = text(raw, hcl2.loads(f"a = {raw}\n", serialization_options=PLAIN)["a"])
        return found[1] if found[0] == "text" else None
    return None if raw.startswith("${") else raw


def is_block(value) -> bool:
    while isinstance(value, dict) and "__is_block__" not in value and len(value) == 1:
        value = next(iter(value.values()))
    return isinstance(value, dict) and "__is_block__" in value


def value(raw, plain):
    if isinstance(raw, dict):
        pairs = zip(raw.items(), plain.items())
        return ["map", [[key(name), value(one, other)] for (name, one), (_, other) in pairs if name != "__is_block__"]]
    if isinstance(raw, list):
        items = [value(one, other) for one, other in zip(raw, plain)]
        return items[0] if len(raw) == 1 and is_block(raw[0]) else ["list", items]
    if raw is None or isinstance(raw, bool):
        return ["literal", raw]
    if isinstance(raw, (int, float)):
        return ["number", raw]
    if raw.startswith('"'):
        return text(raw, plain)
    number = NUMBER.fullmatch(raw)
    return ["number", float(number[1])] if number else ["unknown"]


def read(source: str):
    try:
        raw, plain = (hcl2.loads(source, serialization_options=options) for options in (RAW, PLAIN))
    except Exception:  # The grammar's errors are of many kinds.
        return None
    return value(raw, plain)


# Making files up.

WORDS = ["name", "tags", "schedule", "for_each", "a-b", "x1", "_y", "aws_imagebuilder_image"]
PIECES = ["cron(0 0 * * ? *)", "é", "😀 字", r"\n", r"\t", r"\"", r"\\", r"\u00e9", r"\U0001F600", "$${x}", "%%{ if }", "$x", "%y", "#", "//", "}", "{", "'", " ", "<<E"]
EXPRESSIONS = ["var.x", "local.y", "a.b[0].c", 'a["k"].d', "a.*.b", "a[*].b", "f()", 'f(1, "x")', "a ? 1 : 2", "!a", "a + 1", "a == b && c", "(a || b)", "[for x in y : x]", "{ for k, v in y : k => v if k != 1 }", "each.value", "data.x.y.id"]


class Generator:
    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def file(self) -> str:
        lines = self.body(0, self.random.randrange(1, 5))
        ending = "\r\n" if self.random.random() < 0.1 else "\n"
        return "".join(line + ending for line in lines)

    def once(self, odds: int) -> bool:
        return self.random.randrange(odds) == 0

    def body(self, depth: int, count: int) -> list:
        lines = []
        names = self.random.sample(WORDS, count)
        for name in names:
            if self.once(6):
                lines.append(self.random.choice(["# comment { \"", "// comment", "", "/* one */"]))
            if depth < 3 and self.once(2 if depth == 0 else 4):
                for _ in range(self.random.choice([1, 1, 2, 3])):
                    lines += self.block(name, depth)
            else:
                lines += self.argument(name, depth)
        return [self.indented(line, 1) if depth else line for line in lines]

    @staticmethod
    def indented(line: str, depth: int) -> str:
        # Lines of heredocs are marked, and stay where they are.
        return line if line.startswith("\0") or not line else "  " * depth + line

    def block(self, name: str, depth: int) -> list:
        labels = "".join(f' "{self.random.choice(WORDS)}"' for _ in range(self.random.choice([0, 0, 1, 2])))
        if self.once(6):
            return [f"{name}{labels} {{", "}"]
        return [f"{name}{labels} {{", *self.body(depth + 1, self.random.randrange(1, 5)), "}"]

    def argument(self, name: str, depth: int) -> list:
        if self.once(6):
            return self.heredoc(name, depth)
        lines = self.value(depth).split("\n")
        comment = "  # comment" if self.once(8) else ""
        lines[0] = f"{name} = {lines[0]}"
        return [*lines[:-1], lines[-1] + comment]

    def heredoc(self, name: str, depth: int) -> list:
        is_flush = self.once(2)
        lines = [f"{name} = <<{'-' if is_flush else ''}EOT"]
        indent = "  " * (depth + 2) if is_flush else self.random.choice(["", "  "])
        for _ in range(self.random.randrange(1, 5)):
            pieces = [piece for piece in self.random.choices(PIECES, k=3) if piece != " "]
            if self.once(3):
                pieces.insert(1, "${" + self.random.choice(["var.x", "a.b[0].c"]) + "}")
            lines.append("\0" + indent + self.random.choice(["", "  "]) + "-" + "".join(pieces))
        return lines + ["\0" + ("  " * depth if is_flush else "") + "EOT"]

    def value(self, depth: int) -> str:
        kind = self.random.randrange(10)
        if kind < 4:
            return self.quoted()
        if kind == 4:
            return self.random.choice(["0", "1", "-1", "42", "1.5", "2e3", "-0.25", "1.5e-2"])
        if kind == 5:
            return self.random.choice(["true", "false", "null"])
        if kind == 6:
            return self.random.choice(EXPRESSIONS)
        if depth > 4:
            return "[]"
        return self.tuple(depth) if kind == 7 else self.object(depth)

    def quoted(self) -> str:
        pieces = self.random.choices(PIECES, k=self.random.randrange(4))
        if self.once(4):
            pieces.insert(self.random.randrange(len(pieces) + 1), "${" + self.random.choice(["var.x", "local.y", "a.b[0].c"]) + "}")
        return '"' + "".join(pieces) + '"'

    def tuple(self, depth: int) -> str:
        items = [self.value(depth + 2) for _ in range(self.random.randrange(4))]
        if self.once(2) or not items:
            return "[" + ", ".join(items) + "]"
        return "[\n" + "".join(f"  {item},\n" for item in items) + "]"

    def object(self, depth: int) -> str:
        keys = self.random.sample(["a", "b_c", '"d e"', '"f"', "(g)", '"${h}"', "i"], self.random.randrange(4))
        members = [f"{name} {self.random.choice('=:')} {self.value(depth + 2)}" for name in keys]
        if self.once(2) or not members:
            return "{ " + ", ".join(members) + " }"
        return "{\n" + "".join(f"  {member}\n" for member in members) + "}"


def generate(seed: int, count: int):
    for number in range(count):
        yield Generator(seed * 1_000_003 + number).file().replace("\0", "")


def main() -> None:
    if sys.argv[1] == "generate":
        texts = generate(int(sys.argv[2]), int(sys.argv[3]))
    else:
        texts = json.load(sys.stdin)
    for source in texts:
        print(json.dumps([source, read(source)]))


if __name__ == "__main__":
    main()
