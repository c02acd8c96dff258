"""An independent judge of places: does what stands at each reported range belong to the value at the reported pointer, by PyYAML?

Usage: places.py < REPORTS.json, where the file holds a list of {"text": base64 of a file, "syntax": "json" or "yaml",
"places": [{"pointer", "document", "start", "end"}, ...]}, with offsets of bytes.
Prints one JSON line a file: null where PyYAML does not read it, or for each place {"place": ..., "text": ...}. The place is "value" or "key" where the range is that of
the value at the pointer or of its key, "piece" where it is a part of such a scalar's text, "member" where the pointer's last member
is missing and the range is the key or the start of what lacks it, or else null. The text is what the range reads as.
PyYAML reads JSON as well; it knows the place of every node and shares no code with what it is compared to.
"""
import base64
import json
import re
import sys

import yaml

PROPERTIES = re.compile(r"(?:[!&]\S*\s+)*")


class File:
    def __init__(self, data: bytes, syntax: str):
        self.data = data
        self.text = data.decode()
        # YAML has no tabs between values; JSON has none inside them.
        text = self.text.replace("\t", " ") if syntax == "json" else self.text
        self.documents = list(yaml.compose_all(text, Loader=yaml.SafeLoader))

    def place(self, reported: dict) -> dict:
        start, end = (len(self.data[:reported[side]].decode()) for side in ("start", "end"))
        tokens = [token.replace("~1", "/").replace("~0", "~") for token in reported["pointer"].split("/")[1:]]
        for key, node, rest in descend(None, self.documents[reported["document"]], tokens):
            place, text = self.relation(key, node, rest, start, end)
            if place:
                return {"place": place, "text": self.text[start:end] if text is None else text}
        return {"place": None, "text": self.text[start:end]}

    def relation(self, key, node, rest, start, end):
        """What a range is to a node and its key, of which the pointer's last tokens are missing, and what text it reads as."""
        # An object or list is marked by the sign or the word that it starts with.
        starts = [self.inner(node)[0], *(other.start_mark.index for other in first_children(node))]
        if rest:
            is_holder = len(rest) == 1 and (start in starts or key is not None and start == span(key)[0])
            return ("member" if is_holder else None), None
        if key is not None and (start, end) == span(key):
            return "key", key.value
        if (start, end) == self.inner(node):
            return "value", node.value if isinstance(node, yaml.ScalarNode) else None
        for scalar in (node, key):
            if isinstance(scalar, yaml.ScalarNode) and span(scalar)[0] <= start < end <= span(scalar)[1]:
                text = self.reading(start, end, scalar.style)
                return ("piece", text) if text in scalar.value else (None, None)
        return ("value" if start in starts and end <= span(node)[1] else None), None

    def inner(self, node):
        """The place of a node without its tag and its anchor; PyYAML ends a block's collection at the next token."""
        start, end = span(node)
        start += len(PROPERTIES.match(self.text[start:end])[0])
        return start, start + len(self.text[start:end].rstrip())

    def reading(self, start: int, end: int, style: str | None) -> str:
        """The text that a piece of a scalar stands for, in the quotes that are around it."""
        piece = self.text[start:end]
        if style in ('"', "'"):
            return yaml.compose(style + piece + style, Loader=yaml.SafeLoader).value
        return ("\n" if style == "|" else " ").join(line.strip() for line in piece.split("\n")) if "\n" in piece else piece


def span(node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def first_children(node):
    if isinstance(node, yaml.MappingNode):
        return [side for pair in node.value[:1] for side in pair]
    return node.value[:1] if isinstance(node, yaml.SequenceNode) else []


def descend(key, node, tokens):
    """The nodes at a pointer: several where names stand twice, and a merged mapping's members too."""
    if not tokens:
        yield key, node, []
        return
    found = False
    if isinstance(node, yaml.SequenceNode) and tokens[0].isdigit() and int(tokens[0]) < len(node.value):
        found = True
        yield from descend(None, node.value[int(tokens[0])], tokens[1:])
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == tokens[0]:
                found = True
                yield from descend(name, value, tokens[1:])
            elif name.value == "<<" and name.style is None:
                for merged in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                    if any(inner.value == tokens[0] for inner, _ in merged.value):
                        found = True
                        yield from descend(key, merged, tokens)
    if not found:
        yield key, node, tokens


def answer(report: dict):
    try:
        file = File(base64.b64decode(report["text"]), report["syntax"])
    except (yaml.YAMLError, UnicodeDecodeError):
        return None
    return [file.place(place) for place in report["places"]]


def main() -> None:
    for report in json.load(sys.stdin):
        print(json.dumps(answer(report)))


if __name__ == "__main__":
    main()
