/// The six fields of a cron expression, in their order.
enum CronField: Int, Sendable, Hashable, CaseIterable {
    case minute, hour, day, month, weekday, year

    /// What the field is called in messages; the names are those of AWS's page.
    var title: String {
        switch self {
        case .minute: "Minute"
        case .hour: "Hour"
        case .day: "Day"
        case .month: "Month"
        case .weekday: "Day of week"
        case .year: "Year"
        }
    }

    /// The numbers that the field takes. In `weekday`, 1 is Sunday.
    var values: ClosedRange<Int> {
        switch self {
        case .minute: 0...59
        case .hour: 0...23
        case .day: 1...31
        case .month: 1...12
        case .weekday: 1...7
        case .year: 1970...2199
        }
    }

    /// The values in words, for messages.
    var allowed: String {
        switch self {
        case .minute, .hour, .day, .year: "\(values.lowerBound)-\(values.upperBound)"
        case .month: "1-12 or jan-dec"
        case .weekday: "1-7 (1 is Sunday) or sun-sat"
        }
    }

    /// The wildcards that AWS's page lists for the field.
    var wildcards: String {
        switch self {
        case .minute, .hour, .month, .year: "`,` `-` `*` `/`"
        case .day: "`,` `-` `*` `?` `/` `L` `W`"
        case .weekday: "`,` `-` `*` `?` `L` `#`"
        }
    }

    /// The largest step that reaches a second value, as Quartz counts it.
    var largestStep: Int {
        switch self {
        case .minute: 59
        case .hour: 23
        case .day: 31
        case .month: 12
        case .weekday: 7
        case .year: 229
        }
    }

    /// The number that bit 0 of the field's `ValueSet` stands for.
    var origin: Int { self == .year ? 1970 : 0 }

    /// The three-letter names of the field's values, in their order, the first being 1.
    private var names: StaticString {
        switch self {
        case .month: "janfebmaraprmayjunjulaugsepoctnovdec"
        case .weekday: "sunmontuewedthufrisat"
        case .minute, .hour, .day, .year: ""
        }
    }

    /// The number of a three-letter name, in any case.
    func value(named name: Range<Int>, in text: borrowing Span<UInt8>) -> Int? {
        guard name.count == 3 else { return nil }
        let names = names
        let first = text[name.lowerBound].lowercased
        let second = text[name.lowerBound + 1].lowercased
        let third = text[name.lowerBound + 2].lowercased
        for number in 0..<names.utf8CodeUnitCount / 3 {
            let start = names.utf8Start + number * 3
            if start[0] == first && start[1] == second && start[2] == third { return number + 1 }
        }
        return nil
    }
}
