"""An independent reading of YAML: what values do documents hold, by PyYAML's own parser in Python?

Usage: yaml_values.py < TEXTS.json, where the file holds a list of YAML texts.
Prints one JSON line a text: the list of its documents' values, or null where the text is not YAML. A value is
["map", [[key, value], ...]] with aliases and merge keys carried out, ["list", [value, ...]], ["text", text],
["plain", text, meaning in YAML 1.2, meaning in YAML 1.1], or ["alien"] for a tag. Meanings are null where a reader
refuses the text; that of YAML 1.2 is ruamel.yaml's, by which the AWS CLI reads YAML, and null where it is not installed.
It shares no code with what it is compared to, and none with libyaml.
"""
import datetime
import json
import sys

import yaml

try:
    from ruamel.yaml import YAML
except ImportError:
    YAML = None

MEANINGS = [
    (type(None), "null"), (bool, "boolean"), (int, "integer"), (float, "float"),
    (datetime.date, "timestamp"), (str, "string"),
]
TAG = "tag:yaml.org,2002:"
known: dict = {}


def meaning(load, text: str):
    """What a loader makes of a plain scalar, which stands in a list so that it stays one."""
    try:
        value = load(f"[{text}]")[0]
    except Exception:  # Loaders raise errors of many kinds.
        return None
    return next((name for kind, name in MEANINGS if isinstance(value, kind)), None)


def meanings(text: str) -> list:
    if text not in known:
        quotable = not any(sign in text for sign in ",[]{}:#\n\"'") or text.replace(":", "").isdigit()
        modern = YAML and quotable and meaning(lambda source: YAML(typ="safe", pure=True).load(source), text)
        known[text] = [modern or None, meaning(yaml.safe_load, text) if quotable else None]
    return known[text]


class Reader:
    """Builds values from parser events."""

    def __init__(self, text: str):
        self.events = yaml.parse(text, Loader=yaml.Loader)
        self.anchors: dict = {}

    def documents(self) -> list:
        result = []
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.anchors = {}
                result.append(self.value(next(self.events)))
        return result

    def value(self, event):
        if isinstance(event, yaml.AliasEvent):
            return self.anchors[event.anchor]
        if isinstance(event, yaml.ScalarEvent):
            value = self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            items = self.children(yaml.SequenceEndEvent)
            value = ["list", items] if event.tag in (None, "!", TAG + "seq") else ["alien"]
        else:
            children = self.children(yaml.MappingEndEvent)
            pairs = list(zip(children[::2], children[1::2]))
            value = ["map", merged(pairs)] if event.tag in (None, "!", TAG + "map") else ["alien"]
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def children(self, end) -> list:
        result = []
        while not isinstance(event := next(self.events), end):
            result.append(self.value(event))
        return result

    @staticmethod
    def scalar(event):
        if event.tag in (None, "!"):
            return ["plain", event.value, *meanings(event.value)] if event.implicit[0] else ["text", event.value]
        return ["text", event.value] if event.tag == TAG + "str" else ["alien"]


def merged(pairs: list) -> list:
    """Own members first; then those of `<<`, earlier mappings before later ones."""
    own = [[key, value] for key, value in pairs if key[:2] != ["plain", "<<"]]
    names = {key[1] for key, _ in own}
    for key, value in pairs:
        if key[:2] != ["plain", "<<"]:
            continue
        for mapping in [value] if value[0] == "map" else value[1]:
            for name, member in mapping[1]:
                if name[1] not in names:
                    names.add(name[1])
                    own.append([name, member])
    return own


def main() -> None:
    for text in json.load(sys.stdin):
        try:
            documents = Reader(text).documents()
        except (yaml.YAMLError, KeyError):
            documents = None
        print(json.dumps(documents))


if __name__ == "__main__":
    main()
