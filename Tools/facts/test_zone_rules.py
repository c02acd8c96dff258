"""Checks how ZoneData.swift is written, and that the file makes sense. Needs no package and no network."""
import pathlib
import struct
import unittest

import tzif
import zone_rules

ROOT = pathlib.Path(__file__).resolve().parents[2]


def compiled(changes, offsets, footer):
    """A TZif file: changes are times with the index of an offset."""
    def block(time):
        head = struct.pack(">4sc15x6L", b"TZif", b"2", 0, 0, 0, len(changes), len(offsets), 4)
        times = b"".join(struct.pack(">" + time, moment) for moment, _ in changes)
        kinds = bytes(kind for _, kind in changes)
        types = b"".join(struct.pack(">lbB", offset, 0, 0) for offset in offsets)
        return head + times + kinds + types + b"LMT\0"
    return block("l") + block("q") + b"\n" + footer.encode() + b"\n"


def number(text):
    value = 0
    for digit in text:
        value = value * 64 + ord(digit) - 0x30
    return value


def decoded(line):
    """The footer and the changes of a history's line."""
    footer, rest = line.split("|")
    count, records = number(rest[:2]), rest[2:]
    changes = [records[at:at + 9] for at in range(0, len(records), 9)]
    assert len(changes) == count
    return footer, [(number(change[:6]) + zone_rules.START, number(change[6:]) - 2 ** 17) for change in changes]


class TZifTests(unittest.TestCase):
    def test_reads_the_64_bit_block(self):
        data = compiled([(-5, 1), (7, 0)], [-3_600, 5_400], "<+01>-1")
        self.assertEqual(tzif.parse(data), tzif.Zone(-3_600, ((-5, 5_400), (7, -3_600)), "<+01>-1"))

    def test_refuses_what_is_no_zone(self):
        with self.assertRaises(ValueError):
            tzif.parse(bytes(100))


class HistoryTests(unittest.TestCase):
    def test_digits_go_from_the_largest(self):
        self.assertEqual(zone_rules.digits(0, 3), "000")
        self.assertEqual(zone_rules.digits(64 ** 3 - 1, 3), "ooo")
        self.assertEqual(number(zone_rules.digits(123_456, 3)), 123_456)
        with self.assertRaises(ValueError):
            zone_rules.digits(64, 1)
        with self.assertRaises(ValueError):
            zone_rules.digits(-1, 1)

    def test_a_zone_without_changes_is_its_footer(self):
        self.assertEqual(zone_rules.history(tzif.Zone(3_600, (), "CET-1")), "CET-1|00")
        self.assertEqual(zone_rules.history(tzif.Zone(900, ((-10**9, 3_600),), "CET-1")), "CET-1|00")

    def test_the_first_change_is_the_offset_at_the_start(self):
        zone = tzif.Zone(900, ((-10**9, 3_600), (100, 7_200)), "EET-2")
        self.assertEqual(decoded(zone_rules.history(zone)), ("EET-2", [(zone_rules.START, 3_600), (100, 7_200)]))

    def test_changes_of_nothing_are_left_out_but_for_the_last(self):
        zone = tzif.Zone(900, ((100, 900), (200, 0), (300, 0)), "GMT0")
        self.assertEqual(decoded(zone_rules.history(zone))[1], [(zone_rules.START, 900), (200, 0), (300, 0)])

    def test_keeps_seconds(self):
        zone = tzif.Zone(-2_670, ((63_593_070, 0),), "GMT0")
        self.assertEqual(decoded(zone_rules.history(zone))[1], [(zone_rules.START, -2_670), (63_593_070, 0)])


class FileTests(unittest.TestCase):
    def setUp(self):
        texts = (ROOT / zone_rules.FILE).read_text(encoding="ascii").split('#"""')
        self.directory, self.histories = (
            [line.strip() for line in text.split('"""#')[0].strip().splitlines()] for text in texts[1:])

    def test_names_are_those_of_the_table_in_order(self):
        table = (ROOT / "rules/model/zones.tsv").read_text(encoding="utf-8").splitlines()
        self.assertEqual([line.split("=")[0] for line in self.directory], [line.split("\t")[0] for line in table[1:]])
        release = table[0].removeprefix("# tzdata ")
        self.assertIn(f'"{release}"', (ROOT / zone_rules.FILE).read_text(encoding="ascii"))

    def test_positions_lead_to_histories_and_reach_all(self):
        starts, at = set(), 0
        for line in self.histories:
            starts.add(at)
            at += len(line) + 1
        self.assertEqual({number(line.split("=", 1)[1]) for line in self.directory}, starts)

    def test_histories_begin_where_the_time_begins_and_go_on(self):
        for line in self.histories:
            footer, changes = decoded(line)
            self.assertRegex(footer, "^[<A-Z]")
            times = [moment for moment, _ in changes]
            self.assertEqual(times, sorted(set(times)))
            self.assertTrue(all(abs(offset) < 16 * 3_600 for _, offset in changes))
            if times:
                self.assertEqual(times[0], zone_rules.START)
                self.assertGreater(len(times), 1)


if __name__ == "__main__":
    unittest.main()
