@testable import Schedules

/// How the oracle's generator differs from the meaning of `15W` and `LW`, in schedules with several times a day. With
/// these two defects every row that differs is explained; neither is copied, since the set of minutes at which a
/// schedule fires can't depend on when one asks.
struct OracleQuirks {
    let cron: CronExpression

    func fires(after time: WallTime, count: Int) -> [WallTime] {
        var fires: [WallTime] = []
        var last = time
        while fires.count < count, let next = next(after: last) {
            fires.append(next)
            last = next
        }
        return fires
    }

    private func next(after time: WallTime) -> WallTime? {
        guard case .month(let rule) = cron.days, rule.nearestWeekdays | rule.nearestBeforeLast != 0 else {
            return cron.next(after: time)
        }
        // The search looks for the day that is named, from the day it is at. On a day to which the rule moved forward
        // (Sunday to Monday) it finds none any more, and leaves the rest of that day out. Quartz 2.5 does so too.
        let start = isMovedForward(time, rule) ? time.lastOfDay : time
        guard let next = cron.next(after: start) else { return nil }
        // When it moves on to the day inside the month, it keeps the time of day that it has reached, and leaves the
        // earlier times of that day out. Quartz doesn't: it starts the day anew.
        guard next.year == time.year, next.month == time.month, next.day > time.day else { return next }
        let sameTime = WallTime(
            minutesSince1970: next.dayNumber * CivilCalendar.minutesADay + time.minuteOfDay)
        let later = cron.next(after: sameTime)
        return later?.dayNumber == next.dayNumber ? later : next
    }

    private func isMovedForward(_ time: WallTime, _ rule: MonthDays) -> Bool {
        let month = MonthOfDays(year: time.year, month: time.month)
        return Bits(rule.nearestWeekdays & month.allDays).contains {
            $0 < time.day && month.nearestWeekday(to: $0) == time.day
        }
    }
}

extension WallTime {
    fileprivate var lastOfDay: WallTime {
        WallTime(minutesSince1970: (dayNumber + 1) * CivilCalendar.minutesADay - 1)
    }
}
