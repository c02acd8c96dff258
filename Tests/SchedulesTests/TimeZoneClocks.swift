// Runs Tools/oracle/zone_clocks.py and reads what it prints.
import Foundation
import OracleSupport
import Testing

@testable import Schedules

struct ZoneClocks {
    struct Zone {
        let name: String
        let firstOffset: Int
        var changes: [ClockChange] = []
        /// Local minutes, and the instants that they are, in seconds since 1970.
        var minutes: [(Int, [Int])] = []
    }

    var release = ""
    var stretches: [ClosedRange<Int>] = []
    var zones: [Zone] = []

    static let isThere = PythonScript.has("tzdata, zoneinfo")

    static func read() throws -> ZoneClocks {
        var clocks = ZoneClocks()
        for line in try PythonScript.lines(of: "zone_clocks.py") {
            let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            if words[0] == "release" {
                clocks.release = words[1]
            } else if words[0] == "zone" {
                clocks.zones.append(Zone(name: words[1], firstOffset: try #require(Int(words[2]))))
            } else {
                clocks.add(words[0], try words.dropFirst().map { try #require(Int($0)) })
            }
        }
        return clocks
    }

    private mutating func add(_ kind: String, _ numbers: [Int]) {
        switch kind {
        case "stretch":
            stretches.append(numbers[0]...numbers[1])
        case "change":
            zones[zones.count - 1].changes.append(
                ClockChange(
                    at: Instant(secondsSince1970: numbers[0]), from: UTCOffset(seconds: numbers[1]),
                    to: UTCOffset(seconds: numbers[2])))
        case "minute":
            zones[zones.count - 1].minutes.append((numbers[0], Array(numbers.dropFirst())))
        default:
            Issue.record("`\(kind)` is no line of zone_clocks.py")
        }
    }
}
