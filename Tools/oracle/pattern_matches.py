"""An independent judge of patterns: which texts do they match as a whole, read as ECMA-262 reads them, by Python's re?

Usage: pattern_matches.py SEED COUNT < PATTERNS.json, where the file holds a list of patterns.
Prints one JSON line a pattern: COUNT pairs of a text and whether it matches. The texts are drawn from the pattern itself and then
partly changed by one sign or two, cut, or given another case or a line break at the end; the empty text is among them.
"""
import json
import random
import re._constants as op
import re._parser
import sys

import ecma

# What generated texts are disturbed by: signs that engines, modes and classes treat in different ways.
STRANGE = list("aZ0x_-./:+ \n\r\t\0") + list("\v\f\x7f\x80\x85\xa0\xe9\u017f\u0301\u0663\u1680\u180e\u200b\u2028\u2029\u212a\ufeff\ufffd\U0001f600\U0010ffff")
# A repetition that may be longer is not written out to its end.
MOST = 1100


class Sampler:
    def __init__(self, rng: random.Random):
        self.rng = rng
        self.groups: dict = {}

    def text(self, pattern: str) -> str:
        self.groups = {}
        return "".join(self.piece(*node) for node in re._parser.parse(ecma.rewritten(pattern)))

    def sequence(self, nodes) -> str:
        return "".join(self.piece(*node) for node in nodes)

    def piece(self, kind, value) -> str:
        match kind:
            case op.LITERAL:
                return chr(value)
            case op.NOT_LITERAL:
                return self.other(lambda sign: ord(sign) != value)
            case op.IN:
                return self.member(value)
            case op.MAX_REPEAT | op.MIN_REPEAT:
                low, high, nodes = value
                count = min(low + self.rng.choice([0, 0, 1, 1, 2, 3, 5, 12]), int(high))
                # The bounds, and one beside them.
                if self.rng.random() < 0.04:
                    count = self.rng.choice([low - 1, low, *([int(high), int(high) + 1] if high < MOST else [])])
                return "".join(self.sequence(nodes) for _ in range(count))
            case op.SUBPATTERN:
                group, _, _, nodes = value
                self.groups[group] = self.sequence(nodes)
                return self.groups[group]
            case op.BRANCH:
                return self.sequence(self.rng.choice(value[1]))
            case op.GROUPREF:
                return self.groups.get(value, "")
            case _:  # Anchors and assertions write nothing.
                return ""

    def member(self, items) -> str:
        """A sign of a class."""
        if items[0][0] is op.NEGATE:
            return self.other(lambda sign: not any(self.holds(item, sign) for item in items[1:]))
        kind, value = self.rng.choice(items)
        if kind is op.LITERAL:
            return chr(value)
        if kind is op.RANGE:
            return chr(self.rng.randint(*value))
        return self.other(lambda sign: self.holds((kind, value), sign))

    @staticmethod
    def holds(item, sign: str) -> bool:
        kind, value = item
        if kind is op.LITERAL:
            return ord(sign) == value
        if kind is op.RANGE:
            return value[0] <= ord(sign) <= value[1]
        is_word = sign.isascii() and (sign.isalnum() or sign == "_")
        is_digit = sign.isascii() and sign.isdigit()
        return {op.CATEGORY_DIGIT: is_digit, op.CATEGORY_NOT_DIGIT: not is_digit,
                op.CATEGORY_WORD: is_word, op.CATEGORY_NOT_WORD: not is_word}[value]

    def other(self, is_wanted) -> str:
        signs = [sign for sign in [*STRANGE, *"bcyz19"] if is_wanted(sign)]
        return self.rng.choice(signs or [" "])

    def changed(self, text: str) -> str:
        pick, at = self.rng.choice, self.rng.randint(0, len(text))
        end = min(at + 1, len(text))
        return pick([
            lambda: text[:at] + pick(STRANGE) + text[at:], lambda: text[:at] + pick(STRANGE) + text[end:],
            lambda: text[:at] + text[end:], lambda: text[:at] + text[at:end] + text[at:], lambda: text[:at], lambda: text[at:],
            lambda: text + pick("\n\r"), lambda: pick("\n ") + text, text.swapcase, lambda: text + text, lambda: "",
        ])()


def main(seed: int, count: int) -> None:
    for number, pattern in enumerate(json.load(sys.stdin)):
        sampler = Sampler(random.Random(f"{seed} {number} {pattern}"))
        texts = [""]
        while len(texts) < count:
            text = sampler.text(pattern)
            for _ in range(sampler.rng.choice([0, 0, 1, 1, 1, 2])):
                text = sampler.changed(text)
            texts.append("".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text))
        print(json.dumps([[text, ecma.matches(pattern, text)] for text in texts]))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
