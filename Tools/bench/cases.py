"""The rows of the table: what runs on which workload, and how fast this linter has to be beside whom."""
import dataclasses
from collections.abc import Callable

import measuring
from measuring import Measured
from peers import OURS, Bench, Command
from workloads import Workload, Workshop

FASTEST_PEER = "the fastest peer"

# The gates that CI holds, in the one place that says so. A gate is fit for it where both sides run long enough, or often
# enough, that the median of the ratios within a round stays put on a busy machine, and where the peer is quick to run.
#
# - stream/rate is about a machine and not about the program: for orientation, never held.
HELD_IN_CI = {
    "one/true", "one/ruff", "one/check-jsonschema", "one/jsonschema-rs",
    "files/fastest", "template/cfn-lint",
}


@dataclasses.dataclass(frozen=True)
class Gate:
    """How something of this linter's stands beside something else; `target` is what is aimed at, `limit` fails."""
    key: str
    ours: str  # a command's name
    against: str  # a command's name, FASTEST_PEER, or empty where the figure stands alone
    quantity: str  # a key of QUANTITIES
    target: float
    limit: float

    def value(self, results: list[Measured]) -> float | None:
        """None where one of the two was not measured, or is wrong about its workload."""
        counting = {result.command.name: result for result in results if not result.problem}
        ours = counting.get(self.ours)
        if self.against == FASTEST_PEER:
            peers = [result for result in counting.values() if result.command.kind == "peer"]
            other = min(peers, key=lambda result: result.median("wall"), default=None)
        else:
            other = counting.get(self.against)
        if ours is None or (self.against and other is None):
            return None
        return QUANTITIES[self.quantity].value(ours, other)

    def is_within(self, value: float, bound: float) -> bool:
        return value >= bound if QUANTITIES[self.quantity].more_is_better else value <= bound


@dataclasses.dataclass(frozen=True)
class Quantity:
    """What a gate compares, and how it is written."""
    value: Callable[[Measured, Measured | None], float]
    more_is_better: bool
    pattern: str


QUANTITIES = {
    "time": Quantity(lambda ours, other: measuring.ratio(ours, other), False, "{}x its time"),
    "time beside its own clock": Quantity(lambda ours, other: measuring.ratio(ours, other, own_clock=True), False, "{}x its time"),
    "speed": Quantity(lambda ours, other: measuring.ratio(other, ours), True, "{}x faster"),
    "rate": Quantity(lambda ours, _: ours.size / ours.median("wall") / 1e6, True, "{} GB/s"),
    "peak": Quantity(lambda ours, _: ours.spread("peak")[1], False, "{} MiB"),
}


@dataclasses.dataclass(frozen=True)
class Case:
    """Commands side by side on one workload."""
    key: str
    title: str
    work: Callable[[Workshop], Workload]
    commands: Callable[[Bench], list[Command]]
    gates: list[Gate]
    rounds: int
    # Each command has to be right about this one as well, untimed.
    also: Callable[[Workshop], Workload] | None = None
    # Whether this linter reads the workload at all.
    is_read: Callable[[Bench], bool] = lambda _: True

    def needed(self, gates: list[Gate], bench: Bench) -> list[Command]:
        """What these gates compare."""
        names = {name for gate in gates for name in (gate.ours, gate.against)}
        return [command for command in self.commands(bench)
                if command.name in names or (command.kind == "peer" and FASTEST_PEER in names)]


ONE_CORE = f"{OURS} --jobs 1"
TWO_CORES = f"{OURS} --jobs 2"

CASES = [
    Case(
        "one", "One request", lambda shop: shop.one_request(),
        lambda bench: [
            bench.true(), bench.ours(), bench.ruff(), bench.sourcemeta(), bench.jsonschema_rs(), bench.fastjsonschema(),
            bench.botocore(), bench.check_jsonschema(),
        ],
        [
            Gate("one/true", OURS, "/bin/true", "time", 2.5, 3.5),
            Gate("one/ruff", OURS, "ruff", "time", 0.30, 0.40),
            Gate("one/check-jsonschema", OURS, "check-jsonschema", "time", 0.03, 0.05),
            Gate("one/jsonschema-rs", OURS, "jsonschema-rs + orjson", "time", 0.03, 0.05),
        ], rounds=41, also=lambda shop: shop.one_bad_request()),
    Case(
        "files", "2,000 files, one in ten with mistakes", lambda shop: shop.files(),
        lambda bench: [
            bench.read(), bench.ours(), bench.ours("--jobs", "1"), bench.sourcemeta(), bench.sourcemeta("--fast"),
            bench.jsonschema_rs(), bench.fastjsonschema(), bench.botocore(), bench.check_jsonschema(),
        ],
        [
            Gate("files/read", OURS, "open, read, close (C)", "time", 2.2, 3),
            Gate("files/fastest", OURS, FASTEST_PEER, "time", 0.45, 0.6),
        ], rounds=21),
    Case(
        "stream", "100,000 requests as NDJSON, one in ten with mistakes", lambda shop: shop.stream(),
        lambda bench: [
            bench.read(), bench.simdjson(), bench.ours("--jobs", "1"), bench.ours("--jobs", "2"), bench.jsonschema_rs(),
            bench.jsonschema_rs_first(), bench.fastjsonschema(), bench.sourcemeta("--fast"), bench.botocore(),
        ],
        [
            Gate("stream/jsonschema-rs", ONE_CORE, "jsonschema-rs + orjson", "speed", 7, 5),
            Gate("stream/botocore", ONE_CORE, "botocore ParamValidator", "speed", 40, 25),
            Gate("stream/simdjson", ONE_CORE, "simdjson, parse and walk", "time beside its own clock", 2.0, 2.6),
            Gate("stream/rate", ONE_CORE, "", "rate", 1.25, 0.95),
            Gate("stream/two-cores", TWO_CORES, ONE_CORE, "speed", 1.8, 1.6),
            Gate("stream/memory", ONE_CORE, "", "peak", 16, 24),
        ], rounds=7, is_read=lambda bench: bench.reads_streams()),
    Case(
        "template", "A CloudFormation template of 200 pipelines and their recipes, YAML", lambda shop: shop.template(),
        lambda bench: [bench.libyaml(), bench.ours(), bench.cfn_lint(), bench.cloudformation_validate()],
        [
            Gate("template/libyaml", OURS, "libyaml, events", "time", 2, 3),
            Gate("template/cfn-lint", OURS, "cfn-lint", "time", 0.005, 0.01),
        ], rounds=21, also=lambda shop: shop.bad_template()),
]
