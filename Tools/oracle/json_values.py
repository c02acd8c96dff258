"""An independent reading of JSON: what values do texts hold, by Python's own json?

Usage: json_values.py < TEXTS.json, where the file holds a list of texts, each in base64, as they may be no UTF-8.
Prints one JSON line a text: null where it is not JSON, or else {"value": ..., "liberties": [...]}. A value is
["map", [[key, value], ...]] with every member in order, ["list", [value, ...]], ["text", text], ["number", as it is written],
or true, false, null. Liberties are what Python reads beyond RFC 8259 or the linter's limits: "constant" (NaN, Infinity),
"surrogate" (half a pair, which stands as U+FFFD in the value), "depth" (over 128). A text is decoded as UTF-8 before Python
reads it, as Python would guess another encoding, and Python refuses a byte order mark.
"""
import base64
import json
import re
import sys

DEPTH = 128
HALF = re.compile("[\ud800-\udfff]")


class Reader:
    def __init__(self):
        self.liberties = set()
        self.decoder = json.JSONDecoder(
            object_pairs_hook=lambda pairs: Members(pairs), parse_int=Number, parse_float=Number, parse_constant=self.constant)

    def constant(self, word: str):
        self.liberties.add("constant")
        return Number(word)

    def value(self, value, depth: int):
        if isinstance(value, (Members, list)):
            if depth == DEPTH:
                self.liberties.add("depth")
                return None
            if isinstance(value, Members):
                return ["map", [[self.text(key), self.value(member, depth + 1)] for key, member in value.pairs]]
            return ["list", [self.value(item, depth + 1) for item in value]]
        if isinstance(value, Number):
            return ["number", value.text]
        return ["text", self.text(value)] if isinstance(value, str) else value

    def text(self, text: str) -> str:
        if HALF.search(text):
            self.liberties.add("surrogate")
        return HALF.sub("\ufffd", text)


class Members:
    """An object, with its members in order and none dropped."""
    def __init__(self, pairs):
        self.pairs = pairs


class Number:
    """A number as it is written."""
    def __init__(self, text: str):
        self.text = text


def answer(data: bytes):
    reader = Reader()
    try:
        value = reader.value(reader.decoder.decode(data.decode()), 0)
    except (ValueError, RecursionError):
        return None
    return {"value": value, "liberties": sorted(reader.liberties)}


def main() -> None:
    for text in json.load(sys.stdin):
        print(json.dumps(answer(base64.b64decode(text))))


if __name__ == "__main__":
    main()
