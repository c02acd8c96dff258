"""Tests of the oracle of time zones (needs tzdata, see requirements.txt): python -m unittest discover Tools/oracle"""
import pathlib
import re
import unittest
import zoneinfo

import tzdata
import zone_clocks

SPRING, AUTUMN = 1_585_443_600, 1_603_587_600
BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")


class ZoneClockTests(unittest.TestCase):
    def test_finds_changes_to_the_second(self):
        year = zone_clocks.seconds(2020), zone_clocks.seconds(2021)
        expected = [(SPRING, 3_600, 7_200), (AUTUMN, 7_200, 3_600)]
        self.assertEqual(list(zone_clocks.changes(BERLIN, *year, zone_clocks.DAY)), expected)
        self.assertEqual(list(zone_clocks.changes(BERLIN, SPRING, AUTUMN, 1_000_000_000)), expected[1:])

    def test_tells_gaps_and_overlaps(self):
        def found(instant, offset):
            return zone_clocks.instants(BERLIN, (instant + offset) // 60)
        self.assertEqual(found(SPRING - 60, 3_600), [SPRING - 60])
        self.assertEqual(found(SPRING, 3_600), [])
        self.assertEqual(found(SPRING, 7_200), [SPRING])
        self.assertEqual(found(AUTUMN, 3_600), [AUTUMN - 3_600, AUTUMN])
        self.assertEqual(found(AUTUMN, 7_200), [AUTUMN + 3_600])

    def test_has_the_tzdata_that_is_compiled_in(self):
        pinned = (pathlib.Path(__file__).parent.parent / "facts/requirements.txt").read_text(encoding="utf-8")
        self.assertEqual(re.search("tzdata==(.+)", pinned)[1], tzdata.__version__)


if __name__ == "__main__":
    unittest.main()
