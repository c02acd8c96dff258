/// The names of months and weekdays, by their numbers in an expression.
enum EnglishNames {
    static func month(_ number: Int) -> String { months[number - 1] }

    /// - Parameter number: 1 is Sunday.
    static func weekday(_ number: Int) -> String { weekdays[number - 1] }

    /// `SUN`
    static func shortWeekday(_ number: Int) -> String { weekday(number).prefix(3).uppercased() }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}

extension WallTime {
    /// The weekday's English name: `Monday`.
    public var weekdayName: String {
        EnglishNames.weekday(CivilCalendar.weekday(ofDay: dayNumber) + 1)
    }
}
