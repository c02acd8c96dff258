/// What the clocks of a zone show in every year to come: what a POSIX TZ string says.
struct ClockRule: Sendable, Hashable {
    /// Clocks that are moved twice a year.
    struct Daylight: Sendable, Hashable {
        /// Seconds east of UTC.
        let offset: Int
        /// By standard time.
        let start: YearlyMoment
        /// By daylight time.
        let end: YearlyMoment
    }

    /// Seconds east of UTC.
    let standard: Int
    /// Nil where clocks are never moved.
    let daylight: Daylight?

    /// - Parameter instant: seconds since 1970.
    func period(at instant: Int) -> OffsetPeriod {
        guard let daylight else {
            return OffsetPeriod(start: OffsetPeriod.sinceEver, end: OffsetPeriod.forEver, offset: standard)
        }
        var year = CivilCalendar.date(ofDay: (instant + standard).flooredQuotient(86_400)).year
        var changes = changes(daylight, in: year)
        // Moments may lie outside of the year that they are of.
        while instant < changes.first {
            year -= 1
            changes = self.changes(daylight, in: year)
        }
        var next = self.changes(daylight, in: year + 1)
        while instant >= next.first {
            year += 1
            changes = next
            next = self.changes(daylight, in: year + 1)
        }
        return instant < changes.second
            ? OffsetPeriod(
                start: changes.first, end: min(changes.second, next.first), offset: changes.offset)
            : OffsetPeriod(
                start: changes.second, end: next.first, offset: standard + daylight.offset - changes.offset)
    }

    /// A year's two changes in their order, in seconds since 1970, and the offset between them.
    /// The hours of the day, a bit each, in which clocks show a time twice or skip it in some year.
    var movedHours: UInt32 {
        guard let daylight else { return 0 }
        let move = daylight.offset - standard
        return Self.hours(from: daylight.start.time, movedBy: move) | Self.hours(from: daylight.end.time, movedBy: -move)
    }

    /// - Parameter time: seconds after the midnight that begins a day, as the clocks show before they are moved.
    private static func hours(from time: Int, movedBy move: Int) -> UInt32 {
        let first = min(time, time + move).flooredQuotient(3600)
        let last = (max(time, time + move) - 1).flooredQuotient(3600)
        var hours: UInt32 = 0
        var hour = first
        while hour <= last {
            hours |= 1 << UInt32((hour % 24 + 24) % 24)
            hour += 1
        }
        return hours
    }

    private func changes(_ daylight: Daylight, in year: Int) -> (first: Int, second: Int, offset: Int) {
        let start = daylight.start.localSeconds(in: year) - standard
        let end = daylight.end.localSeconds(in: year) - daylight.offset
        return start <= end ? (start, end, daylight.offset) : (end, start, standard)
    }
}
