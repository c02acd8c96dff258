"""Writes zone-abbreviations.tsv: abbreviations such as PST that are no time zone names, and the zones that they may mean.

How it is derived: a compiled zone of tzdata ends in a POSIX rule that says what holds from now on, such as
`PST8PDT,M3.2.0,M11.1.0`; its letters are the abbreviations in use there. Zones with the same rule count as one, which the
most populous of them stands for; an abbreviation with several rules keeps a zone of each, most populous first. An
abbreviation that tzdata also has as a name (EST, CET) is left out.

Usage: abbreviations.py TZDATA_FOLDER OUTPUT_FOLDER, with the unpacked wheel of a pinned tzdata version.
"""
import pathlib
import re
import sys

import tzif
from zones import table, zones

# tzdata does not know how many people live in a zone, so this order is kept by hand; zones that are missing come last, by name.
POPULOUS = """
Asia/Kolkata Asia/Shanghai Asia/Karachi Africa/Lagos Africa/Maputo America/New_York Africa/Nairobi Asia/Tokyo Asia/Manila
Europe/Berlin Africa/Cairo Europe/Moscow America/Chicago America/Mexico_City Asia/Jakarta Europe/London Africa/Johannesburg
Europe/Kyiv America/Los_Angeles Asia/Seoul America/Denver Asia/Makassar Australia/Sydney Europe/Lisbon Asia/Jerusalem
America/Santo_Domingo America/Havana Asia/Hong_Kong Australia/Brisbane Asia/Beirut Europe/Dublin Asia/Gaza Pacific/Auckland
Australia/Perth America/Halifax Australia/Adelaide
""".split()


def abbreviations(tzdata: pathlib.Path) -> dict[str, str]:
    """Every abbreviation with its zones, joined by a comma and a space."""
    names = zones(tzdata)[1]
    order = {zone: place for place, zone in enumerate(POPULOUS)}
    canonical = sorted(
        (zone for zone, target in names.items() if target == "="),
        key=lambda zone: (order.get(zone, len(order)), zone),
    )
    taken = {name.upper() for name in names}
    candidates: dict[str, dict[str, str]] = {}
    for zone in canonical:
        footer = tzif.read(tzdata, zone).footer
        for abbreviation in re.findall("[A-Za-z]{3,}", footer.split(",")[0].split("<")[0]):
            if abbreviation.upper() not in taken:
                candidates.setdefault(abbreviation.upper(), {}).setdefault(footer, zone)
    return {abbreviation: ", ".join(rules.values()) for abbreviation, rules in candidates.items()}


def write(tzdata: pathlib.Path, output: pathlib.Path) -> None:
    """Writes the table."""
    head = f"tzdata {zones(tzdata)[0]}"
    (output / "zone-abbreviations.tsv").write_text(table(head, abbreviations(tzdata)), encoding="utf-8")


if __name__ == "__main__":
    write(*(pathlib.Path(argument) for argument in sys.argv[1:3]))
