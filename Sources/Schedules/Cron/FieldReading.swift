/// What was read of one field.
struct FieldReading {
    var values = ValueSet()
    /// The extras of Day: `15W`, `L-3` and `L-3W`, as in `MonthDays`.
    var nearestWeekdays: UInt32 = 0
    var beforeLast: UInt32 = 0
    var nearestBeforeLast: UInt32 = 0
    /// The extra of Day of week.
    var occurrence = WeekDays.Occurrence.every
    /// The field is `?`.
    var isOpen = false
    /// The field is `*`.
    var isStar = false
    /// The field holds a `?` where none may be, so that nothing can be said of which day field is open.
    var hasMisplacedOpen = false
    /// Day of week: a bare `L`, any `L`, any `#`.
    var hasBareLast = false
    var hasLast = false
    var hasNth = false
}
