"""Writes requests for all operations, valid by the model and then partly broken, as a list of {"operation", "request"}.

Usage: generate.py [--count 1000] [--seed 1] [--valid] > REQUESTS.json
The same seed gives the same list. Image pipelines are drawn more often than the rest. `--valid` breaks nothing.
"""
import argparse
import copy
import json
import pathlib
import random

from samples import Samples

MODEL = pathlib.Path(__file__).resolve().parents[2] / "rules/model/imagebuilder.json"
FAVOURITES = ["CreateImagePipeline", "UpdateImagePipeline"]
# Signs that patterns, lengths and white space classes treat in different ways.
STRANGE = ["A", " ", "/", ":", "\n", "\r", "\t", "_", "\u00a0", "\u0085", "\u2028", "\ufeff", "\u00e9", "\u017f", "\u0663", "\U0001f600", "\x00"]
OTHER_TYPES = [
    None, True, False, 0, 1, 61, -1, 2**53 + 1, 2**63, -(2**63) - 1, 10**30, 60.0, 0.5, -0.0, 1e300, "", "60", "true", "null", "on", "0x10",
    "1e5", "0o17", "12:30", "2027-01-31", "~", "- x", "a: b", "# x", "\tx", "x\n", " \n x", "'", "\"", "\\", [], {}, ["x"], [[]], {"x": 1},
]


