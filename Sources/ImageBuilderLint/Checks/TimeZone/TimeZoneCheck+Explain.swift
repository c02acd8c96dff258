// What a text that is no name in the database was probably meant to be.
import RequestLint

extension TimeZoneCheck {
    static func explain(
        _ name: borrowing Span<UInt8>, _ range: Range<Int>, _ site: borrowing CheckSite, _ zones: DataTable,
        _ verdicts: inout Verdicts
    ) {
        let text = name.string
        let meaning: ZoneMeaning
        if let known = site.guess(ZoneMeaning.self, of: name) {
            meaning = known
        } else {
            meaning = ZoneGuess(text, zones).meaning(
                isTaken: ZoneName.isTaken(name), windowsNames: site.table("windows-zones"),
                abbreviations: site.table("zone-abbreviations"))
            site.remember(meaning, of: name)
        }
        switch meaning {
        case .otherCase(let other): otherCase(text, other, range, zones, &verdicts)
        case .offset(let offset): self.offset(text, offset, range, &verdicts)
        case .windowsName(let zone): windowsName(text, zone, range, &verdicts)
        case .abbreviation(let names): abbreviation(text, names, range, &verdicts)
        case .unknown(let names): unknown(text, names, range, zones, &verdicts)
        case .unlisted: unlisted(text, range, zones, &verdicts)
        }
    }

    private static func unlisted(
        _ text: String, _ range: Range<Int>, _ zones: DataTable, _ verdicts: inout Verdicts
    ) {
        verdicts.report(
            Problem.unlisted, at: range,
            message: "`\(ShapeMessages.clipped(text))` is no name in the time zone database (\(zones.release)); only a zone newer than that can be right. Correct it, unless it is new: a zone is called after its largest city.")
    }

    private static func unknown(
        _ text: String, _ names: [String], _ range: Range<Int>, _ zones: DataTable, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let quoted = names.prefix(3).map { "`\($0)`" }.joined(separator: " or ")
        verdicts.report(
            Problem.unknown, at: range,
            message: "`\(ShapeMessages.clipped(text))` is no name in the time zone database (\(zones.release)), and the service takes no others. "
                + (names.isEmpty ? "Write a name such as `Europe/Berlin`, or leave the member out for UTC." : "Did you mean \(quoted)?"),
            fix: names.count == 1
                ? FixProposal("write `\(names[0])`", .unsafe, [.replaceText(place, range, with: names[0])]) : nil)
    }

    private static func otherCase(
        _ text: String, _ name: String, _ range: Range<Int>, _ zones: DataTable, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        guard ZoneName.isTaken(Array(name.utf8).span) else {
            let target = zones[name] ?? name
            return verdicts.report(
                Problem.notAccepted, at: range,
                message: "`\(text)` stands for `\(name)`, a time zone whose name the API does not take. Write `\(target)`, which means the same.",
                fix: FixProposal("write `\(target)`", .safe, [.replaceText(place, range, with: target)]))
        }
        verdicts.report(
            Problem.case, at: range,
            message: "`\(text)` differs from `\(name)` in case, which tells names of time zones apart; whether the service forgives it is not known. Write `\(name)`.",
            fix: FixProposal("write `\(name)`", .safe, [.replaceText(place, range, with: name)]))
    }

    private static func offset(
        _ text: String, _ offset: UTCOffset, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let advice: String
        if offset.minutes == 0 {
            advice = "Write `UTC`."
        } else if let zone = offset.zone {
            advice = offset.isWholeHours
                ? "Write `\(zone)` (the sign is reversed in these names), or a city if its clocks change with the season."
                : "Write `\(zone)`, or another city with this offset."
        } else {
            advice = "Write a city, such as `Europe/Berlin`."
        }
        verdicts.report(
            Problem.offset, at: range,
            message: "`\(text)` is an offset from UTC, and the service takes names of time zones. \(advice)",
            fix: offset.zone.map { FixProposal("write `\($0)`", .unsafe, [.replaceText(place, range, with: $0)]) })
    }

    private static func windowsName(
        _ text: String, _ name: String, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        verdicts.report(
            Problem.windowsName, at: range,
            message: "`\(text)` is a time zone of Windows, and the service takes names of the IANA database. Write `\(name)`.",
            fix: FixProposal("write `\(name)`", .unsafe, [.replaceText(place, range, with: name)]))
    }

    /// - Parameter names: the zones that use the abbreviation, between commas.
    private static func abbreviation(
        _ text: String, _ names: String, _ range: Range<Int>, _ verdicts: inout Verdicts
    ) {
        let place = verdicts.place
        let zones = names.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
        let quoted = zones.map { "`\($0)`" }
        let choice = quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
        verdicts.report(
            Problem.abbreviation, at: range,
            message: zones.count == 1
                ? "`\(text)` is an abbreviation, and the service takes names of time zones. Write `\(zones[0])`."
                : "`\(text)` is an abbreviation that several time zones share, and the service takes names. Write the one that you mean: \(choice).",
            fix: zones.count == 1
                ? FixProposal("write `\(zones[0])`", .unsafe, [.replaceText(place, range, with: zones[0])]) : nil)
    }
}
