"""Reads the API's patterns the way ECMA-262 does, by Python's re: whole strings, ASCII \\w and \\d, ECMA-262's white space."""
import functools
import re

SPACE = r"\t\n\x0b\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
LINE_ENDS = r"\n\r\u2028\u2029"


def rewritten(pattern: str) -> str:
    """The pattern with what the two languages read in another way spelled out."""
    result, in_class, at = [], False, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            escape = pattern[at + 1]
            at += 2
            if escape == "s":
                result.append(SPACE if in_class else f"[{SPACE}]")
            elif escape == "S":
                if in_class:
                    raise ValueError(f"\\S inside a class is not supported: {pattern}")
                result.append(f"[^{SPACE}]")
            else:
                result.append("\\" + escape)
            continue
        if sign == "[":
            result.append("\\[" if in_class else "[")
            in_class = True
        elif sign == "]":
            result.append("]")
            in_class = False
        elif sign == "." and not in_class:
            result.append(f"[^{LINE_ENDS}]")
        elif sign == "$" and not in_class:
            result.append(r"\Z")
        else:
            result.append(sign)
        at += 1
    return "".join(result)


@functools.cache
def compiled(pattern: str) -> re.Pattern:
    return re.compile(rewritten(pattern), re.ASCII)


def matches(pattern: str, text: str) -> bool:
    """Whether the whole text matches."""
    return compiled(pattern).fullmatch(text) is not None
