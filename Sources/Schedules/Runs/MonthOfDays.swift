/// One month of one year: how long it is, and on which weekday it begins.
struct MonthOfDays {
    let firstDayNumber: Int
    let length: Int
    /// 0 is Sunday.
    let firstWeekday: Int

    init(year: Int, month: Int) {
        firstDayNumber = CivilCalendar.dayNumber(year: year, month: month, day: 1)
        length = CivilCalendar.length(ofMonth: month, year: year)
        firstWeekday = CivilCalendar.weekday(ofDay: firstDayNumber)
    }

    /// Bits 1...length.
    var allDays: UInt32 { (UInt32.max >> UInt32(31 - length)) & ~1 }

    /// The weekday nearest to a day, in the same month.
    func nearestWeekday(to day: Int) -> Int {
        switch (firstWeekday + day - 1) % 7 {
        case 6: day == 1 ? 3 : day - 1
        case 0: day == length ? day - 2 : day + 1
        default: day
        }
    }
}

extension DayRule {
    /// The days of a month that the rule names: bits 1...31.
    func days(in month: MonthOfDays) -> UInt32 {
        switch self {
        case .month(let rule): rule.days(in: month)
        case .week(let rule): rule.days(in: month)
        }
    }
}

extension MonthDays {
    func days(in month: MonthOfDays) -> UInt32 {
        var result = days & month.allDays
        if nearestWeekdays | beforeLast | nearestBeforeLast == 0 { return result }
        for day in Bits(nearestWeekdays & month.allDays) {
            result |= 1 << UInt32(month.nearestWeekday(to: day))
        }
        for offset in Bits(beforeLast) where offset < month.length {
            result |= 1 << UInt32(month.length - offset)
        }
        for offset in Bits(nearestBeforeLast) where offset < month.length {
            result |= 1 << UInt32(month.nearestWeekday(to: month.length - offset))
        }
        return result
    }
}

extension WeekDays {
    func days(in month: MonthOfDays) -> UInt32 {
        // Bit 0 becomes the weekday of the month's first day; then the week is repeated.
        let week = weekdays >> 1
        let first = UInt32(month.firstWeekday)
        let turned = (week >> first | week << (7 - first)) & 0x7F
        let repeated = UInt64(turned) * (1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28)
        let all = UInt32(truncatingIfNeeded: repeated << 1) & month.allDays
        switch occurrence {
        case .every: return all
        case .nth(let number): return all & UInt32(truncatingIfNeeded: UInt64(0xFE) << UInt64(7 * (number - 1)))
        case .last: return all & (UInt32.max << UInt32(month.length - 6))
        }
    }
}

/// The numbers of the bits that are set, from the lowest.
struct Bits: Sequence, IteratorProtocol {
    private var rest: UInt32

    init(_ bits: UInt32) {
        rest = bits
    }

    mutating func next() -> Int? {
        guard rest != 0 else { return nil }
        defer { rest &= rest - 1 }
        return rest.trailingZeroBitCount
    }
}
