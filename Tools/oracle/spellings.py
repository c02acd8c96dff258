"""Other ways to write down the same requests: JSON with needless escapes and blanks, and YAML in every style."""
import json
import random
import re

import yaml


class FastDumper(yaml.CSafeDumper):
    """libyaml's emitter."""


class SlowDumper(yaml.SafeDumper):
    """PyYAML's own emitter, which makes other choices."""


# PyYAML knows YAML 1.1 only: what YAML 1.2 would read as a number is quoted too.
for dumper in (FastDumper, SlowDumper):
    dumper.add_implicit_resolver(
        "tag:yaml.org,2002:float", re.compile(r"^[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)[eE][-+]?[0-9]+$"), list("-+.0123456789"))
    dumper.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?0o[0-7_]+$"), list("-+0"))

STYLES = [
    {}, {"default_flow_style": True}, {"default_flow_style": True, "width": 1_000_000}, {"default_style": '"'},
    {"default_style": "'"}, {"default_style": "|"}, {"default_style": ">", "width": 40}, {"indent": 6, "width": 30},
]


def json_text(value, rng: random.Random) -> str:
    """JSON with blanks between its parts, and signs of texts spelled as escapes."""
    blank = rng.choice(["", " ", "\n", "\r\n", "\t ", " \n  "])
    if isinstance(value, dict):
        members = (f"{json_text(key, rng)}{blank}:{blank}{json_text(item, rng)}" for key, item in value.items())
        return "{" + blank + f",{blank}".join(members) + blank + "}"
    if isinstance(value, list):
        return "[" + blank + f"{blank},{blank}".join(json_text(item, rng) for item in value) + blank + "]"
    if isinstance(value, float):
        return rng.choice([repr(value), f"{value:.3e}", f"{value:.4f}", f"{value:.2E}"])
    if not isinstance(value, str):
        return json.dumps(value)
    share = rng.choice([0, 0, 0.05, 1])
    return '"' + "".join(escaped(sign, rng) if rng.random() < share else json.dumps(sign, ensure_ascii=False)[1:-1] for sign in value) + '"'


def escaped(sign: str, rng: random.Random) -> str:
    if sign == "/" and rng.random() < 0.5:
        return "\\/"
    units = sign.encode("utf-16-be")
    spelling = rng.choice(["\\u%04x", "\\u%04X"])
    return "".join(spelling % int.from_bytes(units[at:at + 2], "big") for at in range(0, len(units), 2))


def shared(value, seen: dict):
    """The value with equal objects and lists made one, so that they are dumped as anchors and aliases."""
    if isinstance(value, dict):
        value = {key: shared(item, seen) for key, item in value.items()}
    elif isinstance(value, list):
        value = [shared(item, seen) for item in value]
    else:
        return value
    return seen.setdefault(json.dumps(value), value) if value else value


def dumped(value, dumper, options: dict) -> str:
    return yaml.dump(value, Dumper=dumper, sort_keys=False, explicit_start=True, **options)


def yaml_text(entries, seed: int) -> str:
    """A stream with one document an entry, each in a style of its own."""
    rng = random.Random(seed)
    documents = []
    for entry in entries:
        value = shared(entry, {}) if rng.random() < 0.3 else json.loads(json.dumps(entry))
        options = rng.choice(STYLES) | {"allow_unicode": rng.random() < 0.5}
        text = dumped(value, SlowDumper if rng.random() < 0.1 else FastDumper, options)
        # Some emitters fold signs away that a plain text can't hold; double quotes hold all.
        if yaml.load(text, Loader=yaml.CSafeLoader) != entry:
            text = dumped(value, FastDumper, {"default_style": '"'})
        documents.append(text)
    return "".join(documents).replace("\n", rng.choice(["\n", "\r\n"]))
