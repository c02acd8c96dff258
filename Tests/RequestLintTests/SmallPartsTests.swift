// Spelling, numbers, days, desks and blobs.
@testable import RequestLint
import Testing

@Suite struct SpellingTests {
    @Test(arguments: [
        ("scheduel", "schedule"), ("shedule", "schedule"), ("schedule", "schedule"), ("Schedule", "schedule"), ("schedules", "schedule"),
        ("nane", "name"), ("nme", "name"), ("mane", nil), ("xyz", nil), ("", nil), ("totally-different", nil),
        ("GroupName", "logGroupName"), ("up", nil),
    ] as [(String, String?)])
    func `the nearest name`(name: String, nearest: String?) {
        #expect(Spelling.nearest(to: name, among: ["name", "schedule", "logGroupName", "description"]) == nearest)
    }

    @Test func `distances count swaps as one, and end at the limit`() {
        func distance(_ left: String, _ right: String, limit: Int = 9) -> Int {
            Spelling.distance(left, right, limit: limit)
        }
        #expect(distance("", "") == 0)
        #expect(distance("", "abc") == 3 && distance("abc", "") == 3)
        #expect(distance("abc", "acb") == 1)
        #expect(distance("abcd", "badc") == 2)
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("kitten", "sitting", limit: 2) == 3)
        #expect(distance("aaaaaaaa", "bbbbbbbb", limit: 3) == 4)
    }

    @Test func `long names are not compared`() {
        #expect(Spelling.nearest(to: String(repeating: "a", count: 300), among: [String(repeating: "a", count: 300)]) == nil)
    }
}

@Suite struct IntegerTextTests {
    @Test(arguments: [
        ("0", 0), ("12", 12), ("-12", -12), ("+7", 7), ("1_000", 1000), ("012", 12), ("0x1F", 31), ("-0x1f", -31), ("0o17", 15),
        ("0b101", 5), ("-0b11", -3), ("0b_1", 1), ("9223372036854775807", .max), ("9223372036854775808", .max), ("-9223372036854775808", .min),
        ("-9223372036854775809", .min), ("123456789012345678901234567890", .max), ("-123456789012345678901234567890", .min),
    ] as [(String, Int64)])
    func `numbers are read`(text: String, value: Int64) {
        let bytes = Array(text.utf8)
        let found = IntegerText.value(bytes.span)
        #expect(found == value)
    }
}

@Suite struct DayTests {
    @Test func `days that exist`() {
        #expect(Day(year: 2024, month: 2, day: 29) != nil)
        #expect(Day(year: 2026, month: 2, day: 29) == nil)
        #expect(Day(year: 1900, month: 2, day: 29) == nil && Day(year: 2000, month: 2, day: 29) != nil)
        #expect(Day(year: 2026, month: 13, day: 1) == nil && Day(year: 2026, month: 0, day: 1) == nil)
        #expect(Day(year: 2026, month: 4, day: 31) == nil && Day(year: 2026, month: 4, day: 0) == nil)
        #expect(Day(year: 0, month: 1, day: 1) == nil && Day(year: 10_000, month: 1, day: 1) == nil)
    }
}

@Suite struct DeskPoolTests {
    /// Lends desks one inside the other.
    private func nest(_ count: Int, in pool: DeskPool, _ registry: Registry) -> [ObjectIdentifier] {
        guard count > 0, let today = Toy.today else { return [] }
        return pool.withDesk(of: registry, today: today) { [ObjectIdentifier($0.arena)] + nest(count - 1, in: pool, registry) }
    }

    @Test func `no desk is lent to two, and those who gave one back are served from the same`() throws {
        let bytes = try RegistryCompiler.compile(Toy.sources(), checks: CheckList([]))
        let registry = Registry(try #require(Blob(bytes)), checks: CheckList([]))
        let pool = DeskPool()
        let first = nest(3, in: pool, registry)
        #expect(Set(first).count == 3)
        #expect(nest(3, in: pool, registry) == first)
        // More than there are seats: the others get desks of their own, which are not kept.
        #expect(Set(nest(70, in: pool, registry)).count == 70)
        #expect(Array(nest(70, in: pool, registry).prefix(3)) == first)
    }
}

@Suite struct BlobTests {
    private let bytes = (try? RegistryCompiler.compile(Toy.sources(), checks: CheckList([]))) ?? []

    @Test func `a compiled registry is read back`() throws {
        let registry = Registry(try #require(Blob(bytes)), checks: CheckList([]))
        #expect(registry.rules.count == ShapeProblem.allCases.count)
        #expect((0..<registry.operations.count).map { registry.text.string(registry.operations[$0].name) } == ["DropThing", "MakeThing"])
        #expect(registry.fact("model") == "toy 1.0")
    }

    @Test func `junk is refused`() {
        #expect(Blob([]) == nil)
        #expect(Blob([UInt8](repeating: 0, count: 4096)) == nil)
        #expect(Blob(Array("not a blob, but long enough to have a head".utf8)) == nil)
        for count in [1, 15, 16, 40, 100, bytes.count / 2, bytes.count - 1] { #expect(Blob(Array(bytes.prefix(count))) == nil, "\(count)") }
    }

    @Test func `another version is refused`() {
        var other = bytes
        other[4] &+= 1
        #expect(Blob(other) == nil)
    }

    @Test func `a section outside the bytes is refused`() {
        // The section table follows the 16 bytes of the head: an offset and a size each.
        for section in Section.allCases {
            for place in [0, 4] {
                var other = bytes
                let entry = 16 + section.rawValue * 8 + place
                other[entry + 3] = 0x7F
                #expect(Blob(other) == nil, "\(section)")
            }
        }
    }

    @Test func `the same sources give the same bytes`() throws {
        #expect(try RegistryCompiler.compile(Toy.sources().reversed(), checks: CheckList([])) == bytes)
    }
}
