"""Prints what Python's zoneinfo says of the clocks of every time zone, for the tests of the module Schedules.

Usage: zone_clocks.py [ZONE...], with PyPI's package tzdata (the release that Tools/facts/requirements.txt pins).

    release 2026f
    stretch 0 1577836800                               where changes are looked for: after the first, up to the second
    zone Europe/Berlin 3600                            name, offset (seconds east of UTC) at the beginning of 1970
    change 1585443600 3600 7200                        when, and the offsets before and after
    minute 26424119 1585443540                         a local minute (since 1970), and the instants (seconds) that it is:
    minute 26424120                                    none, one or two

The changes are found by looking at the clocks, not in the files: once a day, and then by halving.
"""
import datetime
import importlib.resources
import sys
import zoneinfo

import tzdata

DAY = 86_400
EPOCH = datetime.datetime(1970, 1, 1)
UTC = datetime.timezone.utc


def seconds(year: int) -> int:
    return int((datetime.datetime(year, 1, 1) - EPOCH).total_seconds())


# Every day up to 2040, and then those of a year in ten, and of the last year. The clocks of a zone move at most on a few
# days in a year, so that before 2020 it is enough to look at every third day.
STRETCHES = [(seconds(1970), seconds(2020), 3 * DAY), (seconds(2020), seconds(2041), DAY)]
STRETCHES += [(seconds(year), seconds(year + 1), DAY) for year in [*range(2050, 2200, 10), 2199]]


def offset(zone: zoneinfo.ZoneInfo, instant: int) -> int:
    time = datetime.datetime.fromtimestamp(instant, zone)
    return round(time.utcoffset().total_seconds())


def changes(zone: zoneinfo.ZoneInfo, start: int, end: int, step: int):
    """Every change with the offsets before and after."""
    before = offset(zone, start)
    last = start
    for instant in [*range(start + step, end, step), end]:
        after = offset(zone, instant)
        if after != before:
            low, high = last, instant
            while high - low > 1:
                middle = (low + high) // 2
                if offset(zone, middle) == before:
                    low = middle
                else:
                    high = middle
            yield high, before, after
            before = after
        last = instant


def instants(zone: zoneinfo.ZoneInfo, minute: int) -> list[int]:
    """When a clock shows a local minute: Python's `fold` tells two occurrences apart; a time that does not occur does not
    come back from UTC as it was."""
    local = EPOCH + datetime.timedelta(minutes=minute)
    found = set()
    for fold in (0, 1):
        instant = local.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if instant.astimezone(zone).replace(tzinfo=None) == local:
            found.add(round((instant.replace(tzinfo=None) - EPOCH).total_seconds()))
    return sorted(found)


def minutes(change: tuple[int, int, int]) -> list[int]:
    """The local minutes on both sides of both edges of a gap or an overlap, and one in its middle."""
    instant, before, after = change
    edges = [(instant + before) // 60, (instant + after) // 60]
    return sorted({edge + side for edge in edges for side in (-1, 0, 1)} | {sum(edges) // 2})


def describe(name: str) -> list[str]:
    """The lines of a zone, but for its name."""
    zone = zoneinfo.ZoneInfo(name)
    lines = [str(offset(zone, 0))]
    for start, end, step in STRETCHES:
        for change in changes(zone, start, end, step):
            lines.append(" ".join(map(str, ("change", *change))))
            for minute in minutes(change) if start >= seconds(2020) else []:
                lines.append(" ".join(map(str, ("minute", minute, *instants(zone, minute)))))
    return lines


def main() -> None:
    zoneinfo.reset_tzpath([])  # The package, and not the system's files.
    print("release", tzdata.IANA_VERSION)
    for start, end, _ in STRETCHES:
        print("stretch", start, end)
    described: dict[bytes, list[str]] = {}
    for name in sys.argv[1:] or sorted(zoneinfo.available_timezones()):
        # Links have the same file as their zone.
        data = importlib.resources.files("tzdata.zoneinfo").joinpath(*name.split("/")).read_bytes()
        if data not in described:
            described[data] = describe(name)
        print("zone", name, "\n".join(described[data]))


if __name__ == "__main__":
    main()
