// How the tables of the time zone tests are written down.
import Testing

@testable import Schedules

extension WallTime {
    /// `2027-03-28T02:30`
    static func at(_ text: String) throws -> WallTime {
        let numbers = text.split { "-T:".contains($0) }.map { Int($0) ?? -1 }
        try #require(numbers.count == 5, "\(text)")
        return try #require(
            WallTime(year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4]), "\(text)")
    }
}

extension Instant {
    /// `2027-03-28T01:00Z`
    static func at(_ text: String) throws -> Instant {
        try #require(text.hasSuffix("Z"), "\(text)")
        return Instant(utc: try WallTime.at(String(text.dropLast())))
    }
}

extension TimeZoneRules {
    /// What a POSIX TZ string says, always.
    init?(posix text: String) {
        let bytes = Array(text.utf8)
        guard let rule = ClockRuleReader.read(bytes.span, 0..<bytes.count) else { return nil }
        self.init(recorded: .none, rule: rule)
    }

    /// `2027-03-28T01:00Z +01:00 +02:00`, so many.
    func changes(after instant: Instant, _ count: Int) -> [String] {
        var changes: [String] = []
        var instant = instant
        while changes.count < count, let change = nextChange(after: instant) {
            changes.append("\(change.instant) \(change.before) \(change.after)")
            instant = change.instant
        }
        return changes
    }
}

extension WallTimeOccurrence {
    var text: String {
        switch self {
        case .once(let instant): "\(instant)"
        case .never(let change): "never: \(change.oldTime) \(change.newTime)"
        case .twice(let first, let second, let change): "\(first) \(second): \(change.oldTime) \(change.newTime)"
        }
    }
}
