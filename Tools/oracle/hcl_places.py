"""An independent judge of places in HCL: does what stands at each reported range belong to the value at the reported pointer?

Usage: hcl_places.py < REPORTS.json, where the file holds a list of {"text": base64 of a file,
"places": [{"pointer", "start", "end"}, ...]}, with offsets of bytes.
Prints one JSON line a file: null where python-hcl2 does not read it, or for each place "value", "key" or "member", as places.py
tells them apart, or null. python-hcl2 knows no places: a range is filled with another word, and the file read again. What is
another value then has to be what the pointer names, and nothing else.
"""
import base64
import json
import sys

from hcl_compare import read

OTHER = "zzz"
# As a name or a piece of a text, as a text in place of a reference, and in place of a reference inside a text.
WORDS = [OTHER, f'"{OTHER}"', f"a}}{OTHER}${{a"]


def differences(one, other, path=()):
    """The paths at which two values of hcl_compare.py differ; names by text, items by number."""
    if one == other:
        return
    if one and other and one[0] == other[0] == "map":
        left, right = ({name: value for name, value in side[1]} for side in (one, other))
        for name in sorted({*left, *right}, key=str):
            if name in left and name in right:
                yield from differences(left[name], right[name], (*path, name))
            else:
                yield (*path, name)
    elif one and other and one[0] == other[0] == "list" and len(one[1]) == len(other[1]):
        for index, (left, right) in enumerate(zip(one[1], other[1])):
            yield from differences(left, right, (*path, str(index)))
    else:
        yield path


def place(data: bytes, value, reported: dict):
    pointer = tuple(token.replace("~1", "/").replace("~0", "~") for token in reported["pointer"].split("/")[1:])
    for word in WORDS:
        changed = data[:reported["start"]] + word.encode() + data[reported["end"]:]
        found = read(changed.decode())
        paths = list(differences(value, found, ())) if found else []
        if paths:
            return relation(pointer, paths)
    return None


def relation(pointer: tuple, paths: list):
    # A list of one block is the block itself, so that a pointer may have a number that the path has not.
    if all(path[:len(pointer)] == pointer or path == without_numbers(pointer) for path in paths):
        return "value"
    named = {path for path in paths if not any(OTHER in (token or "") for token in path)}
    if all(path == pointer for path in named) and len(named) == 1:
        return "key"
    # The word of the block that lacks a member.
    return "member" if named and all(path == pointer[:len(path)] or path == without_numbers(pointer)[:len(path)] for path in named) else None


def without_numbers(pointer: tuple) -> tuple:
    return tuple(token for token in pointer if not token.isdigit())


def answer(report: dict):
    data = base64.b64decode(report["text"])
    value = read(data.decode())
    return value and [place(data, value, reported) for reported in report["places"]]


def main() -> None:
    for report in json.load(sys.stdin):
        print(json.dumps(answer(report)))


if __name__ == "__main__":
    main()
