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
    private func changes(_ daylight: Daylight, in year: Int) -> (first: Int, second: Int, offset: Int) {
        let start = daylight.start.localSeconds(in: year) - standard
        let end = daylight.end.localSeconds(in: year) - daylight.offset
        return start <= end ? (start, end, daylight.offset) : (end, start, standard)
    }
}
