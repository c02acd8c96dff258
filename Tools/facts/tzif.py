"""Reads a compiled time zone (TZif, RFC 9636) as the package tzdata carries it."""
import dataclasses
import pathlib
import struct


@dataclasses.dataclass(frozen=True)
class Zone:
    """Offsets are seconds east of UTC, times seconds since 1970."""
    first_offset: int
    """Before the first change."""
    changes: tuple[tuple[int, int], ...]
    """When the type of local time changes, and the offset from then on; it may be the one from before."""
    footer: str
    """What holds after the last change, as a POSIX TZ string."""


def parse(data: bytes) -> Zone:
    """Reads the 64-bit block of a file of version 2 or later."""
    after_first_block, _ = block(data, 0, "l")
    end, (first_offset, changes) = block(data, after_first_block, "q")
    return Zone(first_offset, changes, data[end:].strip(b"\n").decode("ascii"))


def block(data: bytes, start: int, time: str) -> tuple[int, tuple[int, tuple[tuple[int, int], ...]]]:
    """Where a block ends, its first offset, and its changes."""
    magic, version, *counts = struct.unpack_from(">4sc15x6L", data, start)
    if magic != b"TZif" or version < b"2":
        raise ValueError("this is no TZif file with 64-bit times")
    utc_flags, standard_flags, leaps, times, types, letters = counts
    at = start + 44
    moments = struct.unpack_from(f">{times}{time}", data, at)
    at += times * struct.calcsize(">" + time)
    kinds = data[at:at + times]
    at += times
    offsets = [struct.unpack_from(">l", data, at + 6 * kind)[0] for kind in range(types)]
    at += 6 * types + letters + leaps * (struct.calcsize(">" + time) + 4) + standard_flags + utc_flags
    return at, (offsets[0], tuple((moment, offsets[kind]) for moment, kind in zip(moments, kinds)))


def read(tzdata: pathlib.Path, name: str) -> Zone:
    """A zone of an unpacked tzdata wheel."""
    return parse((tzdata / "tzdata/zoneinfo" / name).read_bytes())