class Generator:
    def __init__(self, seed: int):
        self.rng = random.Random(seed)
        self.samples = Samples(self.rng)
        model = json.loads(MODEL.read_text(encoding="utf-8"))
        self.shapes, self.operations = model["shapes"], model["operations"]
        # Where a value stands: its container, its key or index, its shape.
        self.sites: list[tuple] = []

    # Valid requests

    def value(self, name: str, member: str):
        shape = self.shapes[name]
        match shape["type"]:
            case "structure":
                return self.structure(shape)
            case "list":
                count = max(shape.get("min", 0), min(self.rng.choice([1, 1, 2, 3]), shape.get("max", 3)))
                return [self.value(shape["member"], member) for _ in range(count)]
            case "map":
                return {self.value(shape["key"], member): self.value(shape["value"], member) for _ in range(self.rng.randint(1, 3))}
            case "string":
                return self.rng.choice(shape["enum"]) if "enum" in shape else self.samples.text(name, member)
            case "boolean":
                return self.rng.random() < 0.5
            case "timestamp":
                return self.rng.choice(["2027-01-31T08:00:00Z", 1800000000])
            case _:
                low = shape.get("min", 0)
                return self.rng.choice([low, shape.get("max", low + 5), self.rng.randint(low, shape.get("max", low + 5))])

    def structure(self, shape: dict) -> dict:
        share = self.rng.choice([0.1, 0.4, 0.8])
        result = {}
        for member, facts in shape["members"].items():
            is_token = facts.get("idempotencyToken", False)
            is_needed = member in shape.get("required", []) and not is_token
            if is_needed or self.rng.random() < (0.2 if is_token else share):
                result[member] = self.value(facts["shape"], member)
        return result

    def request(self, operation: str) -> dict:
        request = self.structure(self.shapes[self.operations[operation]])
        if operation in FAVOURITES + ["CreateImage"]:
            self.make_realistic(request)
        return request

    def make_realistic(self, request: dict) -> None:
        """One recipe, and a role where there are workflows, as the service wants it."""
        recipes = {"imageRecipeArn": "ImageRecipeArn", "containerRecipeArn": "ContainerRecipeArn"}
        for recipe in recipes:
            request.pop(recipe, None)
        recipe = self.rng.choice(list(recipes))
        request[recipe] = self.value(recipes[recipe], recipe)
        if "workflows" in request:
            request.setdefault("executionRole", self.value("RoleNameOrArn", "executionRole"))

    # Broken requests

    def collect(self, container, key, name: str) -> None:
        """Notes every value of a request whose shape is still known."""
        value, shape = container[key], self.shapes[name]
        self.sites.append((container, key, name))
        match shape["type"], value:
            case "structure", dict():
                for member in value:
                    if member in shape["members"]:
                        self.collect(value, member, shape["members"][member]["shape"])
            case "list", list():
                for index in range(len(value)):
                    self.collect(value, index, shape["member"])
            case "map", dict():
                for member in value:
                    self.collect(value, member, shape["value"])

    def mutate(self, request: dict, operation: str) -> dict:
        """Breaks, or only bends, one place of a request."""
        root = {"request": copy.deepcopy(request)}
        self.sites = []
        self.collect(root, "request", self.operations[operation])
        change = self.rng.choice([self.drop, self.misspell, self.retype, self.resize, self.recase, self.disturb])
        # A change fits some values only: the first that it fits takes it.
        self.rng.shuffle(self.sites)
        for container, key, name in self.sites:
            if change(container, key, self.shapes[name]):
                break
        return root["request"] if isinstance(root["request"], dict) else request

    def drop(self, container, key, shape) -> bool:
        value = container[key]
        if shape["type"] != "structure" or not isinstance(value, dict) or not value:
            return False
        del value[self.rng.choice(list(value))]
        return True

    def misspell(self, container, key, shape) -> bool:
        value = container[key]
        if shape["type"] != "structure" or not isinstance(value, dict):
            return False
        member = self.rng.choice(list(shape["members"]))
        wrong = self.rng.choice([member + "s", member[:-1], member[0].upper() + member[1:], member.lower(), "a/b~c", ""])
        if wrong in value:
            return False
        value[wrong] = value.pop(member, "x")
        return True

    def retype(self, container, key, shape) -> bool:
        if key == "request" or shape["type"] == "timestamp":
            return False
        container[key] = copy.deepcopy(self.rng.choice(OTHER_TYPES))
        return True

    def resize(self, container, key, shape) -> bool:
        """Moves a number, a length or a count to one of its bounds or one beyond."""
        value, low, high = container[key], shape.get("min"), shape.get("max")
        sizes = ([low - 1, low] if low is not None else []) + ([high, high + 1] if high is not None else [])
        sizes = [size for size in sizes if size >= 0 or shape["type"] == "integer"]
        if not sizes or key == "request":
            return False
        size = self.rng.choice(sizes)
        # Numbers are few among texts: without this they would hardly be drawn.
        if shape["type"] == "string" and self.rng.random() < 0.8:
            return False
        # Long texts and lists are rare, so that a list of requests stays small.
        if shape["type"] not in ("integer", "long") and size > 300 and self.rng.random() < 0.9:
            return False
        match shape["type"], value:
            case "integer" | "long", int():
                container[key] = size
            case "string", str():
                filler = self.rng.choice(["a", "1", "\u00e9", "\U0001f600"])
                container[key] = (value + filler * size)[:size]
            case "list", [first, *_]:
                container[key] = [copy.deepcopy(first) for _ in range(size)]
            case "map", dict():
                container[key] = {f"key{number}": "value" for number in range(size)}
            case _:
                return False
        return True

    def recase(self, container, key, shape) -> bool:
        value = container[key]
        if "enum" not in shape or not isinstance(value, str):
            return False
        container[key] = self.rng.choice([value.lower(), value.upper(), value.capitalize(), value + " ", value + "S", value[:-1]])
        return True

    def disturb(self, container, key, shape) -> bool:
        """Puts a strange sign into a text or a map's key, or takes one out."""
        value = container[key]
        if shape["type"] == "map" and isinstance(value, dict) and value:
            old = self.rng.choice(list(value))
            new = self.rng.choice(["aws:" + old, "", self.disturbed(old)])
            if new in value:
                return False
            value[new] = value.pop(old)
            return True
        if "pattern" not in shape or not isinstance(value, str):
            return False
        container[key] = self.disturbed(value)
        return True

    def disturbed(self, text: str) -> str:
        at = self.rng.choice([0, len(text), self.rng.randint(0, len(text))])
        return text[:at] + self.rng.choice(STRANGE + [""]) + text[at + self.rng.randint(0, 1):]


def entries(count: int, seed: int, is_valid: bool = False):
    """The list of a seed."""
    generator = Generator(seed)
    operations = list(generator.operations)
    for number in range(count):
        # Every operation comes, then pipelines take their larger share.
        is_favourite = number >= len(operations) and generator.rng.random() < 0.4
        operation = generator.rng.choice(FAVOURITES if is_favourite else operations)
        if number < len(operations):
            operation = operations[number]
        request = generator.request(operation)
        for _ in range(0 if is_valid else generator.rng.choice([0, 1, 1, 1, 2, 3])):
            request = generator.mutate(request, operation)
        yield {"operation": operation, "request": request}


def rendered(items, seed: int) -> str:
    """One entry a line; some with escapes for every sign beyond ASCII, some without."""
    rng = random.Random(seed)
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=rng.random() < 0.5) for item in items) + "\n]"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--valid", action="store_true")
    options = parser.parse_args()
    print(rendered(entries(options.count, options.seed, options.valid), options.seed))
