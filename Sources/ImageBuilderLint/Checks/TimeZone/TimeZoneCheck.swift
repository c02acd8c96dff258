package import RequestLint

/// Judges a text that has to be the name of a time zone, by the names of tzdata and by what the API's pattern can match.
///
/// It refuses whatever the pattern and the length of the shape refuse, so that one mistake is one finding. A good name is
/// judged without an allocation.
package enum TimeZoneCheck: TextCheck {
    package enum Problem: String, CheckProblem {
        case unknown, unlisted
        case notAccepted = "not-accepted"
        case windowsName = "windows-name"
        case offset, abbreviation, `case`, alias
        case fixedOffset = "fixed-offset"
        case blanks
    }

    package static let name = "time-zone"
    package static let problems = Problem.names
    package static let coversPattern = true
    package static let coversLength = true

    package static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard let zones = site.table("zones") else { return }
        let range = text.trimmedRange
        guard !range.isEmpty else {
            return verdicts.report(
                Problem.unknown, at: .value(verdicts.place),
                message: "The time zone is empty; the service takes the name of one. Write a name such as `Europe/Berlin`, or leave the member out for UTC.")
        }
        if range.count < text.count { blanks(text, range, &verdicts) }
        let name = text.extracting(range)
        if let number = zones.find(name) {
            let zone = ZoneName(name, number, zones)
            if !ZoneName.isTaken(name) { return notAccepted(zone, range, &verdicts) }
            if zone.isZoneItself && !ZoneName.hasReversedSign(name) { return }
            return remark(zone, name, range, &verdicts)
        }
        explain(name, range, site, zones, &verdicts)
    }

    private static func blanks(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let inner = text.extracting(range).string
        let blanks = [0..<range.lowerBound, range.upperBound..<text.count].filter { !$0.isEmpty }
        let isBefore = range.lowerBound > 0
        verdicts.report(
            Problem.blanks, at: blanks[0],
            message: "Blanks stand \(isBefore ? "before" : "after") the time zone, and the service does not remove them. Write `\(ShapeMessages.clipped(inner))` alone.",
            fix: FixProposal("remove the blanks", .safe, blanks.map { .replaceText(place, $0, with: "") }))
    }

    // MARK: Names of the database

    private static func notAccepted(
        _ zone: ZoneName, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let name = zone.name
        let target = zone.target
        let why = range.count < 3
            ? "the API takes three characters at least"
            : "the API takes only letters and digits before a `/`"
        verdicts.report(
            Problem.notAccepted, at: range,
            message: "`\(name)` is a time zone, but \(why). Write `\(target)`, which means the same.",
            fix: FixProposal("write `\(target)`", .safe, [.replaceText(place, range, with: target)]))
    }

    /// What is worth knowing of a name that is taken.
    private static func remark(
        _ zone: ZoneName, _ name: borrowing Span<UInt8>, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        if ZoneName.hasReversedSign(name) {
            let written = name.string
            let (actual, other) = ZoneName.signs(of: written)
            // Fourteen hours ahead has no counterpart behind.
            let isThere = zone.isKnown(other)
            return verdicts.report(
                Problem.fixedOffset, at: range,
                message: "`\(written)` is \(actual), for the sign is reversed in these names; and it knows no daylight saving time. Write \(isThere ? "`\(other)` if you mean the other direction, or " : "")a city whose clocks change\(isThere ? "" : " if that is what you mean").")
        }
        if let fixed = ZoneName.fixedOffset(of: name) {
            let written = name.string
            return verdicts.report(
                Problem.fixedOffset, at: range,
                message: "`\(written)` is \(fixed.offset) all year and knows no daylight saving time. Write `\(fixed.city)` if the schedule is to follow its clocks.")
        }
        guard zone.isFormerName else { return }
        verdicts.report(
            Problem.alias, at: range,
            message: "`\(zone.name)` is a former name that the database keeps for old programs. Write `\(zone.target)`, which means the same.",
            fix: FixProposal("write `\(zone.target)`", .safe, [.replaceText(place, range, with: zone.target)]))
    }
}
