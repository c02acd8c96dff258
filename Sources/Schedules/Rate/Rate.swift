/// A rate expression: every so many minutes, hours or days, counted from when the schedule was made.
public struct Rate: Sendable, Hashable {
    public enum Unit: Sendable, Hashable, CaseIterable {
        case minute, hour, day

        /// The unit's length in minutes.
        public var minutes: Int {
            switch self {
            case .minute: 1
            case .hour: 60
            case .day: 24 * 60
            }
        }

        func word(for value: Int) -> String {
            switch self {
            case .minute: value == 1 ? "minute" : "minutes"
            case .hour: value == 1 ? "hour" : "hours"
            case .day: value == 1 ? "day" : "days"
            }
        }
    }

    /// 1...2,147,483,647.
    public let value: Int
    public let unit: Unit

    /// The time between two runs, in minutes.
    public var minutes: Int { value * unit.minutes }
}
