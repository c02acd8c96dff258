// Compares every time zone with Python's zoneinfo and the same release of tzdata.
import Foundation
import Testing

@testable import Schedules

@Suite("Time zones agree with Python's zoneinfo")
struct TimeZoneOracleTests {
    @Test(
        "at every change of 20 years and more, in every zone",
        .enabled(if: ZoneClocks.isThere, "there is no Python with tzdata in .venv or at IMAGEBUILDER_LINT_PYTHON"))
    func agreesEverywhere() throws {
        let clocks = try ZoneClocks.read()
        try #require(clocks.release == TimeZoneRules.release, "Python has another release of tzdata: set up .venv anew")
        #expect(clocks.zones.map(\.name) == TimeZoneRules.names)
        var compared = 0
        for zone in clocks.zones {
            let rules = try #require(TimeZoneRules(named: zone.name), "\(zone.name)")
            #expect(rules.offset(at: Instant(secondsSince1970: 0)).seconds == zone.firstOffset, "\(zone.name)")
            #expect(rules.changes(clocks.stretches) == zone.changes, "\(zone.name)")
            #expect(disagreements(rules, zone) == [], "\(zone.name)")
            compared += zone.changes.count
        }
        #expect(compared > 37_000)
    }

    private func disagreements(_ rules: TimeZoneRules, _ zone: ZoneClocks.Zone) -> [String] {
        var found: [String] = []
        for change in zone.changes {
            for (distance, offset) in [(-60, change.before), (-1, change.before), (0, change.after), (60, change.after)] {
                let instant = Instant(secondsSince1970: change.instant.secondsSince1970 + distance)
                if rules.offset(at: instant) != offset { found.append("the offset at \(instant)") }
            }
        }
        for (minute, instants) in zone.minutes {
            let time = WallTime(minutesSince1970: minute)
            let occurrence = rules.occurrence(of: time)
            if occurrence.instants.map(\.secondsSince1970) != instants { found.append("when it is \(time)") }
            if let change = occurrence.change, !zone.changes.contains(change) { found.append("why it is not once \(time)") }
        }
        return found
    }
}

extension TimeZoneRules {
    /// The changes within stretches of time, in seconds since 1970: after the first, up to the last.
    fileprivate func changes(_ stretches: [ClosedRange<Int>]) -> [ClockChange] {
        var changes: [ClockChange] = []
        for stretch in stretches {
            var instant = Instant(secondsSince1970: stretch.lowerBound)
            while let change = nextChange(after: instant), change.instant.secondsSince1970 <= stretch.upperBound {
                changes.append(change)
                instant = change.instant
            }
        }
        return changes
    }
}

extension WallTimeOccurrence {
    fileprivate var instants: [Instant] {
        switch self {
        case .once(let instant): [instant]
        case .never: []
        case .twice(let first, let second, _): [first, second]
        }
    }

    fileprivate var change: ClockChange? {
        switch self {
        case .once: nil
        case .never(let change), .twice(_, _, let change): change
        }
    }
}
